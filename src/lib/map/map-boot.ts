import type { EventMap, EventMapOptions } from './event-map';
import { fetchEngine } from './fetch-engine';
import type { MapHealth } from './map-status';

interface Boot {
  /** Address of the folder `basemap/`. */
  readonly basemap: string;
  /** Asked once the code is here, which may be long after the start. */
  readonly options: () => Omit<EventMapOptions, 'ground' | 'onhealth'>;
  readonly onmade: (engine: EventMap) => void;
  readonly onhealth: (change: Partial<MapHealth>) => void;
}

/** Fetches code and base map together and sets the map up in `container`. Returns how to take it away, or to drop what is still on its way. */
export function bootMap(
  container: HTMLElement,
  { basemap, options, onmade, onhealth }: Boot,
  load = fetchEngine
): () => void {
  let gone = false;
  let engine: EventMap | null = null;
  const report = (change: Partial<MapHealth>) => {
    if (!gone) onhealth(change);
  };
  const coarse = readJson(`${basemap}/countries-110m.json`);
  // EventMap looks at it later; until then a failure is nobody's.
  coarse.catch(() => undefined);
  const ground = { coarse, fine: () => readJson(`${basemap}/countries-50m.json`) };
  void load().then(
    (EventMap) => {
      if (gone) return;
      try {
        engine = new EventMap(container, { ...options(), ground, onhealth: report });
      } catch {
        report({ engine: 'no-webgl' });
        return;
      }
      onmade(engine);
    },
    () => report({ engine: 'no-code' })
  );
  return () => {
    gone = true;
    engine?.destroy();
  };
}

async function readJson(address: string) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}
