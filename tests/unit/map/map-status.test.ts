import { expect, test } from 'vitest';
import { BEFORE_BOOT, statusOf } from '../../../src/lib/map/map-status';

const READY = { ...BEFORE_BOOT, engine: 'ready' } as const;

test('statusOf is the engine as long as nothing else fails', () => {
  expect(statusOf(BEFORE_BOOT)).toBe('loading');
  expect(statusOf({ ...READY, ground: 'laid' })).toBe('ready');
  expect(statusOf({ ...BEFORE_BOOT, engine: 'no-code' })).toBe('no-code');
});

test('statusOf tells a lost context before missing land, and that there is no map at all before both', () => {
  const bare = { ...READY, ground: 'missing', context: 'lost' } as const;
  expect(statusOf({ ...bare, context: 'held' })).toBe('no-ground');
  expect(statusOf(bare)).toBe('no-context');
  expect(statusOf({ ...bare, engine: 'no-webgl' })).toBe('no-webgl');
});
