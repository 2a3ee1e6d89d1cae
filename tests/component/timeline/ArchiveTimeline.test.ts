import { fireEvent, render, screen } from '@testing-library/svelte';
import type { ComponentProps } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Window } from '../../../src/lib/core/story';
import { DAY } from '../../../src/lib/core/zone';
import { timeline as t } from '../../../src/lib/i18n/en/timeline';
import { timelineMore as more } from '../../../src/lib/i18n/en/timeline-more';
import ArchiveTimeline from '../../../src/lib/timeline/ArchiveTimeline.svelte';
import type { Density } from '../../../src/lib/timeline/density';
import { densityOfEvents, eventsWithin } from '../../../src/lib/timeline/many/event-density';
import type { TimelineMark } from '../../../src/lib/timeline/mark';
// Else the first test would wait for it.
import '../../../src/lib/timeline/more/index';
import { mark, onDay } from '../../unit/timeline/event-times';

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const days = (from: string, to: string): Window => ({
  from: Date.parse(`${from}T00:00Z`),
  to: Date.parse(`${to}T00:00Z`) + DAY - 1
});
const month = (i: number) => String((i % 12) + 1).padStart(2, '0');
/** Ten a month on its tenth day, from 2012 to 2021; on 10 July 2016 ninety more. */
const EVENTS: TimelineMark[] = [
  ...Array.from({ length: 1200 }, (_, i) =>
    mark(`e${i}`, onDay(`${2012 + Math.floor(i / 120)}-${month(Math.floor(i / 10))}-10`))
  ),
  ...Array.from({ length: 90 }, (_, i) => mark(`july${i}`, onDay('2016-07-10')))
];

let props: ReturnType<typeof makeProps>;
const makeProps = () => {
  const counted = densityOfEvents(EVENTS, null);
  const bins = vi.fn(counted.bins);
  return {
    density: { ...counted, bins } as Density,
    bins,
    count: 7,
    window: days('2015-01-01', '2015-12-31') as Window | null,
    certainty: 'may' as const,
    zone: 'UTC',
    locale: 'en-GB',
    t,
    formatWindow: ({ from, to }: Window) => `${iso(from)} to ${iso(to)}`,
    formatInstant: (ms: number) => `at ${iso(ms)}`,
    onwindow: vi.fn<(window: Window | null) => void>(),
    onselect: vi.fn<(id: string) => void>(),
    onstep: vi.fn<(direction: 1 | -1) => void>(),
    oncertainty: vi.fn<(certainty: 'may' | 'surely') => void>(),
    eventsIn: vi.fn((window: Window, most: number) => eventsWithin(EVENTS, window, most))
  };
};
beforeEach(() => {
  props = makeProps();
});

function pointer(target: Element, type: string, clientX: number, clientY = 80) {
  const event = new MouseEvent(type, { bubbles: true, clientX, clientY, button: 0 });
  Object.defineProperty(event, 'pointerId', { value: 1 });
  return fireEvent(target, event);
}
/** Rendered, and what comes later has come. */
async function show(all: ComponentProps<typeof ArchiveTimeline>) {
  const view = render(ArchiveTimeline, { props: all });
  await screen.findByRole('option', { name: /a second$/ }, { timeout: 5000 });
  return view;
}
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const plotOf = (container: HTMLElement) => container.querySelector('.plot svg') as SVGElement;
const slider = (name: string) => screen.getByRole('slider', { name });
/** Pixels from the first to the last of what is in full ink. */
const inkOf = (container: HTMLElement) => {
  const d = [...container.querySelectorAll('.inked path')].map((p) => p.getAttribute('d')).join('');
  const xs = [...d.matchAll(/[MH]([-\d.]+)/g)].map(([, x]) => Number(x));
  return [Math.min(...xs), Math.max(...xs)];
};
/** Where a date stands on the axis of ten years, 1000 pixels with a margin of 22. */
const xOf = (date: string) => {
  const { from, to } = days('2012-01-10', '2021-12-10');
  return 22 + ((Date.parse(date) - from) / (to + 1 - from)) * 956;
};
const barsOf = (container: HTMLElement) =>
  [...container.querySelectorAll('.row path')].map((path) => path.getAttribute('d'));

async function press(name: string) {
  await fireEvent.click(screen.getByRole('button', { name }));
}
/** Zooms in until the axis shows some weeks. */
async function zoomFar(times = 10) {
  for (let i = 0; i < times; i++) await press(t.zoomIn);
}

describe('bars', () => {
  test('stand for events by month, with the number of the highest written out', async () => {
    const { container } = await show(props);
    expect(barsOf(container).join('').match(/M/g)?.length).toBe(120);
    expect(screen.getByText(more.bars.scale(100, { unit: 'month', count: 1 }, false)).tagName).toBe(
      'text'
    );
    expect(screen.getByRole('img', { name: /Chart of 1,290 events, 7 of them/ })).toBeDefined();
  });

  test('of the window are in full ink: a step of it changes those and leaves all others as they are', async () => {
    const { container, rerender } = await show(props);
    const [first = 0, last = 0] = inkOf(container);
    expect(first).toBeCloseTo(xOf('2015-01-01'), 0);
    // A bar wide enough leaves a pixel before the next.
    expect(Math.abs(last + 0.5 - xOf('2016-01-01'))).toBeLessThan(1);
    const before = barsOf(container);
    const calls = props.bins.mock.calls.length;
    const changed = new Set<string>();
    const watch = new MutationObserver((records) => {
      for (const { target } of records) {
        const part = (target as Element).closest?.('.inked, .row, .name');
        if (part) changed.add(part.classList[0] ?? '');
      }
    });
    watch.observe(plotOf(container), { attributes: true, childList: true, subtree: true });
    await rerender({ window: days('2015-06-01', '2016-05-31') });
    await frame();
    watch.disconnect();
    expect(inkOf(container)[0]).toBeCloseTo(xOf('2015-06-01'), 0);
    expect([...changed]).toEqual(['inked']);
    expect(barsOf(container)).toEqual(before);
    expect(props.bins.mock.calls.length).toBe(calls);
    // What has one is painted apart.
    for (const bars of container.querySelectorAll('.row, .inked'))
      expect(bars.closest('[transform]')).toBeNull();
  });

  test('have the open event marked on them where it was, and only while one is open', async () => {
    const { container, rerender } = await show(props);
    const needle = () => container.querySelector('.needle')?.getAttribute('d') ?? null;
    expect(needle()).toBeNull();
    await rerender({ opened: days('2015-06-01', '2015-08-31') });
    const [, from, to] = /^M([\d.]+),[\d.]+H([\d.]+)M/.exec(needle() ?? '') ?? [];
    expect(Number(from)).toBeCloseTo(xOf('2015-06-01'), 3);
    expect(Number(to)).toBeCloseTo(xOf('2015-09-01'), 3);
    // One that has not ended goes on to the end of the axis.
    await rerender({ opened: { from: days('2016-01-01', '2016-01-01').from, to: Infinity } });
    expect(needle()).not.toContain('Infinity');
    await rerender({ opened: null });
    expect(needle()).toBeNull();
  });

  test('are counted anew when others count, and not when the same density comes again', async () => {
    const { container, rerender } = await show(props);
    const calls = props.bins.mock.calls.length;
    await rerender({ density: { ...props.density } });
    expect(props.bins.mock.calls.length).toBe(calls);
    const some = densityOfEvents(EVENTS.slice(0, 600), null);
    await rerender({ density: { ...some, extent: props.density.extent } });
    expect(barsOf(container).join('').match(/M/g)?.length).toBe(60);
  });

  test('count only what is certain when that is asked for', async () => {
    const vague = densityOfEvents(
      EVENTS.map((each) => ({ ...each, time: { ...each.time, endEarliest: -Infinity } })),
      null
    );
    const { container, rerender } = await show({ ...props, density: vague });
    expect(barsOf(container)[0]).not.toBe('');
    await rerender({ certainty: 'surely' });
    expect(barsOf(container)).toEqual(['', '']);
    expect(screen.getByText(more.bars.none)).toBeDefined();
  });

  test('are counted again for a zoom, but not for a short pan', async () => {
    const { container } = await show(props);
    const before = props.bins.mock.calls.length;
    await press(t.zoomIn);
    // The overview counts once, for the whole axis.
    expect(props.bins.mock.calls.length).toBe(before + 2);
    const seen = slider(more.overview).getAttribute('aria-valuetext');
    const wheel = new WheelEvent('wheel', { deltaX: 40, shiftKey: true, bubbles: true });
    await fireEvent(plotOf(container), wheel);
    expect(slider(more.overview).getAttribute('aria-valuetext')).not.toBe(seen);
    expect(props.bins.mock.calls.length).toBe(before + 2);
  });

  test('tell what they stand for under the mouse', async () => {
    const { container } = await show(props);
    await pointer(plotOf(container), 'pointermove', xOf('2016-07-15'));
    expect(screen.getByText(more.bars.bar('2016-07-01 to 2016-07-31', 100, 100))).toBeDefined();
    await pointer(plotOf(container), 'pointerleave', 0);
    expect(screen.queryByText(/2016-07-01 to/)).toBeNull();
  });

  test('of several months tell the events of all of them under the mouse, asked for once', async () => {
    // A month of 30 days is just three pixels wide, so that February shares a bar with March.
    const extent = { ...props.density.extent, from: Date.parse('1996-01-10T00:00Z') };
    const x = (date: string) =>
      22 + ((Date.parse(date) - extent.from) / (extent.to + 1 - extent.from)) * 956;
    const { container } = await show({ ...props, density: { ...props.density, extent } });
    await pointer(plotOf(container), 'pointermove', x('2015-03-10'));
    const words = more.bars.bar('2015-02-01 to 2015-03-31', 20, 20);
    expect(container.querySelector('.head')?.textContent).toBe(words);
    const calls = props.bins.mock.calls.length;
    await pointer(plotOf(container), 'pointermove', x('2015-03-11'), 81);
    expect(container.querySelector('.head')?.textContent).toBe(words);
    expect(props.bins.mock.calls.length).toBe(calls);
  });

  test('clicked become the window; clicked twice they are zoomed to', async () => {
    const { container } = await show(props);
    const plot = plotOf(container);
    const x = xOf('2016-07-15');
    for (let i = 0; i < 2; i++) {
      await pointer(plot, 'pointerdown', x);
      await pointer(plot, 'pointerup', x);
    }
    expect(props.onwindow).toHaveBeenLastCalledWith(days('2016-07-01', '2016-07-31'));
    await pointer(plot, 'dblclick', x);
    await vi.waitFor(() =>
      expect(slider(more.overview).getAttribute('aria-valuetext')).toMatch(
        /2016-06-2\d to 2016-08-0\d/
      )
    );
  });

  test('of a file with one single day are one, as wide as the axis', async () => {
    const one = densityOfEvents(EVENTS.slice(0, 1), null);
    const { container } = await show({ ...props, density: one, window: null, eventsIn: null });
    expect(screen.getByRole('status').textContent).toBe('Whole story: 2012-01-10 to 2012-01-10');
    expect(barsOf(container).join('')).toMatch(/^M22,93.5V[\d.]+H977V93.5z$/);
  });

  test('of a file with one single instant are one, in the midst of its day', async () => {
    const noon = Date.parse('2012-01-10T12:00Z');
    const bounds = { startEarliest: noon, startLatest: noon, endEarliest: noon, endLatest: noon };
    const time = onDay('2012-01-10', { ...bounds, clock: null, start: null });
    const one = { ...densityOfEvents([mark('noon', time)], null), finest: 1 };
    const { container } = await show({ ...props, density: one, window: null, eventsIn: null });
    const [, from, to, ...more] = /^M([\d.]+),.*H([\d.]+)V/.exec(barsOf(container).join('')) ?? [];
    expect(Number(from)).toBeCloseTo(22 + 956 / 2, 0);
    expect(Number(to) - Number(from)).toBeLessThan(10);
    expect(more).toEqual([]);
  });
});

describe('zoomed to where events are few', () => {
  test('they are there themselves, and open when tapped', async () => {
    const { container } = await show(props);
    expect(container.querySelector('[data-mark]')).toBeNull();
    await zoomFar();
    const shown = container.querySelector('g.mark .hit') as Element;
    expect(shown).not.toBeNull();
    expect(container.querySelector('.row')).toBeNull();
    await pointer(shown, 'pointerdown', 500);
    await pointer(shown, 'pointerup', 500);
    expect(props.onselect).toHaveBeenCalledOnce();
  });

  test('they are asked for by stretches, at most 300 at a time', async () => {
    await show(props);
    await zoomFar();
    const asked = props.eventsIn.mock.calls;
    expect(asked.length).toBeLessThan(12);
    expect(asked.every(([, most]) => most === 300)).toBe(true);
  });

  test('bars stay where nobody can tell the events', async () => {
    const { container } = await show({ ...props, eventsIn: null });
    await zoomFar();
    expect(container.querySelector('[data-mark]')).toBeNull();
    expect(container.querySelector('.row')).not.toBeNull();
  });
});

describe('the overview', () => {
  test('is there when the axis is zoomed, with all events as a shape', async () => {
    const { container } = await show(props);
    expect(screen.queryByRole('slider', { name: more.overview })).toBeNull();
    await press(t.zoomIn);
    const strip = await screen.findByRole('slider', { name: more.overview });
    expect(container.querySelector('path.silhouette')?.getAttribute('d')).toMatch(/M/);
    expect(strip.querySelector('.shown')).not.toBeNull();
    expect(plotOf(container).getAttribute('viewBox')).toBe('0 0 1000 128');
    await press(t.zoomOut);
    expect(screen.queryByRole('slider', { name: more.overview })).toBeNull();
  });

  test('dragged pans the axis and leaves the window alone; so do keys', async () => {
    const { container } = await show(props);
    await press(t.zoomIn);
    const strip = await screen.findByRole('slider', { name: more.overview });
    const seen = () => strip.getAttribute('aria-valuetext') ?? '';
    const first = seen();
    await pointer(strip, 'pointerdown', 400, 5);
    await pointer(strip, 'pointermove', 600, 5);
    await pointer(strip, 'pointerup', 600, 5);
    expect(seen() > first).toBe(true);
    await fireEvent.keyDown(strip, { key: 'Home' });
    expect(seen()).toMatch(/^2012-01-10/);
    await fireEvent.keyDown(strip, { key: 'End' });
    expect(seen()).toMatch(/2021-12-10$/);
    await fireEvent.keyDown(strip, { key: 'PageDown' });
    expect(seen()).not.toMatch(/2021-12-10$/);
    expect(props.onwindow).not.toHaveBeenCalled();
    expect(container.querySelector('.held')).toBeNull();
  });
});

describe('rows of bars', () => {
  const lanes = {
    kind: () =>
      ['Battles', 'Riots'].map((name, i) => ({
        id: name,
        name,
        density: densityOfEvents(EVENTS.slice(i * 600, i * 600 + 600), null)
      }))
  };
  const choose = async (value: string) => {
    await press(t.more);
    const rows = await screen.findByRole('combobox', { name: /^Rows/ });
    await fireEvent.change(rows, { target: { value } });
  };

  test('can be chosen by what the archive has, and make the plot higher', async () => {
    const { container } = await show({ ...props, lanes });
    await choose('kind');
    expect(screen.queryByRole('option', { name: more.lanes.party })).toBeNull();
    expect(screen.getByText('Battles')).toBeDefined();
    expect(container.querySelectorAll('.row').length).toBe(2);
    expect(plotOf(container).getAttribute('viewBox')).toBe('0 0 1000 204');
    await pointer(plotOf(container), 'pointermove', xOf('2020-07-15'), 150);
    expect(
      screen.getByText(`Riots, ${more.bars.bar('2020-07-01 to 2020-07-31', 10, 10)}`)
    ).toBeDefined();
  });

  test('are not offered where there are none', async () => {
    await show(props);
    await press(t.more);
    await screen.findByRole('combobox', { name: /^The window/ });
    expect(screen.queryByRole('combobox', { name: /^Rows/ })).toBeNull();
  });
});

test('keys go to the next start or end that the archive knows of', async () => {
  const nextEdge = vi.fn((_: number, direction: number) =>
    Date.parse(direction > 0 ? '2015-03-10T00:00Z' : '2014-12-11T00:00Z')
  );
  await show({ ...props, moments: { nextStart: () => null, nextEdge } });
  await fireEvent.keyDown(slider(t.handles.from), { key: 'PageUp' });
  expect(props.onwindow).toHaveBeenLastCalledWith(days('2015-03-10', '2015-12-31'));
});

test('there is no choice of scale', async () => {
  await show(props);
  expect(screen.queryByRole('checkbox', { name: t.trueScale })).toBeNull();
});
