import type { Visit } from '../../../bench/harness/visit';

/** A visit in which nothing was measured but what is given. */
export function makeVisit(given: Partial<Visit>): Visit {
  return {
    approach: 'dateline',
    size: 1_000,
    round: 0,
    name: given.approach ?? 'Dateline',
    load: null,
    steps: { month: [], year: [], all: [] },
    cpu: null,
    memory: null,
    hover: null,
    drag: null,
    collections: null,
    checks: [],
    problems: [],
    failure: null,
    ...given
  };
}

/** Steps of 30-day windows that took so many milliseconds each. */
export const months = (...month: number[]) => ({ steps: { month, year: [], all: [] } });
