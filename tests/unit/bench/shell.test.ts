import { afterEach, describe, expect, it } from 'vitest';
import type { BenchSubject } from '../../../bench/contract';
import { benchData, type BenchColumns } from '../../../bench/data';
import { offerBench } from '../../../bench/shell';

/** Writes down what it is told. */
class Recorder implements BenchSubject {
  readonly told: unknown[] = [];
  #shown = 0;

  load(columns: BenchColumns): Promise<void> {
    this.#shown = columns.n;
    return Promise.resolve();
  }

  scrub(...window: [number, number]): Promise<void> {
    this.told.push(window);
    return Promise.resolve();
  }

  visibleCount(): number {
    return this.#shown;
  }
}

function offer(subject: BenchSubject) {
  offerBench('Recorder', subject);
  if (!globalThis.bench) throw new Error('No bench was offered.');
  return globalThis.bench;
}

afterEach(() => {
  globalThis.bench = undefined;
  globalThis.benchData = undefined;
});

describe('window.bench', () => {
  it('loads our own events, and answers from what shows them', async () => {
    const bench = offer(new Recorder());
    await bench.load(12);
    expect([bench.name, bench.visibleCount()]).toEqual(['Recorder', 12]);
  });

  it('loads those of a harness that has defined benchData', async () => {
    globalThis.benchData = (n) => benchData(n + 1);
    const bench = offer(new Recorder());
    await bench.load(12);
    expect(bench.visibleCount()).toBe(13);
  });

  it('hands windows on, and says which are none', async () => {
    const subject = new Recorder();
    const bench = offer(subject);
    await bench.load(1);
    await bench.scrub(1, 2);
    expect(subject.told).toEqual([[1, 2]]);
    expect(() => bench.scrub(2, 1)).toThrow(new RangeError('No window: 2 to 1'));
    expect(() => bench.scrub(NaN, 1)).toThrow(RangeError);
  });

  it('throws what to do first when there is nothing to scrub', () => {
    expect(() => offer(new Recorder()).scrub(1, 2)).toThrow('Call load(n)');
  });

  it('tells of pictures and of the pointer only where it can', () => {
    const plain = offer(new Recorder());
    expect([plain.frames, plain.hover]).toEqual([null, undefined]);
    const subject = Object.assign(new Recorder(), { frames: () => 3, hover: () => 'here' });
    const able = offer(subject);
    expect([able.frames, able.hover?.(0, 0)]).toEqual([3, 'here']);
  });
});
