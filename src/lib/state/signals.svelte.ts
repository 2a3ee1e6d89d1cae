import { same } from '../core/same';

/**
 * An object with the same properties, each a signal of its own: who reads one of them hears when something else is assigned to that one, and
 * nothing of the rest.
 */
export function signals<T extends object>(start: T): T {
  const object = { ...start };
  for (const key in start) {
    let value = $state.raw(start[key]);
    Object.defineProperty(object, key, {
      get: () => value,
      set(next: T[typeof key]) {
        if (!same(next, value)) value = next;
      }
    });
  }
  return object;
}
