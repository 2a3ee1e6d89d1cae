import type { YearCount } from '$lib/core/archive/yearly-counts';
import type { Box } from '$lib/core/box';
import type { Window } from '$lib/core/story';
import type { Density } from '$lib/timeline/density';

/** What the page as sent knows of an archive whose events have not come: plain data. */
export interface ArchivePreview {
  /** Dated events. */
  readonly size: number;
  readonly undated: number;
  readonly unplaced: number;
  readonly extent: Window;
  /** What the map opens at; null: no event has a place. */
  readonly fit: Box | null;
  readonly years: readonly YearCount[];
  /** The shortest bin worth counting in, in ms. */
  readonly finest: number;
  /** Bins of the whole extent, and how many events may be and surely are in each. */
  readonly edges: readonly number[];
  readonly may: readonly number[];
  readonly surely: readonly number[];
}

/** Exact for the bins that it was made with; for others their numbers are shared out by length. */
export function previewDensity({
  size,
  extent,
  finest,
  edges,
  may,
  surely
}: ArchivePreview): Density {
  const share = (counts: readonly number[], wanted: Float64Array) =>
    Array.from({ length: wanted.length - 1 }, (_, bin) => {
      const [from, to] = [wanted[bin] as number, wanted[bin + 1] as number];
      return counts.reduce((sum, count, i) => {
        const [start, end] = [edges[i] as number, edges[i + 1] as number];
        const common = Math.max(0, Math.min(end, to) - Math.max(start, from));
        return sum + (count * common) / (end - start);
      }, 0);
    });
  return {
    version: edges,
    extent,
    total: size,
    finest,
    bins: (wanted) => {
      const same = wanted.length === edges.length && edges.every((edge, i) => edge === wanted[i]);
      return same ? { may, surely } : { may: share(may, wanted), surely: share(surely, wanted) };
    }
  };
}
