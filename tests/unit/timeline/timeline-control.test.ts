import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildElasticScale, buildTrueScale } from '../../../src/lib/core/elastic-scale';
import type { Window } from '../../../src/lib/core/story';
import { DAY, HOUR, MINUTE } from '../../../src/lib/core/zone';
import { momentsOf } from '../../../src/lib/timeline/more/moments-of';
import { Player } from '../../../src/lib/timeline/more/player';
import { movedByKey as moved } from '../../../src/lib/timeline/more/window-keys';
import {
  TimelineControl,
  type PlayMode,
  type TimelineSetup
} from '../../../src/lib/timeline/timeline-control';

const ZONE = 'Europe/Tirane';
/** Midnight in Tirana that begins the given day of 2022, counted from 1 July: the clocks do not change until 30 October. */
const START = Date.parse('2022-07-01T00:00+02:00');
const day = (n: number) => START + n * DAY;
const days = (from: number, to: number): Window => ({ from: day(from), to: day(to) - 1 });
const SPANS = [days(0, 1), days(20, 21), days(40, 45), days(40, 41), days(99, 100)];
const MOMENTS = momentsOf(SPANS);

let reported: (Window | null)[];
let changes: number;

/** A hundred days over 1000 pixels: ten a day, so that the ends keep to days. */
function control(
  window: Window | null = null,
  scale = buildTrueScale({ from: day(0), to: day(100) })
) {
  return new TimelineControl(
    { scale, zone: ZONE, movedByKey, window, left: 0, right: 1000 },
    { onwindow: (next) => reported.push(next), onchange: () => (changes += 1) }
  );
}

const movedByKey: TimelineSetup['movedByKey'] = (...press) => moved(...press, MOMENTS);

/** Plays as the timeline does. */
function play(
  timeline: TimelineControl,
  speed = 1,
  mode: PlayMode = 'glide',
  { moments = MOMENTS, many = false } = {}
) {
  timeline.play((played) => new Player(played, { zone: ZONE, moments, speed, mode, many }));
}

beforeEach(() => {
  reported = [];
  changes = 0;
});

test('what is in sight is the same object while the window moves, and another once the axis does', () => {
  const timeline = control(days(20, 40));
  const { view } = timeline.state;
  timeline.grab('window', 300);
  timeline.drag(500);
  timeline.release();
  timeline.setWindow(days(60, 70));
  expect(timeline.state.view).toBe(view);
  timeline.zoom(2, 500);
  expect(timeline.state.view).not.toBe(view);
});

test('what is in sight is as it says by the time that it tells of a change, while it plays, too', () => {
  const scale = buildTrueScale({ from: day(0), to: day(100) });
  let told: unknown;
  const timeline: TimelineControl = new TimelineControl(
    { scale, zone: ZONE, movedByKey, window: days(20, 22), left: 0, right: 1000 },
    { onwindow: () => undefined, onchange: () => (told = timeline.view) }
  );
  timeline.zoom(20, 210);
  const { view } = timeline;
  play(timeline);
  for (let tick = 0; tick < 300; tick++) {
    timeline.tick(16);
    expect(told).toBe(timeline.view);
  }
  expect(timeline.view).not.toEqual(view);
});

describe('dragging', () => {
  test('an end stays under the finger, wherever it was taken, and the window keeps to days', () => {
    const timeline = control(days(20, 40));
    timeline.grab('from', 206);
    timeline.drag(252);
    expect(timeline.state.ends.from).toBeCloseTo(246);
    expect(timeline.state.window).toEqual(days(25, 40));
    expect(timeline.state.held).toBe('from');
    timeline.release();
    expect(timeline.state.ends.from).toBeCloseTo(250);
    expect(timeline.state.held).toBeNull();
  });

  test('an end dragged across the other becomes the other', () => {
    const timeline = control(days(20, 40));
    timeline.grab('from', 200);
    timeline.drag(501);
    expect(timeline.state.window).toEqual(days(40, 50));
    expect(timeline.state.held).toBe('to');
    timeline.drag(299);
    expect(timeline.state.window).toEqual(days(30, 40));
    expect(timeline.state.held).toBe('from');
  });

  test('the window never gets shorter than a step', () => {
    const timeline = control(days(20, 40));
    timeline.grab('from', 200);
    timeline.drag(399);
    expect(timeline.state.window).toEqual(days(39, 40));
    timeline.drag(401);
    expect(timeline.state.window).toEqual(days(40, 41));
  });

  test('an end stops at the end of the axis', () => {
    const timeline = control(days(20, 40));
    timeline.grab('to', 400);
    timeline.drag(5000);
    expect(timeline.state.window).toEqual(days(20, 100));
    expect(timeline.state.ends.to).toBeCloseTo(1000);
  });

  test('the window keeps its width and stops at both ends', () => {
    const timeline = control(days(20, 40));
    timeline.grab('window', 300);
    timeline.drag(350);
    expect(timeline.state.window).toEqual(days(25, 45));
    timeline.drag(-900);
    expect(timeline.state.window).toEqual(days(0, 20));
    timeline.drag(5000);
    expect(timeline.state.window).toEqual(days(80, 100));
  });

  test('both ends at the ends of the axis is the whole story', () => {
    const timeline = control(days(0, 40));
    timeline.grab('to', 400);
    timeline.drag(1000);
    expect(timeline.state.window).toBeNull();
    expect(reported).toEqual([null]);
  });

  test('reports a window once, however often the pointer moves within a day', () => {
    const timeline = control(days(20, 40));
    timeline.grab('from', 200);
    for (const px of [246, 247, 248, 249]) timeline.drag(px);
    expect(reported).toEqual([days(25, 40)]);
    expect(changes).toBeGreaterThan(4);
  });

  test('without having grabbed anything is a mistake', () => {
    expect(() => control().drag(10)).toThrow('call grab first');
  });

  test('from anywhere to anywhere leaves a window inside the axis, its ends in order', () => {
    const px = fc.integer({ min: -500, max: 1500 });
    const handle = fc.constantFrom('from' as const, 'to' as const, 'window' as const);
    const elastic = buildElasticScale(SPANS, { zone: ZONE });
    fc.assert(
      fc.property(
        handle,
        px,
        fc.array(px),
        fc.integer({ min: 1, max: 60 }),
        (part, at, to, zoom) => {
          const timeline = control(days(20, 40), elastic);
          timeline.zoom(zoom, 400);
          timeline.grab(part, at);
          for (const next of to) timeline.drag(next);
          timeline.release();
          const window = timeline.state.window ?? days(0, 100);
          expect(window.to).toBeGreaterThan(window.from);
          expect(window.from).toBeGreaterThanOrEqual(day(0));
          expect(window.to).toBeLessThan(day(100));
        }
      )
    );
  });
});

describe('steps that the window keeps to', () => {
  test('are days, and become finer as the axis is zoomed', () => {
    const timeline = control();
    expect(timeline.stepAt(day(50))).toBe(DAY);
    timeline.zoom(10, 500);
    expect(timeline.stepAt(day(50))).toBe(6 * HOUR);
    timeline.zoom(5, 500);
    expect(timeline.stepAt(day(50))).toBe(HOUR);
    timeline.zoom(2, 500);
    expect(timeline.stepAt(day(50))).toBe(15 * MINUTE);
    timeline.zoom(1000, 500);
    expect(timeline.stepAt(day(50))).toBe(MINUTE);
  });

  test('are days of the zone on both sides of a change of the clocks', () => {
    const october = {
      from: Date.parse('2022-09-01T00:00+02:00'),
      to: Date.parse('2022-12-01T00:00+01:00')
    };
    const timeline = control(
      { from: october.from, to: october.from + DAY - 1 },
      buildTrueScale(october)
    );
    timeline.grab('to', timeline.state.ends.to);
    timeline.drag(timeline.xOf(Date.parse('2022-11-10T00:00+01:00')) + 2);
    expect(timeline.state.window?.to).toBe(Date.parse('2022-11-10T00:00+01:00') - 1);
  });
});

describe('keys', () => {
  const pressed = (handle: 'from' | 'to' | 'window', ...keys: string[]) => {
    const timeline = control(days(20, 40));
    for (const key of keys) {
      expect(timeline.key(handle, key.replace('Shift+', ''), key.startsWith('Shift+'))).toBe(true);
    }
    return timeline.state.window;
  };

  test('arrows move an end by a day', () => {
    expect(pressed('from', 'ArrowRight')).toEqual(days(21, 40));
    expect(pressed('from', 'ArrowUp', 'ArrowUp')).toEqual(days(22, 40));
    expect(pressed('to', 'ArrowLeft')).toEqual(days(20, 39));
    expect(pressed('to', 'ArrowDown', 'ArrowRight')).toEqual(days(20, 40));
  });

  test('arrows with Shift move it by a week', () => {
    expect(pressed('from', 'Shift+ArrowLeft')).toEqual(days(13, 40));
    expect(pressed('window', 'Shift+ArrowRight')).toEqual(days(27, 47));
  });

  test('Page Up and Page Down go to the next and the previous start or end of an event', () => {
    expect(pressed('from', 'PageUp')).toEqual(days(21, 40));
    expect(pressed('from', 'PageDown')).toEqual(days(1, 40));
    expect(pressed('to', 'PageUp')).toEqual(days(20, 41));
    expect(pressed('to', 'PageUp', 'PageUp')).toEqual(days(20, 45));
    expect(pressed('to', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp')).toEqual(days(20, 100));
  });

  test('Home and End go as far as the end can go', () => {
    expect(pressed('from', 'Home')).toEqual(days(0, 40));
    expect(pressed('from', 'End')).toEqual(days(39, 40));
    expect(pressed('to', 'End')).toEqual(days(20, 100));
    expect(pressed('to', 'Home')).toEqual(days(20, 21));
  });

  test('move the window as a whole and stop at the ends of the axis', () => {
    expect(pressed('window', 'ArrowLeft')).toEqual(days(19, 39));
    expect(pressed('window', 'Home')).toEqual(days(0, 20));
    expect(pressed('window', 'Home', 'ArrowLeft')).toEqual(days(0, 20));
    expect(pressed('window', 'End')).toEqual(days(80, 100));
    expect(pressed('window', 'PageUp')).toEqual(days(21, 41));
  });

  test('of others are left alone', () => {
    const timeline = control(days(20, 40));
    expect(timeline.key('from', 'Tab')).toBe(false);
    expect(timeline.key('from', 'a')).toBe(false);
    expect(reported).toEqual([]);
  });

  test('plus and minus zoom around the end, 0 shows the whole axis', () => {
    const timeline = control(days(20, 40));
    timeline.key('from', '+');
    expect(timeline.zoomed).toBe(true);
    expect(timeline.state.ends.from).toBeCloseTo(200);
    timeline.key('from', '-');
    expect(timeline.zoomed).toBe(false);
    timeline.key('to', '+');
    timeline.key('to', '0');
    expect(timeline.zoomed).toBe(false);
  });

  test('bring into view what they move', () => {
    const timeline = control(days(20, 40));
    timeline.zoom(8, 900);
    timeline.key('from', 'ArrowRight');
    expect(timeline.state.ends.from).toBeGreaterThanOrEqual(0);
    expect(timeline.state.ends.from).toBeLessThanOrEqual(1000);
  });

  test('move by a step finer than a day once the axis is zoomed', () => {
    const timeline = control(days(20, 40));
    timeline.zoom(10, 200);
    timeline.key('from', 'ArrowRight');
    expect(timeline.state.window?.from).toBe(day(20) + 6 * HOUR);
  });
});

describe('zooming', () => {
  test('keeps the time under the pointer', () => {
    const elastic = buildElasticScale(SPANS, { zone: ZONE });
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: 0.9, max: 2, noNaN: true }), fc.integer({ min: 0, max: 1000 }))
        ),
        (zooms) => {
          const timeline = control(null, elastic);
          for (const [factor, px] of zooms) {
            const before = timeline.timeAt(px);
            const { u0, u1 } = timeline.state.view;
            timeline.zoom(factor, px);
            const { view } = timeline.state;
            // Held back at an end of the axis, it cannot.
            if (view.u0 === 0 || view.u1 === 1) continue;
            expect(Math.abs(timeline.xOf(before) - px)).toBeLessThan(0.01);
            expect(u1 - u0).toBeGreaterThan(0);
          }
        }
      )
    );
  });

  test('stays on the axis and shows an hour at least', () => {
    const timeline = control();
    timeline.zoom(1e9, 500);
    const { u0, u1 } = timeline.state.view;
    expect((u1 - u0) * 100 * 24).toBeCloseTo(1, 3);
    timeline.zoom(1e-9, 500);
    expect(timeline.state.view).toEqual({ u0: 0, u1: 1 });
  });

  test('and panning stops at the ends', () => {
    const timeline = control();
    timeline.zoom(2, 500);
    timeline.pan(100);
    expect(timeline.state.view.u0).toBeCloseTo(0.2);
    timeline.pan(1e6);
    expect(timeline.state.view.u0).toBe(0);
    timeline.pan(-1e6);
    expect(timeline.state.view.u1).toBe(1);
  });

  test('to the window shows a little on both sides of it, and zooming out everything', () => {
    const timeline = control(days(40, 48));
    timeline.zoomToWindow();
    expect(timeline.state.view.u0).toBeCloseTo(0.39);
    expect(timeline.state.view.u1).toBeCloseTo(0.49);
    timeline.zoomOut();
    expect(timeline.zoomed).toBe(false);
  });

  test('leaves the times in view where they are when the scale changes', () => {
    const timeline = control(days(40, 48));
    timeline.zoomToWindow();
    const [before, after] = [timeline.timeAt(0), timeline.timeAt(1000)];
    timeline.setScale(buildElasticScale(SPANS, { zone: ZONE }));
    expect(timeline.timeAt(0)).toBeCloseTo(before, -2);
    expect(timeline.timeAt(1000)).toBeCloseTo(after, -2);
    expect(timeline.state.window).toEqual(days(40, 48));
  });
});

describe('play', () => {
  test('slides the window at an even pace along the axis', () => {
    const timeline = control(days(20, 40));
    play(timeline, 1);
    timeline.tick(500);
    expect(timeline.state.window).toEqual(days(22, 42));
    timeline.tick(500);
    expect(timeline.state.window).toEqual(days(24, 44));
    expect(timeline.state.playing).toBe(true);
  });

  test('is as fast as asked', () => {
    const timeline = control(days(20, 40));
    play(timeline, 4);
    timeline.tick(500);
    expect(timeline.state.window).toEqual(days(28, 48));
  });

  test('pauses at the end of the axis', () => {
    const timeline = control(days(75, 95));
    play(timeline);
    timeline.tick(60_000);
    expect(timeline.state.window).toEqual(days(80, 100));
    expect(timeline.state.playing).toBe(false);
    timeline.tick(1000);
    expect(timeline.state.window).toEqual(days(80, 100));
  });

  test('begins again from the start when the window is at the end', () => {
    const timeline = control(days(80, 100));
    play(timeline);
    expect(timeline.state.window).toEqual(days(0, 20));
  });

  test('begins with a window of its own when none is set', () => {
    const timeline = control();
    play(timeline);
    expect(timeline.state.window).toEqual(days(0, 8));
  });

  test('by event goes from one to the next and pauses after the last', () => {
    const timeline = control();
    play(timeline, 1, 'by-event');
    const seen: unknown[] = [];
    for (let i = 0; i < 200 && timeline.state.playing; i++) {
      timeline.tick(100);
      if (seen.at(-1) !== timeline.state.window) seen.push(timeline.state.window);
    }
    expect(seen).toEqual([days(0, 1), days(20, 21), days(40, 41), days(99, 100)]);
    expect(timeline.state.playing).toBe(false);
  });

  test('by event ends where all events lie on one day', () => {
    const oneDay = buildTrueScale({ from: day(0), to: day(1) });
    const spans = [9, 12, 15].map((hour) => ({
      from: day(0) + hour * HOUR,
      to: day(0) + 20 * HOUR
    }));
    const timeline = new TimelineControl(
      {
        scale: oneDay,
        zone: ZONE,
        movedByKey,
        window: null,
        left: 0,
        right: 1000
      },
      { onwindow: (next) => reported.push(next), onchange: () => undefined }
    );
    play(timeline, 1, 'by-event', { moments: momentsOf(spans) });
    for (let i = 0; i < 200 && timeline.state.playing; i++) timeline.tick(100);
    expect(timeline.state.playing).toBe(false);
    expect(reported).toEqual([]);
  });

  test('by event begins again from the first when the window is past the last', () => {
    const timeline = control(days(95, 100));
    play(timeline, 1, 'by-event');
    timeline.tick(0);
    expect(timeline.state.window).toEqual(days(0, 1));
  });

  test('by event slides a window, as wide as it is, until the next event begins in it', () => {
    const timeline = control(days(10, 15));
    play(timeline, 1, 'by-event');
    timeline.tick(0);
    expect(timeline.state.window).toEqual(days(16, 21));
  });

  test('goes on from where the window is when the scale is changed meanwhile', () => {
    const timeline = control(days(20, 40));
    play(timeline);
    timeline.setScale(buildElasticScale(SPANS, { zone: ZONE }));
    timeline.tick(1);
    expect(timeline.state.window?.from).toBeGreaterThanOrEqual(day(20));
  });

  test.each([
    ['pause', (timeline: TimelineControl) => timeline.pause()],
    ['taking hold', (timeline: TimelineControl) => timeline.grab('from', 0)],
    ['a key', (timeline: TimelineControl) => timeline.key('from', 'ArrowLeft')],
    ['choosing a window', (timeline: TimelineControl) => timeline.choose(days(1, 2))],
    ['a window from elsewhere', (timeline: TimelineControl) => timeline.setWindow(days(1, 2))]
  ])('stops for %s', (_, stop) => {
    const timeline = control(days(20, 40));
    play(timeline);
    stop(timeline);
    expect(timeline.state.playing).toBe(false);
  });

  test('refuses a speed of nothing', () => {
    expect(() => play(control(), 0)).toThrow('0 is not a speed');
  });
});

describe('a window that grows', () => {
  const growing = (window: Window | null) => {
    const timeline = control(window);
    timeline.setMode('grow');
    return timeline;
  };

  test('keeps its start when its middle is dragged', () => {
    const timeline = growing(days(20, 40));
    timeline.grab('window', 300);
    expect(timeline.state.held).toBe('to');
    timeline.drag(350);
    expect(timeline.state.window).toEqual(days(20, 45));
  });

  test('keeps its start when a key moves it; its start can still be moved', () => {
    const timeline = growing(days(20, 40));
    timeline.key('window', 'ArrowRight');
    expect(timeline.state.window).toEqual(days(20, 41));
    timeline.key('from', 'ArrowRight');
    expect(timeline.state.window).toEqual(days(21, 41));
  });

  test('keeps its start while it is played, by screen, by time and by event', () => {
    for (const how of ['glide', 'by-time', 'by-event'] as const) {
      const timeline = growing(days(10, 15));
      play(timeline, 1, how);
      for (let i = 0; i < 20; i++) timeline.tick(100);
      expect(timeline.state.window?.from).toBe(day(10));
      expect(timeline.state.window?.to).toBeGreaterThan(day(15));
    }
  });

  test('begins again with a short window at the same start when it is at the end', () => {
    const timeline = growing(days(50, 100));
    play(timeline);
    expect(timeline.state.window).toEqual(days(50, 58));
  });
});

describe('a window that accumulates', () => {
  test('begins where the axis does, and says so', () => {
    const timeline = control(days(20, 40));
    timeline.setMode('accumulate');
    expect(timeline.state.window).toEqual(days(0, 40));
    expect(reported).toEqual([days(0, 40)]);
  });

  test('has but one end, whatever is taken hold of', () => {
    for (const handle of ['from', 'window', 'to'] as const) {
      const timeline = control(days(0, 40));
      timeline.setMode('accumulate');
      timeline.grab(handle, 400);
      timeline.drag(450);
      expect(timeline.state.window?.from).toBe(day(0));
      timeline.release();
      timeline.key(handle, 'Home');
      expect(timeline.state.window).toEqual(days(0, 1));
    }
  });

  test('is played from nothing to everything', () => {
    const timeline = control();
    timeline.setMode('accumulate');
    play(timeline, 4);
    const seen: (Window | null)[] = [];
    for (let i = 0; i < 200 && timeline.state.playing; i++) {
      timeline.tick(100);
      seen.push(timeline.state.window);
    }
    expect(seen.at(-1)).toBeNull();
    expect(seen.every((window) => window === null || window.from === day(0))).toBe(true);
    expect(timeline.state.playing).toBe(false);
  });

  test('moves as one again when somebody sets a window that begins later', () => {
    const timeline = control(days(0, 40));
    timeline.setMode('accumulate');
    timeline.setWindow(days(0, 30));
    expect(timeline.state.mode).toBe('accumulate');
    timeline.setWindow(days(10, 30));
    expect(timeline.state.mode).toBe('slide');
    timeline.setMode('accumulate');
    timeline.choose(days(5, 6));
    expect(timeline.state.mode).toBe('slide');
    expect(timeline.state.window).toEqual(days(5, 6));
  });
});

describe('play by time', () => {
  test('goes as much time in a second wherever it is on the axis', () => {
    // A hundred days go by at three days a second.
    const elastic = buildElasticScale(SPANS, { zone: ZONE });
    const timeline = control(days(20, 30), elastic);
    play(timeline, 1, 'by-time');
    const before = timeline.state.window?.to ?? 0;
    for (let i = 0; i < 30; i++) timeline.tick(100);
    expect(((timeline.state.window?.to ?? 0) - before) / DAY).toBeCloseTo(9, 0);
  });

  test('pauses at the end of the axis', () => {
    const timeline = control(days(75, 95));
    play(timeline, 1, 'by-time');
    for (let i = 0; i < 100 && timeline.state.playing; i++) timeline.tick(100);
    expect(timeline.state.window).toEqual(days(80, 100));
    expect(timeline.state.playing).toBe(false);
  });

  test('takes 20 to 60 seconds for all of it', () => {
    const timeline = control(days(0, 1));
    play(timeline, 1, 'by-time');
    let ticks = 0;
    while (timeline.state.playing && ticks < 1000) {
      timeline.tick(100);
      ticks++;
    }
    expect(ticks / 10).toBeGreaterThan(19);
    expect(ticks / 10).toBeLessThan(61);
  });
});

describe('an archive', () => {
  test('is played by steps in which something begins, and never asks for all starts', () => {
    const asked: number[] = [];
    const moments = {
      nextStart: (ms: number) => {
        asked.push(ms);
        return ms < day(30) ? Math.max(day(3), ms + 1) : null;
      },
      nextEdge: () => null
    };
    // A hundred days in at most two hundred steps: of twelve hours.
    const timeline = control();
    play(timeline, 1, 'by-event', { moments, many: true });
    for (let i = 0; i < 2000 && timeline.state.playing; i++) timeline.tick(100);
    expect(asked.length).toBeLessThan(60);
    expect(reported.length).toBeGreaterThan(50);
    const lengths = reported.map((window) => (window ? window.to + 1 - window.from : 0));
    expect(new Set(lengths)).toEqual(new Set([DAY / 2]));
  });

  test('of ages keeps to years, by finger and by key', () => {
    const ages = { from: Date.parse('-002999-01-01T00:00Z'), to: Date.parse('1500-01-01T00:00Z') };
    const timeline = new TimelineControl(
      {
        scale: buildTrueScale(ages),
        zone: 'UTC',
        movedByKey,
        window: { from: ages.from, to: Date.parse('-001999-01-01T00:00Z') - 1 },
        left: 0,
        right: 1000
      },
      { onwindow: (next) => reported.push(next), onchange: () => undefined }
    );
    const isNewYear = (ms: number) => new Date(ms).toISOString().endsWith('-01-01T00:00:00.000Z');
    timeline.key('window', 'ArrowRight');
    timeline.key('window', 'ArrowRight', true);
    timeline.grab('to', timeline.state.ends.to);
    timeline.drag(444.4);
    expect(reported.length).toBe(3);
    for (const window of reported) {
      expect(isNewYear(window?.from ?? 1)).toBe(true);
      expect(isNewYear((window?.to ?? 1) + 1)).toBe(true);
    }
    expect(new Date(reported[1]?.from ?? 0).getUTCFullYear()).toBe(-2988);
  });

  test('of a second can be zoomed to a few milliseconds, and its window keeps to one', () => {
    const from = Date.parse('2022-09-07T12:00:00Z');
    const timeline = new TimelineControl(
      {
        scale: buildTrueScale({ from, to: from + 1000 }),
        zone: ZONE,
        movedByKey,
        window: { from, to: from + 499 },
        left: 0,
        right: 1000,
        shortestView: () => 20
      },
      { onwindow: (next) => reported.push(next), onchange: () => undefined }
    );
    timeline.key('to', 'ArrowRight');
    expect(reported.at(-1)).toEqual({ from, to: from + 509 });
    timeline.zoom(1e9, 500);
    const { u0, u1 } = timeline.state.view;
    expect((u1 - u0) * 1000).toBeCloseTo(20, 6);
    timeline.key('to', 'ArrowRight');
    expect(reported.at(-1)).toEqual({ from, to: from + 510 });
  });

  test('can be zoomed to an hour of ten years without losing a pixel', () => {
    const tenYears = { from: Date.parse('2012-01-01T00:00Z'), to: Date.parse('2022-01-01T00:00Z') };
    const timeline = control(null, buildTrueScale(tenYears));
    timeline.zoom(1e12, 377);
    const ms = timeline.timeAt(377);
    expect(timeline.xOf(ms)).toBeCloseTo(377, 3);
  });
});

describe('a part of the axis', () => {
  test('can be looked at from anywhere on, as long as it is', () => {
    const timeline = control();
    timeline.zoom(4, 500);
    timeline.lookFrom(0.1);
    expect(timeline.state.view.u0).toBeCloseTo(0.1);
    expect(timeline.state.view.u1).toBeCloseTo(0.35);
    timeline.lookFrom(2);
    expect(timeline.state.view.u1).toBe(1);
  });

  test('can be that of a window which is not the present one', () => {
    const timeline = control(days(40, 48));
    timeline.zoomToWindow(days(0, 8));
    expect(timeline.state.view.u0).toBe(0);
    expect(timeline.state.view.u1).toBeCloseTo(0.1);
    expect(timeline.state.window).toEqual(days(40, 48));
  });
});

describe('a window from elsewhere', () => {
  test('is taken over and not reported back', () => {
    const timeline = control(days(20, 40));
    timeline.setWindow(days(5, 6));
    expect(timeline.state.window).toEqual(days(5, 6));
    expect(reported).toEqual([]);
    expect(changes).toBe(1);
  });

  test('that is the same changes nothing', () => {
    const timeline = control(days(20, 40));
    timeline.setWindow(days(20, 40));
    expect(changes).toBe(0);
  });

  test('chosen by the reader is reported, and null shows the whole axis', () => {
    const timeline = control(days(20, 40));
    timeline.zoomToWindow();
    timeline.choose(null);
    expect(reported).toEqual([null]);
    expect(timeline.zoomed).toBe(false);
  });
});
