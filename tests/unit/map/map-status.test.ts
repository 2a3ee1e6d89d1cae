import { expect, it, test } from 'vitest';
import { BEFORE_BOOT, statusOf, type MapHealth } from '../../../src/lib/map/map-status';

const READY: MapHealth = { engine: 'ready', ground: 'laid', drawing: 'unasked', context: 'held' };

test.each<[Partial<MapHealth>, ReturnType<typeof statusOf>]>([
  [BEFORE_BOOT, 'loading'],
  [{ ...BEFORE_BOOT, drawing: 'laid' }, 'loading'],
  [{}, 'ready'],
  [{ drawing: 'laid' }, 'ready'],
  [{ engine: 'no-code' }, 'no-code'],
  [{ engine: 'no-webgl' }, 'no-webgl'],
  [{ ground: 'missing' }, 'no-tiles'],
  [{ context: 'lost' }, 'no-context'],
  // The worse of two.
  [{ engine: 'no-code', ground: 'missing' }, 'no-code'],
  [{ ground: 'missing', context: 'lost' }, 'no-tiles']
])('statusOf %o is %s', (health, status) => {
  expect(statusOf({ ...READY, ...health })).toBe(status);
});

it('is of missing ground whenever the drawn map is what the reader sees, and only then', () => {
  const bare = { ...READY, drawing: 'missing' } as const;
  for (const change of [
    { engine: 'loading' },
    { engine: 'no-code' },
    { engine: 'no-webgl' },
    { ground: 'missing' },
    { context: 'lost' }
  ] as const)
    expect(statusOf({ ...bare, ...change })).toBe('no-ground');
  expect(statusOf(bare)).toBe('ready');
});
