import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewDensity, type ArchivePreview } from '../../../src/lib/viewer/archive/preview';

const DAY = 86_400_000;
function previewOf(edges: readonly number[], may: readonly number[]): ArchivePreview {
  return {
    size: may.reduce((sum, n) => sum + n, 0),
    undated: 0,
    unplaced: 0,
    extent: { from: edges[0] as number, to: (edges.at(-1) as number) - 1 },
    fit: null,
    years: [],
    finest: DAY,
    edges,
    may,
    surely: may.map((n) => n / 2)
  };
}

describe('the density of an archive that has not come', () => {
  const preview = previewOf([0, 10, 20, 40], [6, 0, 8]);
  const density = previewDensity(preview);

  it('is as the page was sent with it, and counted no finer', () => {
    expect(density.extent).toEqual({ from: 0, to: 39 });
    expect(density.total).toBe(14);
    expect(density.finest).toBe(DAY);
  });

  it('has exactly the numbers of the bins that it was made with', () => {
    const { may, surely } = density.bins(Float64Array.of(0, 10, 20, 40));
    expect(may).toEqual([6, 0, 8]);
    expect(surely).toEqual([3, 0, 4]);
  });

  it('shares them out by length among other bins', () => {
    const { may } = density.bins(Float64Array.of(-10, 5, 15, 30, 40, 60));
    expect(may).toEqual([3, 3, 4, 4, 0]);
  });

  it('loses and invents none, whatever the bins', () => {
    const ascending = fc
      .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 12 })
      .map((edges) => edges.sort((a, b) => a - b));
    fc.assert(
      fc.property(ascending, ascending, fc.array(fc.nat(50)), (edges, inner, numbers) => {
        const counts = edges.slice(1).map((_, i) => numbers[i] ?? 1);
        const wanted = Float64Array.of(-1, ...inner.map((ms) => ms + 0.5), 1001);
        const { may } = previewDensity(previewOf(edges, counts)).bins(wanted);
        const sum = (list: ArrayLike<number>) => Array.from(list).reduce((a, b) => a + b, 0);
        expect(may).toHaveLength(wanted.length - 1);
        expect(sum(may)).toBeCloseTo(sum(counts), 6);
      })
    );
  });
});
