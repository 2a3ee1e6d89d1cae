import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { X_UNITS } from '../../../../src/lib/core/archive/fixed-point';
import { ArchiveScene } from '../../../../src/lib/map/archive/archive-scene';
import { MARGIN } from '../../../../src/lib/map/archive/mark-slots';
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

/** Pixels between an event and the mark that has it in it, at most: both are in one spot, or in one cell. */
function reachOf(scene: ArchiveScene): number {
  const shift = scene.spots?.xShift ?? Number(/^\d+/.exec(scene.keyOf(0)));
  const { zoom, center, roundness } = scene.frame;
  const flat = (512 * 2 ** zoom * 2 ** shift) / X_UNITS;
  return Math.SQRT2 * (roundness > 0 ? flat / Math.cos(radians(center[1])) : flat);
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Whether all within `reach` pixels of an event is in a picture, or in the margin around it that marks reach into it from. */
function isInside(at: Row['at'], frame: Frame, reach: number): boolean {
  if (at === null) return false;
  const { x, y } = projectNear(frame, at);
  const edge = Math.max(0, reach - MARGIN);
  if (x < edge || y < edge || x > frame.width - edge || y > frame.height - edge) return false;
  if (frame.roundness === 0) return true;
  const [lat, own] = [radians(frame.center[1]), radians(at[1])];
  const east = radians(at[0] - frame.center[0]);
  const near = Math.sin(lat) * Math.sin(own) + Math.cos(lat) * Math.cos(own) * Math.cos(east);
  const horizon = Math.acos(frame.radius / (frame.radius + frame.depth));
  return Math.acos(Math.min(1, near)) + reach / frame.radius < horizon;
}

/** How many events of a list, all of which count, are surely in a picture and not shown in it. */
function missing(scene: ArchiveScene, list: readonly Row[]): number {
  const { spots, index, marks, frame } = scene;
  const reach = reachOf(scene);
  const inside = list.flatMap(({ at }, row) => (isInside(at, frame, reach) ? [row] : []));
  if (spots === null) return Math.max(0, inside.length - shown(scene));
  const found = new Set<number>();
  for (let i = 0; i < spots.events; i++) {
    const position = spots.positions[i] as number;
    if (marks.markOf[spots.spotOf[i] as number] !== -1) found.add(index.rows[position] as number);
  }
  return inside.filter((row) => !found.has(row)).length;
}

/** How the events of a picture are grouped. */
function grouping({ spots, dots, marks }: ArchiveScene) {
  const counts = [...marks.counts.subarray(0, marks.length)];
  return { shift: spots?.xShift ?? null, dots, counts, leftOut: marks.leftOut };
}

/** Doubles are mostly next to nothing, as fast-check chooses them. */
const even = (least: number, most: number) =>
  fc.integer({ min: 0, max: 2000 }).map((n) => least + ((most - least) * n) / 2000);
const share = (most: number) => even(-most, most);
const starts = fc
  .tuple(frames(0, 7), even(0, 7), even(-180, 180))
  .map(([frame, zoom, lon]) => frameOf({ ...frame, zoom, center: [lon, frame.center[1]] }));
const boundedLat = (lat: number) => Math.max(-80, Math.min(80, lat));

type Move = (frame: Frame) => Frame;
/** What a reader does with the map: drags and zooms it, jumps to elsewhere, opens or closes a card beside it. */
const movement: fc.Arbitrary<Move> = fc.oneof(
  // In shares of the picture's width and height.
  fc
    .record({ east: share(0.3), north: share(0.3), closer: share(1) })
    .map((by): Move => (frame) => {
      const degrees = 360 / (512 * 2 ** frame.zoom);
      const lon = frame.center[0] + by.east * frame.width * degrees;
      const lat = boundedLat(frame.center[1] + by.north * frame.height * degrees);
      const zoom = Math.max(-1, frame.zoom + by.closer);
      return frameOf({ ...frame, center: [((lon + 540) % 360) - 180, lat], zoom });
    }),
  fc.tuple(share(180), share(80)).map(
    (center): Move =>
      (frame) =>
        frameOf({ ...frame, center: [center[0], center[1]] })
  ),
  even(0.2, 0.8).map(
    (at): Move =>
      (frame) =>
        frameOf({ ...frame, middle: { x: at * frame.width, y: frame.middle.y } })
  )
);

describe('a picture of an archive', () => {
  it('shows every event of the window in sight, in a mark or as a dot, and each once', () => {
    fc.assert(
      fc.property(
        rows,
        pictures,
        pictures,
        window,
        certainty,
        fc.boolean(),
        (list, first, frame, span, how, dots) => {
          const scene = new ArchiveScene(indexOf(list), first);
          scene.step(span, how);
          scene.show(first, false, dots);
          scene.show(frame, false, dots);
          const counts = (row: Row) => meets(row, span, how);
          const all = list.filter((row) => row.at && counts(row)).length;
          expect(shown(scene)).toBeLessThanOrEqual(all);
          const counted = list.map((row) => (counts(row) ? row : { ...row, at: null }));
          expect(missing(scene, counted)).toBe(0);
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

  it.each([
    ['a few events', 150],
    ['many', 3000]
  ])('shows all in sight of %s while the map moves, jumps or is covered by a card', (_, size) => {
    const list = instants(size, (i) => scattered(i, 359, 170));
    const index = indexOf(list);
    fc.assert(
      fc.property(starts, fc.array(movement, { minLength: 1, maxLength: 6 }), (start, all) => {
        const scene = new ArchiveScene(index, start);
        let frame = start;
        for (const move of all) {
          frame = move(frame);
          scene.show(frame, false, true);
          expect(missing(scene, list)).toBe(0);
        }
      }),
      { numRuns: 500 }
    );
  });

  it('is grouped for its own zoom once it rests, and no step of a scrub groups it anew', () => {
    const index = indexOf(instants(400, (i) => scattered(i, 359, 160)));
    fc.assert(
      fc.property(starts, fc.array(movement, { minLength: 1, maxLength: 6 }), (start, all) => {
        const scene = new ArchiveScene(index, start);
        let frame = start;
        for (const move of all) {
          frame = move(frame);
          scene.show(frame, false, true);
          if (all.length % 2 === 0) scene.step(null, 'may');
        }
        scene.show(frame, true, true);
        expect(scene.unsettled(frame)).toBe(false);
        if (scene.spots) {
          const px = (512 * 2 ** frame.zoom * 2 ** scene.spots.xShift) / X_UNITS;
          expect(px).toBeGreaterThanOrEqual(7);
          expect(px).toBeLessThan(14.001);
        }
        const before = grouping(scene);
        scene.step(null, 'may');
        scene.show(frame, false, true);
        expect(grouping(scene)).toEqual(before);
      }),
      { numRuns: 300 }
    );
  });

  it('shows the far side of a globe that is turned around at once', () => {
    const scene = new ArchiveScene(indexOf(instants(1, () => [20, 0])), frameAt([-160, 0], 1.2));
    scene.show(frameAt([-160, 0], 1.2), false, true);
    expect(shown(scene)).toBe(0);
    scene.show(frameAt([20, 0], 1.2), false, true);
    expect(shown(scene)).toBe(1);
  });

  it('shows what comes into sight where a card beside the map opens or closes', () => {
    const list = instants(60, (i) => [20 + (i % 20) - 10, 38 + Math.floor(i / 20)]);
    const [width, open] = [720, { middle: { x: 160, y: 300 } }];
    const scene = new ArchiveScene(indexOf(list), frameAt([20, 40], 7, { width, ...open }));
    const west = 20 - ((0.28 * width) / (512 * 2 ** 7)) * 360;
    scene.show(frameAt([west, 40], 7, { width, ...open }), false, true);
    scene.show(frameAt([west, 40], 7, { width }), false, true);
    expect(missing(scene, list)).toBe(0);
  });

  it('has spots as wide as dots once it rests, though its cells need not change', () => {
    const [width, height] = [1056, 750];
    const index = indexOf(instants(900, (i) => scattered(i, 359, 160)));
    const near = frameAt([20, 30], 4.89, { width, height });
    const scene = new ArchiveScene(index, frameAt([20, 30], 3.92, { width, height }));
    scene.show(scene.frame, true, true);
    scene.show(near, false, true);
    expect(scene.unsettled(near)).toBe(true);
    scene.show(near, true, true);
    expect(scene.spots && (512 * 2 ** 4.89 * 2 ** scene.spots.xShift) / X_UNITS).toBeLessThan(14);
    expect(scene.unsettled(near)).toBe(false);
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

  it('takes about as many events for too many again while the window moves, and looks once it rests', () => {
    // One event a day, and 960 dots at most.
    const index = indexOf(instants(2000, (i) => scattered(i, 300, 120)));
    const frame = frameAt([0, 10], 0.6, { flat: true });
    const scene = new ArchiveScene(index, frame);
    const dotsWith = (events: number, rests: boolean) => {
      scene.step({ from: 0, to: events * DAY - 1 }, 'may');
      scene.show(frame, rests, true);
      expect(shown(scene)).toBe(events);
      return scene.dots;
    };
    expect(dotsWith(1200, false)).toBe(false);
    expect(scene.unsettled(frame)).toBe(false);
    expect(dotsWith(940, false)).toBe(false);
    expect(scene.unsettled(frame)).toBe(true);
    expect(dotsWith(940, true)).toBe(true);
    expect(scene.unsettled(frame)).toBe(false);
    expect(dotsWith(1500, false)).toBe(false);
    expect(dotsWith(800, false)).toBe(true);
    expect(dotsWith(900, false)).toBe(true);
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
