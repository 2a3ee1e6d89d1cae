import type { Fonts } from './fonts';
import type { Palette } from './palette';

/** Which archives a folder holds; `tile-archives.json` has this shape. Bounds are west, south, east, north in degrees. */
export interface Archives {
  readonly world: { readonly minzoom: number; readonly maxzoom: number };
  readonly regions: readonly Region[];
}

interface Region {
  /** Names the archive: `albania` is in `albania.pmtiles`. */
  readonly id: string;
  readonly bounds: readonly number[];
  readonly minzoom: number;
  readonly maxzoom: number;
}

/** All that the base map's style depends on. */
export interface StyleOptions {
  /** Absolute address of the folder of the archives, without a slash at its end. */
  readonly basemap: string;
  readonly archives: Archives;
  /** Absolute address of streets in the OpenMapTiles schema: an archive if it ends in `.pmtiles`, else a TileJSON. */
  readonly streets: string | null;
  /** BCP 47, the reader's. */
  readonly language: string;
  readonly palette: Palette;
  /** Null: names are set in what the reader's system has. */
  readonly fonts: Fonts | null;
}
