import type { DensityLane } from '../density';

/** More rows than this cannot be read. */
const MOST_LANES = 8;

/** At most as many lanes as there is room for: the last ones become one, of which each event counts as often as it is in them. */
export function mergedLanes(lanes: readonly DensityLane[], other: string): readonly DensityLane[] {
  if (lanes.length <= MOST_LANES) return lanes;
  const merged = lanes.slice(MOST_LANES - 1).map(({ density }) => density);
  const version = merged.map((each) => each.version);
  return [
    ...lanes.slice(0, MOST_LANES - 1),
    {
      id: 'other lanes',
      name: other,
      density: {
        extent: {
          from: Math.min(...merged.map(({ extent }) => extent.from)),
          to: Math.max(...merged.map(({ extent }) => extent.to))
        },
        total: merged.reduce((sum, { total }) => sum + total, 0),
        finest: Math.min(...merged.map(({ finest }) => finest ?? 1)),
        version,
        bins: (edges) => {
          const counts = merged.map((each) => each.bins(edges));
          const sum = (of: 'may' | 'surely') =>
            Float64Array.from({ length: edges.length - 1 }, (_, bin) =>
              counts.reduce((total, each) => total + (each[of][bin] as number), 0)
            );
          return { may: sum('may'), surely: sum('surely') };
        }
      }
    }
  ];
}
