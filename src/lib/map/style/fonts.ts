import type { FontFacesSpecification } from 'maplibre-gl';

/** Absolute addresses of the page's text serif: two subsets upright, one italic. */
export interface Fonts {
  readonly latin: string;
  readonly latinExt: string;
  readonly italic: string;
}

// MapLibre writes a stack into CSS unquoted, so that no name here may have a word that begins with a digit ("Source Serif 4" would
// void the whole stack); and it sets all of a stack in italics when the first name says so. Scripts that the page's own files lack
// come from the reader's system: first faces that suit the serif, then whatever it has.
const SYSTEM = ['Charter', 'Bitstream Charter', 'Georgia', 'Vazirmatn', 'Noto Naskh Arabic'];
export const SERIF = ['Dateline Serif', ...SYSTEM, 'serif'];
export const ITALIC = ['Dateline Serif Italic', ...SYSTEM, 'serif'];
export const SANS = ['system-ui', '-apple-system', 'Segoe UI', 'Roboto', 'Noto Sans', 'Ubuntu'];

/** What a reader's script asks of lettering. */
export function letteringOf(language: string) {
  const { script = '' } = new Intl.Locale(language).maximize();
  const arabic = script === 'Arab';
  return {
    arabic,
    /** Whether the script has italics of its own; another would only be pushed over. */
    slanted: ['Latn', 'Cyrl', 'Grek'].includes(script),
    /** A size for the script: Arabic letters are small for theirs. */
    px: (size: number) => (arabic ? size * 1.15 : size)
  };
}

const LATIN = [
  ...['U+0-FF', 'U+131', 'U+152-153', 'U+2BB-2BC', 'U+2C6', 'U+2DA', 'U+2DC'],
  ...['U+2000-200B', 'U+200E-206F', 'U+20AC', 'U+2122']
];
const LATIN_EXT = [
  'U+100-2BA',
  'U+2BD-2C5',
  'U+2C7-2CC',
  'U+2CE-2D7',
  'U+1E00-1E9F',
  'U+1EF2-1EFF'
];

/**
 * The faces behind the names above. Declared here rather than left to the page's own `@font-face`: MapLibre paints a letter once and
 * for good, and would keep a substitute for each that comes late or that the page has not needed yet. A file is fetched when a name
 * on the map has a letter of its range; one that fails is skipped.
 */
export function fontFaces({ latin, latinExt, italic }: Fonts): FontFacesSpecification {
  return {
    'Dateline Serif': [
      { url: latin, 'unicode-range': LATIN },
      { url: latinExt, 'unicode-range': LATIN_EXT }
    ],
    'Dateline Serif Italic': [{ url: italic, 'unicode-range': LATIN }]
  };
}
