import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Page } from 'playwright-core';
import { mapLibreDraws } from './built-story';
import { visit } from './reader';

/** Opens the site, waits until MapLibre has drawn the map, and lets a test ask it what it has drawn. */
export async function visitAsking(options: Parameters<typeof visit>[0] = {}): Promise<Page> {
  const { before, ...others } = options;
  const page = await visit({
    ...others,
    before: async (page) => {
      await page.addInitScript(() => Object.assign(globalThis, { datelineMaps: [] }));
      await before?.(page);
    }
  });
  await mapLibreDraws(page);
  return page;
}

/** What is drawn in some layers: the properties of each feature. */
export function drawnIn(
  page: Page,
  layers: readonly string[]
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return page.evaluate((wanted) => {
    const map = (globalThis as unknown as { datelineMaps: MapLibreMap[] }).datelineMaps.at(-1);
    const there = wanted.filter((id) => map?.getLayer(id));
    const drawn = map?.queryRenderedFeatures({ layers: there }) ?? [];
    return drawn.map(({ properties, source }) => ({ ...properties, source }));
  }, layers);
}

/** Looks elsewhere at once, and waits until all of it is drawn. */
export function lookAt(page: Page, lon: number, lat: number, zoom: number): Promise<void> {
  return page.evaluate(
    async ([lon, lat, zoom]) => {
      const map = (globalThis as unknown as { datelineMaps: MapLibreMap[] }).datelineMaps.at(-1);
      if (!map) throw new Error('There is no map to ask.');
      map.jumpTo({ center: [lon, lat], zoom });
      await map.once('idle');
    },
    [lon, lat, zoom] as const
  );
}

/** Where MapLibre itself draws a position: pixels of the map. */
export function projectedBy(page: Page, point: readonly [number, number]) {
  return page.evaluate((lngLat) => {
    const map = (globalThis as unknown as { datelineMaps: MapLibreMap[] }).datelineMaps.at(-1);
    if (!map) throw new Error('There is no map to ask.');
    const { x, y } = map.project(lngLat as [number, number]);
    return { x, y };
  }, point);
}

/** The colour of the sea as MapLibre was told it. */
export function seaOf(page: Page) {
  return page.evaluate(() => {
    const map = (globalThis as unknown as { datelineMaps: MapLibreMap[] }).datelineMaps.at(-1);
    return map?.getPaintProperty('sea', 'background-color');
  });
}

/** The source layers that something of the streets is drawn from. */
export function streetsDrawn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const map = (globalThis as unknown as { datelineMaps: MapLibreMap[] }).datelineMaps.at(-1);
    const drawn = map?.queryRenderedFeatures() ?? [];
    const layers = drawn.flatMap(({ source, sourceLayer }) =>
      source === 'streets' && sourceLayer ? [sourceLayer] : []
    );
    return [...new Set(layers)];
  });
}
