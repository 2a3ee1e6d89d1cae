import { WINDOW_KINDS, type WindowKind } from '../windows';

/** How many steps there are to be with windows of each kind, in all rounds together. */
type Steps = Readonly<Record<WindowKind, number>>;

/** A way of showing events, and how much of it is worth the wait. */
export interface Approach {
  readonly id: string;
  /** Its page, below the site's address. */
  readonly path: string;
  steps(size: number): Steps;
}

export const DATELINE = 'dateline';
export const SET_FILTER = 'set-filter';
const SET_DATA = 'set-data';
export const LEAFLET_TIMELINE = 'leaflet-timeline';
export const EMPTY_MAP = 'empty-map';
export const BLANK = 'blank';

export const SIZES = [60, 1_000, 10_000, 100_000, 1_000_000] as const;

const upTo = (size: number, limit: number, steps: number) => (size <= limit ? steps : 0);

export const APPROACHES: readonly Approach[] = [
  { id: DATELINE, path: 'bench/', steps: () => ({ month: 60, year: 12, all: 4 }) },
  {
    id: SET_FILTER,
    path: 'bench/set-filter/',
    steps: (size) =>
      size > 100_000
        ? { month: 8, year: 2, all: 0 }
        : { month: upTo(size, 10_000, 30) + 30, year: 6, all: 2 }
  },
  {
    id: SET_DATA,
    path: 'bench/set-data/',
    steps: (size) =>
      size > 100_000
        ? { month: 16, year: 3, all: 1 }
        : { month: upTo(size, 10_000, 30) + 30, year: 6, all: 2 }
  },
  {
    id: LEAFLET_TIMELINE,
    path: 'bench/leaflet-timeline/',
    // Its time grows with the square of what is shown.
    steps: (size) => ({
      month: upTo(size, 100_000, 30) + 30,
      year: upTo(size, 100_000, 6),
      all: upTo(size, 10_000, 2)
    })
  },
  { id: EMPTY_MAP, path: 'bench/empty-map/', steps: () => ({ month: 30, year: 0, all: 0 }) },
  { id: BLANK, path: 'bench/blank/', steps: () => ({ month: 0, year: 0, all: 0 }) }
];

export interface Visiting {
  readonly approach: Approach;
  readonly size: number;
  readonly round: number;
  readonly rounds: number;
  readonly steps: Steps;
}

interface Wanted {
  readonly sizes: readonly number[];
  readonly approaches: readonly string[];
  /** At most so many steps of a kind. */
  readonly steps: number;
  /** Null: two, and one above 100,000 events. */
  readonly rounds: number | null;
}

/**
 * Every page that is opened, in order: round by round and size by size, the approaches in turn, and each round begins with another one, so
 * that whatever else the machine does meets them all. The blank page is the same at every size and is opened once a round.
 */
export function planVisits({ sizes, approaches, steps, rounds }: Wanted): Visiting[] {
  const chosen = APPROACHES.filter(({ id }) => approaches.includes(id));
  const roundsOf = (size: number) => rounds ?? (size > 100_000 ? 1 : 2);
  const most = Math.max(...sizes.map(roundsOf));
  return Array.from({ length: most }, (_, round) =>
    sizes
      .filter((size) => round < roundsOf(size))
      .flatMap((size, i) =>
        rotate(chosen, round)
          .filter(({ id }) => id !== BLANK || i === 0)
          .map((approach) => ({
            approach,
            size,
            round,
            rounds: roundsOf(size),
            steps: atMost(approach.steps(size), steps)
          }))
      )
  ).flat();
}

function rotate<T>(list: readonly T[], by: number): T[] {
  const start = list.length ? by % list.length : 0;
  return [...list.slice(start), ...list.slice(0, start)];
}

function atMost(steps: Steps, limit: number): Steps {
  const entries = WINDOW_KINDS.map((kind) => [kind, Math.min(steps[kind], limit)] as const);
  return Object.fromEntries(entries) as Record<WindowKind, number>;
}
