/** How the parts of the map are. */
export interface MapHealth {
  /** `loading` until the first picture. `no-code`: the file that draws the map did not arrive. `no-webgl`: this browser cannot run it. */
  readonly engine: 'loading' | 'ready' | 'no-code' | 'no-webgl';
  /** Land and borders; without them the rest works. */
  readonly ground: 'coming' | 'laid' | 'missing';
  /** The graphics card may let go of the map, and take it up again. */
  readonly context: 'held' | 'lost';
}

export const BEFORE_BOOT: MapHealth = { engine: 'loading', ground: 'coming', context: 'held' };

/** What there is to tell the reader: the worst of it. */
export type MapStatus = MapHealth['engine'] | 'no-context' | 'no-ground';

export function statusOf({ engine, ground, context }: MapHealth): MapStatus {
  if (engine === 'no-code' || engine === 'no-webgl') return engine;
  if (context === 'lost') return 'no-context';
  return ground === 'missing' ? 'no-ground' : engine;
}
