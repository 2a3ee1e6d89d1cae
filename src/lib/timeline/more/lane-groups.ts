import { grouped } from './grouped';
import { timelineMore as more } from '../../i18n/en/timeline-more';
import { packLanes, type LaneItem, type LaneOptions, type Lanes } from '../lanes';

/** Rows that belong together, from the lowest on. */
export interface LaneGroup {
  /** "other" for all that have no name, or no rows of their own. */
  readonly name: string;
  readonly row: number;
  readonly rows: number;
}

export interface GroupedLanes extends Lanes {
  readonly groups: readonly LaneGroup[];
}

/**
 * Packs marks into rows by name. The name with the most marks stands uppermost and what is left, `nameOf` null or without a row, lowest; rows to
 * spare go to where marks are most. No mark leaves the rows of its name.
 */
export function packByName(
  items: readonly LaneItem[],
  nameOf: (id: string) => string | null,
  options: LaneOptions
): GroupedLanes {
  const byName = grouped(items, ({ id }) => nameOf(id));
  const unnamed = byName.get(null) ?? [];
  byName.delete(null);
  const named = [...byName].sort(
    ([a, some], [b, others]) => others.length - some.length || (String(a) < String(b) ? -1 : 1)
  );
  const fit = named.length + (unnamed.length > 0 ? 1 : 0) <= options.rows;
  const kept = fit ? named : named.slice(0, options.rows - 1);
  const rest = [...unnamed, ...named.slice(kept.length).flatMap(([, list]) => list)];
  const groups = kept.map(([name, list]) => [name ?? '', list] as const);
  if (rest.length > 0) groups.push([more.lanes.other, rest]);

  const rows = groups.map(() => 1);
  for (let spare = options.rows - groups.length; spare > 0 && groups.length > 0; spare--) {
    const load = groups.map(([, list], i) => list.length / (rows[i] as number));
    const fullest = load.indexOf(Math.max(...load));
    rows[fullest] = (rows[fullest] as number) + 1;
  }

  let above = options.rows;
  const packed = groups.map(([name, list], i) => {
    const own = rows[i] as number;
    above -= own;
    const { placed, overflow } = packLanes(list, { ...options, rows: own });
    return {
      group: { name, row: above, rows: own },
      placed: placed.map((mark) => ({ ...mark, row: mark.row + above })),
      overflow: overflow.map((each) => ({ ...each, row: above + own - 1 }))
    };
  });
  return {
    placed: packed.flatMap(({ placed }) => placed),
    overflow: packed.flatMap(({ overflow }) => overflow),
    groups: packed.map(({ group }) => group)
  };
}
