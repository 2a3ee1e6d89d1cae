import { buildGrouping, groupCount, type Group, type Grouping } from '../core/clusters';
import { textIn, type LonLat, type Place } from '../core/story';
import { APART, markRadius, partsByZooming, placeWeight, type Mark } from './marks';
import { roundnessAt, type Frame } from './projection';

/** Which places share a mark at which zoom. `totals`: events in the whole story, by place id. */
export function groupPlaces(
  places: readonly Place[],
  totals: ReadonlyMap<string, number>
): Grouping {
  return buildGrouping(
    places.flatMap((place) => {
      const { id, point, kind } = place;
      return point ? [{ id, point, kind, weight: placeWeight(place, places, totals) }] : [];
    })
  );
}

/** On a globe places away from the middle stand closer than on the flat map that grouping reckons with: as much as this step of zoom. */
const GLOBE_SHRINKS = 0.35;

/** The zoom at which places stand about as far apart on a flat map as they do in this picture, away from its edges. */
export function groupingZoom({ zoom, roundness }: Pick<Frame, 'zoom' | 'roundness'>): number {
  return zoom - GLOBE_SHRINKS * roundness;
}

/** The zoom to group by: `cut` as long as its groups are those of `zoom`, so that nothing is built anew while they stay. */
export function nextCut(grouping: Grouping, cut: number | null, zoom: number): number {
  const same =
    cut !== null && groupCount(grouping, cut, APART) === groupCount(grouping, zoom, APART);
  return same ? cut : zoom;
}

/** A press on a group goes at least this much closer. */
const STRIDE = 1.2;
/** Past the zoom at which a group parts, so that there is room between its parts. */
const BEYOND = 0.3;

/** What a press on a mark asks for: a closer look, or one of its places. */
export function answerPress(
  mark: Mark,
  zoom: number,
  selectedPlace: string | null
): { readonly zoom: number } | { readonly place: string } {
  if (mark.ids.length < 2) return { place: mark.named };
  if (partsByZooming(mark)) return { zoom: Math.max(partsAt(mark) + BEYOND, zoom + STRIDE) };
  // Each press goes on to the next.
  const next = (mark.ids.indexOf(selectedPlace ?? '') + 1) % mark.ids.length;
  return { place: mark.ids[next] ?? mark.id };
}

function partsAt({ partsAt }: Mark): number {
  return partsAt + GLOBE_SHRINKS * roundnessAt(partsAt, false);
}

/** Where a line ends at a place: its mark, and pixels to keep clear of it. */
export interface Stand {
  readonly center: LonLat;
  readonly gap: number;
}

/** Lines know where they start and end by position, and should meet the marks there. `marks`: of `groups`, one each. */
export function buildStands(
  groups: readonly Group[],
  marks: readonly Mark[],
  places: ReadonlyMap<string, Place>
): (point: LonLat) => Stand {
  const stands = new Map(
    marks.flatMap((mark, i) => {
      const stand = { center: mark.center, gap: markRadius(mark) + 3 };
      return (groups[i]?.ids ?? []).map((id) => [`${places.get(id)?.point}`, stand] as const);
    })
  );
  return (point) => stands.get(`${point}`) ?? { center: point, gap: 4 };
}

/** Names that marks give to places, whatever the window, so that the ground need not. */
export function namesOnMarks(
  groups: readonly Group[],
  places: ReadonlyMap<string, Place>,
  language: string
): readonly string[] {
  return groups.flatMap(({ lead }) => {
    const place = places.get(lead);
    return place ? [textIn(place.names, language, 'en')] : [];
  });
}
