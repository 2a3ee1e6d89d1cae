import type { Bench, BenchSubject } from './contract';
import { benchData, type BenchColumns } from './data';

declare global {
  /** Defined by a harness that brings its own events. */
  var benchData: ((n: number) => BenchColumns) | undefined;
  var bench: Bench | undefined;
}

/** Offers a way of showing events as `window.bench`. */
export function offerBench(name: string, subject: BenchSubject): void {
  let loaded = false;
  globalThis.bench = {
    name,
    async load(n) {
      await subject.load((globalThis.benchData ?? benchData)(n));
      loaded = true;
    },
    scrub(from, to) {
      if (!(from < to)) throw new RangeError(`No window: ${from} to ${to}`);
      if (!loaded) throw new Error('Call load(n) and wait for it before scrub(from, to).');
      return subject.scrub(from, to);
    },
    visibleCount: () => subject.visibleCount(),
    data: benchData,
    get frames() {
      return subject.frames?.() ?? null;
    },
    ...(subject.hover ? { hover: subject.hover.bind(subject) } : {})
  };
}
