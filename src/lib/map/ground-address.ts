/** Where the parts of the base map are, as the page addresses them. */
export interface BaseMapAddress {
  /** The folder `basemap/`, without a slash at its end. */
  readonly basemap: string;
  /** Streets for close-ups, in the OpenMapTiles schema: a PMTiles archive or a TileJSON. */
  readonly streets: string | null;
  /** A MapLibre style to draw in place of ours, and whom its data is owed to. */
  readonly style: { readonly address: string; readonly credits: readonly string[] } | null;
}

/** Whom the map is owed to, in the order of the credit line; `geo/README.md` says for what. Who serves the streets may ask for more. */
export function creditsOf({ streets, style }: BaseMapAddress): readonly string[] {
  const ground = ['Natural Earth', '© OpenStreetMap contributors', 'GeoNames', 'GSHHG'];
  // The drawings are ours in any case.
  if (style) return [...style.credits, ...ground];
  return streets === null ? ground : [...ground, '© OpenMapTiles'];
}

/** An address of the page's as the map's workers need it. */
export function absolute(address: string): string {
  return new URL(address, document.baseURI).href;
}
