/** The base map's own colours, as CSS writes them. Text stands 4.5:1 against land, sea and green in each theme. */
export type Palette = Readonly<Record<keyof typeof TOKENS, string>>;

/** Says when the page's colours have changed: with the reader's system, or by what the page itself is told. Returns how to stop. */
export function watchTheme(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', changed);
  const page = new MutationObserver(changed);
  page.observe(document.documentElement, { attributeFilter: ['data-theme', 'style'] });
  return () => {
    system.removeEventListener('change', changed);
    page.disconnect();
  };
}

/** Which of the page's custom properties holds which colour. */
export const TOKENS = {
  /** Lakes too. */
  sea: '--sea',
  land: '--land',
  coast: '--map-coast',
  /** Rivers and brooks. */
  water: '--map-water',
  border: '--map-border',
  /** Names on land. */
  label: '--map-label',
  seaLabel: '--map-sea-label',
  green: '--map-green',
  building: '--map-building',
  road: '--map-road',
  roadMinor: '--map-road-minor'
} as const;

/** Reads the tokens where they hold: at the map's own element. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = Object.entries(TOKENS).map(([colour, token]) => [
    colour,
    style.getPropertyValue(token).trim()
  ]);
  return Object.fromEntries(read) as Palette;
}
