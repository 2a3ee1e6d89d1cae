import { render, waitFor } from '@testing-library/svelte';
import { expect, vi } from 'vitest';
import type { Place } from '../../../src/lib/core/story';
import { map as t } from '../../../src/lib/i18n/en/map';
import MapView from '../../../src/lib/map/MapView.svelte';
import { EventMap as FakeMap } from './fake-event-map';

export const place = (
  id: string,
  name: string,
  point: Place['point'],
  over: Partial<Place> = {}
): Place => ({
  id,
  kind: 'city',
  names: { en: name, sq: `${name}ë` },
  point,
  radius: 5000,
  pointStatus: 'verified',
  basis: { en: 'a test' },
  citations: [],
  sameAs: [],
  note: null,
  ...over
});
export const places = [
  place('tirana', 'Tirana', [19.82, 41.33]),
  place('durres', 'Durrës', [19.45, 41.32]),
  place('tehran', 'Tehran', [51.42, 35.69]),
  place('vienna', 'Vienna', [16.37, 48.2]),
  place('online', 'Online', null, { kind: 'unlocated', radius: 0 })
];
export const counts = new Map([
  ['tirana', 12],
  ['durres', 1],
  ['tehran', 5],
  ['online', 3]
]);
export const line = {
  id: '1',
  act: 'expels',
  from: [19.82, 41.33],
  to: [51.42, 35.69],
  hue: 'blue',
  label: 'Albania expels Iran’s diplomats',
  eventId: 'e'
} as const;

/** Renders the map and waits until MapLibre has been set up or refused; the drawn map is in charge until a test calls `map.ready()`. */
export async function show(over: Record<string, unknown> = {}) {
  const heard = { onplace: vi.fn(), oncamera: vi.fn(), onbounds: vi.fn() };
  const props = {
    places,
    counts,
    totals: counts,
    selectedPlace: null,
    camera: null,
    address: { basemap: '/basemap', streets: null, style: null },
    language: 'en',
    t,
    ...heard,
    ...over
  };
  const view = render(MapView, { props });
  await waitFor(() => expect(FakeMap.last ?? FakeMap.throws ?? FakeMap.missing).toBeTruthy());
  return { ...view, ...heard, map: FakeMap.last as FakeMap };
}

export const markNames = () =>
  Array.from(document.querySelectorAll('button.mark'), (mark) => mark.getAttribute('aria-label'));

/** A camera at which Tirana and Durrës have marks of their own. */
export const NEAR_TIRANA = { lon: 19.6, lat: 41.3, zoom: 8 };
