/** How the parts of the map are. */
export interface MapHealth {
  /** `loading` until MapLibre's first picture. `no-code`: its file did not arrive. `no-webgl`: this browser cannot run it. */
  readonly engine: 'loading' | 'ready' | 'no-code' | 'no-webgl';
  /** MapLibre's tiles. */
  readonly ground: 'coming' | 'laid' | 'missing';
  /** The ground of the drawn map, which is asked for when it is first needed. */
  readonly drawing: 'unasked' | 'laid' | 'missing';
  /** The graphics card may let go of the map, and take it up again. */
  readonly context: 'held' | 'lost';
}

export const BEFORE_BOOT: MapHealth = {
  engine: 'loading',
  ground: 'coming',
  drawing: 'unasked',
  context: 'held'
};

/** What there is to tell the reader: the worst of it. */
export type MapStatus = MapHealth['engine'] | 'no-context' | 'no-tiles' | 'no-ground';

export function statusOf({ engine, ground, drawing, context }: MapHealth): MapStatus {
  const drawn = engine !== 'ready' || ground === 'missing' || context === 'lost';
  if (drawn && drawing === 'missing') return 'no-ground';
  if (engine === 'no-code' || engine === 'no-webgl') return engine;
  if (ground === 'missing') return 'no-tiles';
  return context === 'lost' ? 'no-context' : engine;
}
