import { mercator } from './geodesy';
import type { LonLat, PlaceKind } from './story';

/** What grouping needs to know of a place. */
export interface GroupPoint {
  readonly id: string;
  readonly point: LonLat;
  readonly kind: PlaceKind;
  /** How much the place matters in the whole story, such as its number of events; never of the window, or marks would jump while scrubbing. */
  readonly weight: number;
}

/** Places that share one mark. */
export interface Group {
  /** Id of the place that gives the group its name and position. */
  readonly lead: string;
  /** All members, the lead first, then by importance. */
  readonly ids: readonly string[];
  /** The lead's own point, so that a mark always stands on a real place. */
  readonly center: LonLat;
}

/**
 * Which places come into being as marks of their own, and at which zoom. Built once a story; asking it for the groups of a zoom is linear.
 *
 * A place's *isolation* is its distance to the nearest more important place, as a topographer says of summits. It has a
 * mark of its own as soon as that distance fills the minimum on the screen; before, it belongs to that neighbour's group. Hence
 * marks are never closer to one another than the minimum, and zooming in only splits groups.
 */
export interface Grouping {
  /** By importance. */
  readonly members: readonly Member[];
  /** Of each id in `members`. */
  readonly positions: ReadonlyMap<string, number>;
}

interface Member {
  readonly id: string;
  readonly point: LonLat;
  /** Position in `members` of the nearest more important place; −1 for the first. */
  readonly parent: number;
  /** Distance to it as a share of the Mercator world's width; Infinity for the first. */
  readonly isolation: number;
}

/** Pixels around the world at zoom 0: MapLibre's tiles are 512 px. */
const WORLD_PX = 512;

const ORDER: Record<PlaceKind, number> = {
  // A reader knows a city's name, and seldom that of a building in it. A country goes last: its point is a stand-in for an area.
  city: 0,
  town: 1,
  site: 2,
  region: 3,
  country: 4,
  unlocated: 5
};

/** Builds the grouping of `points` (any order, ids unique). Quadratic in their number: some thousands at most. */
export function buildGrouping(points: readonly GroupPoint[]): Grouping {
  const sorted = [...points].sort(byImportance);
  const world = sorted.map(({ point }) => mercator(point));
  const members = sorted.map(({ id, point }, i) => {
    let parent = -1;
    let isolation = Infinity;
    for (let j = 0; j < i; j++) {
      const distance = worldDistance(world[i] as Pair, world[j] as Pair);
      if (distance < isolation) {
        isolation = distance;
        parent = j;
      }
    }
    return { id, point, parent, isolation };
  });
  return { members, positions: new Map(members.map(({ id }, i) => [id, i])) };
}

/** The groups at a MapLibre zoom, by importance of their leads. Every place is in exactly one. */
export function groupsAt(grouping: Grouping, zoom: number, minDistancePx = 40): readonly Group[] {
  const threshold = minDistancePx / (WORLD_PX * 2 ** zoom);
  const groups: { lead: string; ids: string[]; center: LonLat }[] = [];
  const groupOf: { lead: string; ids: string[]; center: LonLat }[] = [];
  for (const { id, point, parent, isolation } of grouping.members) {
    const above = groupOf[parent];
    const group =
      above === undefined || isolation >= threshold ? { lead: id, ids: [], center: point } : above;
    if (group !== above) groups.push(group);
    group.ids.push(id);
    groupOf.push(group);
  }
  return groups;
}

/** How many marks there are at a zoom. Equal numbers mean equal groups, so this tells cheaply whether anything has split. */
export function groupCount(grouping: Grouping, zoom: number, minDistancePx = 40): number {
  const threshold = minDistancePx / (WORLD_PX * 2 ** zoom);
  return grouping.members.filter(({ isolation, parent }) => parent < 0 || isolation >= threshold)
    .length;
}

/**
 * The lowest zoom at which these places (ids of members) no longer share one mark; Infinity for places that coincide, for one alone and for none.
 * @throws RangeError for an id that is no member's.
 */
export function partZoom(grouping: Grouping, ids: readonly string[], minDistancePx = 40): number {
  const at = new Set(ids.map((id) => positionOf(grouping, id)));
  let widest = 0;
  // They share a mark until one of the steps that join them in the tree of nearest more important places is wide enough to part them.
  // The least important of them is above none of the others, so it is the one to climb.
  while (at.size > 1) {
    const least = Math.max(...at);
    const { parent, isolation } = grouping.members[least] as Member;
    widest = Math.max(widest, isolation);
    at.delete(least);
    at.add(parent);
  }
  return widest === 0 ? Infinity : Math.log2(minDistancePx / (WORLD_PX * widest));
}

function positionOf({ positions }: Grouping, id: string): number {
  const position = positions.get(id);
  if (position === undefined) throw new RangeError(`partZoom: no place "${id}" was grouped`);
  return position;
}

function byImportance(a: GroupPoint, b: GroupPoint): number {
  return ORDER[a.kind] - ORDER[b.kind] || b.weight - a.weight || (a.id < b.id ? -1 : 1);
}

type Pair = readonly [x: number, y: number];

/** The shorter way round the world. */
function worldDistance(a: Pair, b: Pair): number {
  const dx = Math.abs(a[0] - b[0]) % 1;
  return Math.hypot(Math.min(dx, 1 - dx), a[1] - b[1]);
}
