import type { Story } from './story';

/** Open ends are infinite, which JSON has no number for. */
const BOUNDS = new Set(['startEarliest', 'startLatest', 'endEarliest', 'endLatest']);

/** A checked story as JSON that `readStoryData` reads: for pages and files that this site makes for itself, not for authors. */
export function storyData(story: Story): string {
  return JSON.stringify(story, (key, value: unknown) =>
    BOUNDS.has(key) && !Number.isFinite(value) ? String(value) : value
  );
}

/** Reads what `storyData` has written; it checks nothing. */
export function readStoryData(text: string): Story {
  return JSON.parse(text, (key, value: unknown) => (BOUNDS.has(key) ? Number(value) : value));
}
