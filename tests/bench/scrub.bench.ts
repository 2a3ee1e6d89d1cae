// @vitest-environment jsdom
import { bench, describe } from 'vitest';
import type { Window } from '../../src/lib/core/story';
import { NO_FILTERS } from '../../src/lib/core/view';
import { Session } from '../../src/lib/state/session.svelte';
import { BruteForce } from './brute-force';
import { STEADILY } from './steadily';
import { scrubWindows, SIZES, syntheticStory } from './synthetic-story';

const WINDOWS = scrubWindows(64);
const CASES = [
  ['no filters', NO_FILTERS],
  ['two parties', { ...NO_FILTERS, parties: ['party-1', 'party-2'] }],
  ['a search', { ...NO_FILTERS, text: 'event' }]
] as const;

/**
 * A scrub as a page takes it: the window moves, and what the list and the map show is read again. A run is 64 steps, so a frame of
 * 16 ms holds a step when a run takes less than a second.
 */
for (const size of SIZES) {
  const story = syntheticStory(size);

  describe(`scrub of 64 steps, ${size} events`, () => {
    for (const [name, filters] of CASES) {
      const session = new Session(story);
      session.go({ filters });
      const step = (window: Window) => {
        session.go({ window });
        return session.visible.length + session.placeCounts.size;
      };
      // Compiled for a server, nothing would follow the window, and the steps would cost nothing.
      if (new Set(WINDOWS.map(step)).size < 2) throw new Error('The session does not follow.');
      bench(`session, ${name}`, () => WINDOWS.forEach(step), STEADILY);
    }

    const slow = new BruteForce(story);
    const slowStep = (window: Window) => {
      slow.window(window, 'may');
      slow.countsPerPlace(window, 'may');
    };
    bench('every event, no filters', () => WINDOWS.forEach(slowStep), STEADILY);
  });
}
