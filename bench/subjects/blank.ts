import type { BenchSubject } from '../contract';

/** Nothing at all: what memory is compared with. */
export function blank(): BenchSubject {
  const nothing = () => Promise.resolve();
  return { load: nothing, scrub: nothing, visibleCount: () => 0 };
}
