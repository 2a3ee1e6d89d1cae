import { readWhen, writeEdtf, isFault } from '../core/time';
import type { EventTime, Place } from '../core/story';
import type { DatePrecision, PlacePrecision } from './precisions';

/** A site known to within this many metres is a spot. */
const SPOT = 500;

/**
 * How exactly the date is known, by what is least exact about it: an end that is approximate or uncertain, else a limit that was worked out
 * besides the date, else the coarser of its ends. Null for what has no name here, such as a season.
 */
export function datePrecision(time: EventTime): DatePrecision | null {
  const ends = [time.start, time.end].filter((end) => end !== null);
  if (ends.length === 0) return null;
  if (ends.some((end) => end.approximate || end.uncertain)) return 'about';
  const given = time.interval ? ends.length === 2 : true;
  if (!given || hasLimits(time)) return 'limit';
  if (time.clock) return 'hour';
  const names = ends.map(({ precision }) => (precision === 'instant' ? 'hour' : precision));
  return (['year', 'month', 'day', 'hour'] as const).find((name) => names.includes(name)) ?? null;
}

/** How exactly the place is known; null when it is not on a map. */
export function placePrecision({ point, kind, radius, pointStatus }: Place): PlacePrecision | null {
  if (point === null) return null;
  if (pointStatus === 'unverified') return null;
  if (pointStatus === 'stand-in') return 'stand-in';
  if (kind === 'country' || kind === 'region') return 'country';
  if (kind === 'city' || kind === 'town') return 'town';
  return radius <= SPOT ? 'spot' : 'radius';
}

/** Whether the first or last possible day is another than the date by itself says. */
function hasLimits(time: EventTime): boolean {
  const { clock } = time;
  const hours =
    clock === null
      ? undefined
      : 'part' in clock
        ? clock.part
        : clock.from === clock.to
          ? `${clock.from}${clock.approximate ? '~' : ''}`
          : `${clock.from}/${clock.to}`;
  const plain = readWhen({ edtf: writeEdtf(time), zone: time.zone, time: hours }, time.zone);
  return (
    isFault(plain) ||
    plain.startEarliest !== time.startEarliest ||
    plain.endLatest !== time.endLatest
  );
}
