import { encode } from 'uqr';
import { formatInstant } from '$lib/i18n/dates';
import { handout as t } from '$lib/i18n/en/handout';
import { numberedMaps } from '$lib/map/poster/numbered-maps';
import { element } from '$lib/map/poster/markup';
import { textIn, type Story } from '$lib/core/story';
import type { PageHead } from '$lib/handout/choices';
import type { Sheets } from '$lib/handout/sheets';
import { base } from '../poster.server';

/** Of the maps, in pixels: beside each other they are as wide as the narrower of A4 and Letter without its margins. */
const SIZES = { whole: { width: 392, height: 270 }, near: { width: 280, height: 270 } };

/** The maps of all places where something happens. */
export function mapsOf({ places }: Sheets) {
  const words = { language: 'en', ...t.maps };
  return numberedMaps(places, base, words, SIZES);
}

/** An address as a QR code, an SVG element of 22 millimetres. */
export function codeOf(address: string): string {
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return element(
    'svg',
    {
      class: 'code',
      viewBox: `0 0 ${size} ${size}`,
      role: 'img',
      'aria-label': t.code(address)
    },
    element('rect', { width: size, height: size, fill: '#fff' }),
    element('path', { d: dark.join(''), fill: '#000' })
  ).markup;
}

/** What stands at the head of every printed page. */
export function headOf({ meta }: Story): PageHead {
  return {
    title: textIn(meta.title, 'en', ...meta.languages),
    side: t.side(formatInstant(Date.parse(meta.updated), 'UTC', 'en', 'day'))
  };
}
