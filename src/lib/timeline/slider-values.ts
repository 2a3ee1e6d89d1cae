import type { Stretch } from '../core/elastic-scale';
import type { Window } from '../core/story';
import type { Handle } from './window-handles';

/** What a slider says of itself: `now` lies within `min` and `max`, even where the window reaches beyond the story. */
export interface SliderValues {
  readonly min: number;
  readonly max: number;
  readonly now: number;
}

export function sliderValues(handle: Handle, window: Window, domain: Stretch): SliderValues {
  const [first, last] = [domain.from, domain.to - 1];
  const inside = (ms: number) => Math.min(last, Math.max(first, ms));
  const [from, to] = [inside(window.from), inside(window.to)];
  const max = { from: to, window: last - (to - from), to: last }[handle];
  return handle === 'to' ? { min: from, max, now: to } : { min: first, max, now: from };
}
