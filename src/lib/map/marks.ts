import { partZoom, type Group, type Grouping } from '../core/clusters';
import { greatCircle } from '../core/geodesy';
import { same } from '../core/same';
import type { map } from '../i18n/en/map';
import { MAX_ZOOM } from './projection';
import {
  textIn,
  type EventStatus,
  type Hue,
  type LonLat,
  type Place,
  type Shape
} from '../core/story';

/** How the only event in the window at a place is drawn. */
export interface SingleEvent {
  readonly shape: Shape;
  readonly hue: Hue;
  readonly status: EventStatus;
  readonly contested: boolean;
}

/** Pixels. Marks nearer to one another than this share one. */
export const APART = 40;

/** One mark on the map. */
export interface Mark {
  /** Id of the place that leads the group; stays the same while the group splits. */
  readonly id: string;
  readonly center: LonLat;
  /** Ids of the group's places that have events in the window. */
  readonly ids: readonly string[];
  /** The zoom from which those places no longer share a mark; Infinity when zooming cannot part them, and for one alone. */
  readonly partsAt: number;
  /** Id of the place that gives the mark its name: the selected one, the only one with events, or the lead. */
  readonly named: string;
  readonly name: string;
  /** Its names in other languages; empty when there are none. */
  readonly otherNames: readonly string[];
  /** Events in the window. */
  readonly count: number;
  /** Null when the mark's events are of several hues: it is drawn in ink. */
  readonly hue: Hue | null;
  /** Set when there is but one event. */
  readonly single: SingleEvent | null;
  /** The point is not read from a source, or stands for a whole country or region. */
  readonly approximate: boolean;
  readonly selected: boolean;
  /** A place of the selected event is here. */
  readonly related: boolean;
}

/** What a mark is called by who cannot see it. */
export function spokenName(mark: Mark, t: typeof map): string {
  const { ids, name, count } = mark;
  if (ids.length < 2) return t.place(name, count);
  return (partsByZooming(mark) ? t.group : t.together)(ids.length, name, count);
}

/** True when zooming in gives each of its places a mark of its own. */
export function partsByZooming(mark: Mark): boolean {
  return mark.partsAt < MAX_ZOOM;
}

export interface MarkInput {
  readonly grouping: Grouping;
  /** Of `grouping`, at some zoom. */
  readonly groups: readonly Group[];
  readonly places: ReadonlyMap<string, Place>;
  readonly counts: ReadonlyMap<string, number>;
  readonly countOf: (ids: readonly string[]) => number;
  readonly hues: ReadonlyMap<string, Hue>;
  readonly singles: ReadonlyMap<string, SingleEvent>;
  readonly selectedPlace: string | null;
  readonly selectedEventPlaces: readonly string[];
  readonly language: string;
}

export function buildMarks(input: MarkInput): readonly Mark[] {
  const { counts, selectedPlace, selectedEventPlaces, language } = input;
  return input.groups.map((group) => {
    const ids = group.ids.filter((id) => (counts.get(id) ?? 0) > 0);
    const selected = selectedPlace !== null && group.ids.includes(selectedPlace);
    const named = selected ? selectedPlace : (ids.length === 1 && ids[0]) || group.lead;
    const place = input.places.get(named);
    if (place === undefined) throw new Error(`The map was given no place "${named}"`);
    const name = textIn(place.names, language, 'en');
    const count = ids.length > 1 ? input.countOf(ids) : (counts.get(ids[0] ?? '') ?? 0);
    return {
      id: group.lead,
      center: group.center,
      ids,
      partsAt: partZoom(input.grouping, ids, APART),
      named,
      name,
      otherNames: [...new Set(Object.values(place.names))].filter((other) => other !== name),
      count,
      hue: common(ids.map((id) => input.hues.get(id) ?? null)),
      single: (count === 1 && input.singles.get(ids[0] ?? '')) || null,
      approximate:
        place.pointStatus !== 'verified' || place.kind === 'country' || place.kind === 'region',
      selected,
      related: selectedEventPlaces.some((id) => group.ids.includes(id))
    };
  });
}

/** A mark that is as it was keeps its object, and so do all of them together: nothing of it is drawn again. */
export function keepMarks(before: readonly Mark[], marks: readonly Mark[]): readonly Mark[] {
  const known = new Map(before.map((mark) => [mark.id, mark]));
  const kept = marks.map((mark) => {
    const old = known.get(mark.id);
    return old && same(old, mark) ? old : mark;
  });
  return kept.length === before.length && kept.every((mark, i) => mark === before[i])
    ? before
    : kept;
}

/** A place's weight for grouping: the events at all places within its own radius, so that a city counts for what is in it. */
export function placeWeight(
  place: Place,
  places: readonly Place[],
  totals: ReadonlyMap<string, number>
): number {
  return places.reduce((sum, { id, point }) => {
    const inside =
      id === place.id || (point && place.point && greatCircle(place.point, point) <= place.radius);
    return inside ? sum + (totals.get(id) ?? 0) : sum;
  }, 0);
}

/** Pixels across a mark with this many events: area grows with the count, up to where a number of any length fits. */
export function markSize(count: number): number {
  if (count === 0) return 7;
  if (count === 1) return 18;
  return Math.min(42, Math.round(19 + 3.2 * Math.sqrt(count)));
}

/** Pixels from a mark's middle to the edge of all that is drawn of it, rings included. */
export function markRadius(mark: Mark): number {
  const ring = mark.selected || mark.related ? 4 : mark.approximate && mark.ids.length < 2 ? 3 : 1;
  return markSize(mark.count) / 2 + ring;
}

function common(hues: readonly (Hue | null)[]): Hue | null {
  const first = hues[0] ?? null;
  return hues.every((hue) => hue === first) ? first : null;
}
