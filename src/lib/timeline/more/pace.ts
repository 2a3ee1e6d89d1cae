import type { Stretch } from '../../core/elastic-scale';
import { timelineMore as more } from '../../i18n/en/timeline-more';
import { nameOf, playRate } from './play-rate';

/** How fast play by constant time goes, in words: "3 months a second". */
export function paceIn(domain: Stretch): string {
  return more.pace(nameOf(playRate(domain)));
}
