import { describe, expect, it } from 'vitest';
import { planVisits } from '../../../bench/harness/plan';

const all = { steps: Infinity, rounds: null };

describe('the plan', () => {
  it('opens the approaches in turn, each round beginning with another', () => {
    const wanted = { ...all, sizes: [10], approaches: ['dateline', 'set-filter', 'set-data'] };
    const order = planVisits({ ...wanted, rounds: 3 }).map(({ approach }) => approach.id);
    expect(order).toEqual([
      ...['dateline', 'set-filter', 'set-data'],
      ...['set-filter', 'set-data', 'dateline'],
      ...['set-data', 'dateline', 'set-filter']
    ]);
  });

  it('opens the blank page once a round, whatever the sizes', () => {
    const visits = planVisits({ ...all, sizes: [10, 20], approaches: ['blank', 'dateline'] });
    const blank = visits.filter(({ approach }) => approach.id === 'blank');
    expect(blank.map(({ size, round }) => [size, round])).toEqual([
      [10, 0],
      [10, 1]
    ]);
  });

  it('has one round for a million, and as many as are asked for', () => {
    const roundsOf = (rounds: number | null) =>
      planVisits({ ...all, rounds, sizes: [1_000, 1_000_000], approaches: ['dateline'] }).map(
        ({ size, round }) => [size, round]
      );
    expect(roundsOf(null)).toEqual([
      [1_000, 0],
      [1_000_000, 0],
      [1_000, 1]
    ]);
    expect(roundsOf(1)).toEqual([
      [1_000, 0],
      [1_000_000, 0]
    ]);
  });

  it('never asks for more steps than it was told, nor for what takes minutes', () => {
    const [few] = planVisits({ ...all, steps: 5, sizes: [10], approaches: ['dateline'] });
    expect(few?.steps).toEqual({ month: 5, year: 5, all: 4 });
    const [many] = planVisits({ ...all, sizes: [1_000_000], approaches: ['leaflet-timeline'] });
    expect(many?.steps).toEqual({ month: 30, year: 0, all: 0 });
  });
});
