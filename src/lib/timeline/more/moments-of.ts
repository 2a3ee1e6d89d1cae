import type { Window } from '../../core/story';
import type { Moments } from '../moments';

/** Of spans in any order, finite ms: a look at each, which is soon done for the events of a story. */
export function momentsOf(spans: readonly Window[]): Moments {
  const nearest = (values: readonly number[], ms: number, direction: 1 | -1) =>
    values.reduce<number | null>((best, value) => {
      const ahead = (value - ms) * direction > 0;
      return ahead && (best === null || (best - value) * direction > 0) ? value : best;
    }, null);
  return {
    nextStart: (ms) =>
      nearest(
        spans.map(({ from }) => from),
        ms,
        1
      ),
    nextEdge: (ms, direction) =>
      nearest(
        spans.flatMap(({ from, to }) => [from, to + 1]),
        ms,
        direction
      )
  };
}
