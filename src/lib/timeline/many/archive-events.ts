import type { Stretch } from '../../core/elastic-scale';
import type { Window } from '../../core/story';
import type { Density, DensityLane, LaneBy } from '../density';
import type * as Many from './index';
import type { Moments } from '../moments';
import type { EventsIn } from './sight';

/** Rows that can be asked for, each made when it is. */
export type LaneChoices = Partial<Readonly<Record<LaneBy, () => readonly DensityLane[]>>>;

/** The events of an archive as the timeline sees them: counted, and only some at a time as themselves. */
export interface ArchiveEvents {
  readonly density: Density;
  /** The axis. Hand over the same object as long as it is the same: a new one starts the instrument afresh. */
  readonly domain: Stretch;
  readonly lanes: LaneChoices;
  readonly eventsIn: EventsIn;
  readonly moments: Moments;
  /** When the open event was; an open side is infinite. Null: none is open. */
  readonly opened: Window | null;
  /** One cannot zoom in further than to this long a stretch, in ms. */
  readonly shortestView: number;
  /** What draws them, which the page of a story does without. */
  readonly many: typeof Many;
}
