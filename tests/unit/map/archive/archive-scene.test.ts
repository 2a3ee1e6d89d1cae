import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArchiveScene } from '../../../../src/lib/map/archive/archive-scene';
import { frameOf, projectNear, type Frame } from '../../../../src/lib/map/projection';
import { meets, rows, window, type Row } from '../../core/archive/arbitrary-columns';
import { frameAt, frames } from '../fixture';
import { certainty, indexOf, instants, scattered } from './fixture';

const pictures = fc.oneof(
  frames(0, 8),
  fc
    .tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -1, max: 6 }))
    .map(([lon, zoom]) => frameAt([lon, 20], zoom, { flat: true }))
);
const DAY = 86_400_000;

/** Events that marks and dots stand for. */
function shown(scene: ArchiveScene): number {
  const { marks } = scene;
  return marks.counts.subarray(0, marks.length).reduce((a, b) => a + b, 0) + marks.leftOut;
}

/** Rows of the events that a picture surely shows: well inside it, and not near the globe's edge. */
function rowsWellInside(list: readonly Row[], frame: Frame, counts: (row: Row) => boolean) {
  const edge = frame.radius / (frame.radius + frame.depth);
  return list.filter((row) => {
    if (!row.at || !counts(row)) return false;
    const [lat, at] = [frame.center[1], row.at[1]].map((degrees) => (degrees * Math.PI) / 180) as [
      number,
      number
    ];
    const east = ((row.at[0] - frame.center[0]) * Math.PI) / 180;
    const near = Math.sin(lat) * Math.sin(at) + Math.cos(lat) * Math.cos(at) * Math.cos(east);
    if (frame.roundness > 0 && near < edge + 0.2) return false;
    const { x, y } = projectNear(frame, row.at);
    return x > 0 && y > 0 && x < frame.width && y < frame.height;
  });
}

describe('a picture of an archive', () => {
  it('shows every event of the window in sight, in a mark or as a dot, and each once', () => {
    fc.assert(
      fc.property(
        rows,
        pictures,
        window,
        certainty,
        fc.boolean(),
        (list, frame, span, how, dots) => {
          const scene = new ArchiveScene(indexOf(list), frame);
          scene.step(span, how);
          scene.show(frame, false, dots);
          const counts = (row: Row) => meets(row, span, how);
          const all = list.filter((row) => row.at && counts(row)).length;
          expect(shown(scene)).toBeLessThanOrEqual(all);
          expect(shown(scene)).toBeGreaterThanOrEqual(rowsWellInside(list, frame, counts).length);
          const found = new Set<number>();
          for (let mark = 0; mark < scene.marks.length; mark++) {
            let own = 0;
            scene.eachIn(mark, (position) => {
              own++;
              found.add(position);
            });
            expect(own).toBe(scene.marks.counts[mark]);
          }
          expect(found.size + scene.marks.leftOut).toBe(shown(scene));
        }
      ),
      { numRuns: 500 }
    );
  });

  it('shows every event in sight while the map moves, and has settled once it rests', () => {
    const list = instants(3000, (i) => scattered(i, 359, 160));
    const index = indexOf(list);
    const step = fc.record({
      east: fc.double({ min: -1, max: 1, noNaN: true }),
      north: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      closer: fc.double({ min: -1, max: 1, noNaN: true })
    });
    const still = frames(4.5, 7).map((frame) => frameOf({ ...frame, flat: true }));
    fc.assert(
      fc.property(still, fc.array(step, { minLength: 1, maxLength: 5 }), (start, steps) => {
        const scene = new ArchiveScene(index, start);
        let frame = start;
        for (const { east, north, closer } of [{ east: 0, north: 0, closer: 0 }, ...steps]) {
          // In shares of the picture's width and height.
          const degrees = 360 / (512 * 2 ** frame.zoom);
          const lat = frame.center[1] + north * frame.height * degrees;
          frame = frameOf({
            ...frame,
            center: [
              frame.center[0] + east * frame.width * degrees,
              Math.max(-80, Math.min(80, lat))
            ],
            zoom: frame.zoom + closer
          });
          scene.show(frame, false, true);
          const inSight = rowsWellInside(list, frame, () => true).length;
          expect(shown(scene)).toBeGreaterThanOrEqual(inSight);
        }
        scene.show(frame, true, true);
        expect(scene.unsettled(frame)).toBe(false);
      }),
      { numRuns: 300 }
    );
  });

  it('keeps its cells while a movement zooms a little, and not when it zooms far', () => {
    const scene = new ArchiveScene(indexOf([]), frameAt([20, 41], 6.2));
    scene.show(frameAt([20, 41], 7.2), false, true);
    expect(scene.unsettled(frameAt([20, 41], 7.2))).toBe(true);
    scene.show(frameAt([20, 41], 7.6), false, true);
    expect(scene.unsettled(frameAt([20, 41], 7.6))).toBe(false);
  });

  it('has each event as a mark of its own where there are few', () => {
    const index = indexOf(instants(20, (i) => [i * 10 - 100, (i % 5) * 8]));
    const frame = frameAt([0, 10], 1, { flat: true, width: 1200 });
    const scene = new ArchiveScene(index, frame);
    scene.show(frame, false, true);
    expect(scene.dots).toBe(false);
    expect(scene.marks.length).toBe(20);
    expect([...scene.marks.single.subarray(0, 20)].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i)
    );
  });

  it('has dots and numbers where there are more, and numbers alone where dots cannot be drawn', () => {
    // Scattered, and a hundred of them in one place.
    const index = indexOf(instants(600, (i) => (i < 100 ? [20, 40] : scattered(i, 300, 120))));
    const frame = frameAt([0, 10], 1, { flat: true, width: 1200 });
    const scene = new ArchiveScene(index, frame);
    scene.show(frame, false, true);
    expect(scene.dots).toBe(true);
    expect(scene.marks.counts[0]).toBeGreaterThanOrEqual(100);
    expect(scene.spots?.dots).toBe(scene.marks.leftOut);
    scene.show(frame, false, false);
    expect(scene.dots).toBe(false);
    expect(scene.marks.leftOut).toBe(0);
    expect(shown(scene)).toBe(600);
  });

  it('has no more than some two hundred marks, however many events there are', () => {
    const list = instants(40_000, (i) => scattered(i, 340, 150));
    const index = indexOf(list);
    for (const [width, height] of [
      [390, 370],
      [1024, 768],
      [2560, 1440]
    ] as const) {
      const frame = frameAt([0, 10], Math.log2(width / 512), { flat: true, width, height });
      const scene = new ArchiveScene(index, frame);
      scene.step({ from: 0, to: 39_000 * DAY }, 'may');
      scene.show(frame, false, true);
      expect(scene.dots).toBe(false);
      expect(scene.marks.length).toBeGreaterThan(20);
      expect(scene.marks.length).toBeLessThanOrEqual(240);
    }
  });

  it('names its marks apart', () => {
    fc.assert(
      fc.property(rows, pictures, window, (list, frame, span) => {
        const scene = new ArchiveScene(indexOf(list), frame);
        scene.step(span, 'may');
        scene.show(frame, true, false);
        const keys = Array.from({ length: scene.marks.length }, (_, mark) => scene.keyOf(mark));
        expect(new Set(keys).size).toBe(keys.length);
      })
    );
  });

  it('looks at what is near alone where the whole is too much, wherever it looks next', () => {
    // Far more than can be passed over at each step, nearly all of it elsewhere.
    const list = instants(70_000, (i) => {
      if (i % 1000 === 0) return [20 + i / 1e6, 41];
      return i % 1000 === 1 ? [60 + i / 1e6, 41] : [-100, 40];
    });
    const scene = new ArchiveScene(indexOf(list), frameAt([20, 41], 9));
    for (const lon of [20, 60, 20]) {
      scene.show(frameAt([lon, 41], 9), false, true);
      expect(scene.spots?.events).toBe(70);
      expect(shown(scene)).toBe(70);
    }
  });
});
