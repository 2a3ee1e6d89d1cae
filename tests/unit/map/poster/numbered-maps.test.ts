import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gathered, numberedMaps } from '../../../../src/lib/map/poster/numbered-maps';
import type { Place } from '../../../../src/lib/core/story';
import { frames, place, points } from '../fixture';
import { base, HOSTILE, places } from './fixture';

const words = {
  language: 'en',
  whole: 'All places',
  near: (name: string) => `Around ${name}`,
  blankWhole: 'Blank'
};
const sizes = { whole: { width: 392, height: 270 }, near: { width: 280, height: 270 } };
const draw = (shown: readonly Place[]) => numberedMaps(shown, base, words, sizes);

/** The numbers on a map, each range spelt out. */
function numbersOn(svg: string): number[] {
  const texts = [...svg.matchAll(/class="number"[^]*?<text[^>]*>([^<]*)</g)].map(
    ([, text]) => text
  );
  return texts
    .flatMap((text) => {
      const [first = 0, last = first] = (text ?? '').split('–').map(Number);
      return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    })
    .sort((a, b) => a - b);
}

/** Nine in one corner of Albania and three far away. */
const crowded = [
  ...Array.from({ length: 9 }, (_, i) =>
    place(`here-${i}`, [19.6 + (i % 3) * 0.09, 41.3 + Math.floor(i / 3) * 0.08], {
      names: { en: `Here ${i}` }
    })
  ),
  ...places
];

describe('numberedMaps', () => {
  it('has every place that is on the map once, by number', () => {
    const maps = draw(crowded);
    const placed = crowded.filter(({ point }) => point !== null);
    expect(new Set(maps?.places)).toEqual(new Set(placed));
    expect(numbersOn(maps?.whole ?? '')).toEqual(placed.map((_, i) => i + 1));
  });

  it('goes closer where most of them are, and says where that is', () => {
    const maps = draw(crowded);
    const near = numbersOn(maps?.near ?? '');
    expect(near.length).toBeGreaterThanOrEqual(9);
    expect(near).toEqual(near.map((_, i) => i + 1));
    expect(maps?.near).toContain(`Around ${maps?.around?.names['en']}`);
    expect(draw(places)?.near).toBeNull();
    expect(draw([])).toBeNull();
  });

  it('leaves a blank one without numbers and names', () => {
    const maps = draw(crowded);
    const svg = maps?.blank ?? '';
    expect(numbersOn(svg)).toEqual([]);
    expect(svg.match(/<text/g)).toHaveLength(1);
    expect(svg).toContain('class="scale"');
  });

  it('writes names as text alone', () => {
    const maps = draw(crowded.map((each) => ({ ...each, names: { en: HOSTILE } })));
    expect(maps?.near).not.toMatch(/<script|onload="x"/);
  });
});

describe('gathered', () => {
  it('puts each place that is in sight into one group, and no group over another', () => {
    fc.assert(
      fc.property(fc.array(points, { maxLength: 25 }), frames(0, 8), (spots, frame) => {
        const all = spots.map((point, i) => place(`p${i}`, point));
        const groups = gathered(all, frame);
        const inSight = all.filter(({ point }) => point && !frame.hides(point));
        expect(groups.flatMap(({ members }) => members).length).toBe(inSight.length);
        expect(new Set(groups.flatMap(({ members }) => members))).toEqual(new Set(inSight));
        groups.forEach((a, i) =>
          groups.slice(i + 1).forEach((b) => {
            const apart = Math.abs(a.y - b.y) >= 18 || Math.abs(a.x - b.x) >= 23;
            expect(apart).toBe(true);
          })
        );
      }),
      { numRuns: 60 }
    );
  });
});
