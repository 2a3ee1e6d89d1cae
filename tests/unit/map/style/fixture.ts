import { readFileSync } from 'node:fs';
import { TOKENS, type Palette } from '../../../../src/lib/map/style/palette';
import type { Archives, StyleOptions } from '../../../../src/lib/map/style/style-options';

export const ARCHIVES: Archives = {
  world: { minzoom: 0, maxzoom: 6 },
  regions: [
    { id: 'albania', bounds: [18, 39, 22, 43.5], minzoom: 7, maxzoom: 10 },
    { id: 'iran', bounds: [43, 24, 64, 40.5], minzoom: 7, maxzoom: 9 }
  ]
};

/** The palettes as the page's style sheet has them. */
export const PALETTES = readPalettes();

export const OPTIONS: StyleOptions = {
  basemap: 'https://example.org/basemap',
  archives: ARCHIVES,
  streets: 'https://example.org/streets.pmtiles',
  language: 'en',
  palette: PALETTES.light,
  fonts: {
    latin: 'https://example.org/latin.woff2',
    latinExt: 'https://example.org/latin-ext.woff2',
    italic: 'https://example.org/italic.woff2'
  }
};

function readPalettes(): Record<'light' | 'dark' | 'print', Palette> {
  const css = readFileSync(new URL('../../../../src/app.css', import.meta.url), 'utf8');
  const root = (from: string) =>
    css.slice(css.indexOf(from)).match(/:root[^{]*\{(.*?)\}/s)?.[1] ?? '';
  const light = root(':root');
  const palette = (...rules: string[]) =>
    Object.fromEntries(
      Object.entries(TOKENS).map(([colour, token]) => {
        const values = rules.flatMap(
          (text) => text.match(new RegExp(`${token}: *([^;]+);`))?.[1] ?? []
        );
        return [colour, values.at(-1) ?? ''];
      })
    ) as Palette;
  return {
    light: palette(light),
    dark: palette(light, root('@media (prefers-color-scheme: dark)')),
    print: palette(light, root('@media print'))
  };
}
