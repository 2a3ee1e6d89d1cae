import { render, waitFor } from '@testing-library/svelte';
import { expect, vi } from 'vitest';
import { ArchiveIndex } from '../../../src/lib/core/archive/archive-index';
import type { LonLat } from '../../../src/lib/core/story';
import { map as t } from '../../../src/lib/i18n/en/map';
import ArchiveMap from '../../../src/lib/map/archive/ArchiveMap.svelte';
import { EventMap as FakeMap } from './fake-event-map';

export const DAY = 86_400_000;
export const TIRANA: LonLat = [19.82, 41.33];
export const DURRES: LonLat = [19.45, 41.32];
export const TEHRAN: LonLat = [51.42, 35.69];

/** One event a day from 1970 on, at these places. */
export function indexAt(places: readonly LonLat[]): ArchiveIndex {
  const column = (of: (i: number) => number) => Float64Array.from(places, (_, i) => of(i));
  return ArchiveIndex.build({
    size: places.length,
    start: column((i) => i * DAY),
    end: column((i) => i * DAY),
    startLatest: null,
    endEarliest: null,
    lon: column((i) => places[i]?.[0] ?? NaN),
    lat: column((i) => places[i]?.[1] ?? NaN),
    kind: Uint8Array.from(places, (_, i) => i % 2)
  });
}

const kinds = [
  { shape: 'circle', name: 'Protest' },
  { shape: 'square', name: 'Raid' }
] as const;

/** Twelve in Tirana, one each in Durrës and Tehran. */
const index = indexAt([...Array<LonLat>(12).fill(TIRANA), DURRES, TEHRAN]);

/** A camera at which Tirana and Durrës stand apart. */
export const NEAR = { lon: 19.6, lat: 41.3, zoom: 8 };

/** The days from one to another, both counted. */
export const days = (from: number, to: number) => ({ from: from * DAY, to: to * DAY });

/** Renders the map of an archive and waits until MapLibre has been set up or refused; the drawn map is in charge until a test calls `map.ready()`. */
export async function show(over: Record<string, unknown> = {}) {
  const heard = {
    onselect: vi.fn(),
    onhover: vi.fn(),
    oncamera: vi.fn(),
    onbounds: vi.fn(),
    ondrawn: vi.fn()
  };
  const props = {
    index,
    window: null,
    certainty: 'may' as const,
    kinds,
    selected: null,
    hovered: null,
    camera: null,
    address: { basemap: '/basemap', streets: null, style: null },
    language: 'en',
    t,
    ...heard,
    ...over
  };
  const view = render(ArchiveMap, { props });
  await waitFor(() => expect(FakeMap.last ?? FakeMap.throws ?? FakeMap.missing).toBeTruthy());
  return { ...view, ...heard, map: FakeMap.last as FakeMap };
}

export const buttons = () =>
  [...document.querySelectorAll<HTMLElement>('.archive .above button')].map(
    (button) => button.ariaLabel ?? button.getAttribute('aria-label')
  );
export const button = (name: RegExp) =>
  [...document.querySelectorAll<HTMLElement>('.archive .above button')].find((button) =>
    name.test(button.getAttribute('aria-label') ?? '')
  ) as HTMLElement;
