import { bench, describe } from 'vitest';
import { buildIndex } from '../../src/lib/core/event-index';
import type { Window } from '../../src/lib/core/story';
import { NO_FILTERS, type Certainty } from '../../src/lib/core/view';
import { BruteForce } from './brute-force';
import { STEADILY } from './steadily';
import { scrubWindows, SIZES, syntheticStory } from './synthetic-story';

const FILTERS = { ...NO_FILTERS, parties: ['party-1', 'party-2'], kinds: ['kind-0', 'kind-1'] };
const WINDOWS = scrubWindows(64);

/** Each query of the index beside a filter over the events as they are; a run is a sweep of the window over the whole story and back. */
for (const size of SIZES) {
  const story = syntheticStory(size);
  const index = buildIndex(story);
  const mask = index.mask(FILTERS);
  const slow = new BruteForce(story, FILTERS);
  const out = new Uint32Array(index.dated);

  const pair = (name: string, quickly: (w: Window) => unknown, slowly: (w: Window) => unknown) =>
    describe(`${name}, ${size} events`, () => {
      bench('index', () => WINDOWS.forEach(quickly), STEADILY);
      bench('every event', () => WINDOWS.forEach(slowly), STEADILY);
    });

  for (const certainty of ['may', 'surely'] satisfies Certainty[]) {
    for (const window of WINDOWS) {
      if (index.count(window, certainty, mask) !== slow.count(window, certainty)) {
        throw new Error(`The two do not agree on ${size} events: no ratio would mean anything.`);
      }
    }
    pair(
      `window (${certainty})`,
      (window) => index.window(window, certainty, mask, out),
      (window) => slow.window(window, certainty)
    );
    pair(
      `count (${certainty})`,
      (window) => index.count(window, certainty, mask),
      (window) => slow.count(window, certainty)
    );
  }
  pair(
    'counts per place',
    (window) => index.countsPerPlace(window, 'may', mask),
    (window) => slow.countsPerPlace(window, 'may')
  );
  pair(
    'facets',
    (window) => index.facets(window, 'may', mask),
    (window) => slow.facets(window, 'may')
  );
}
