import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick, type ComponentProps } from 'svelte';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Window } from '../../../src/lib/core/story';
import { DAY } from '../../../src/lib/core/zone';
import { timeline as t } from '../../../src/lib/i18n/en/timeline';
import { timelineMore as more } from '../../../src/lib/i18n/en/timeline-more';
import { buildAxis } from '../../../src/lib/timeline/axis';
import { counts, presenceIn } from '../../../src/lib/timeline/mark';
import Timeline from '../../../src/lib/timeline/Timeline.svelte';
// Else the first test would wait for it.
import '../../../src/lib/timeline/more/index';
import { fromTo, mark, onDay, part } from '../../unit/timeline/event-times';

// Counted, not replaced.
vi.mock('../../../src/lib/timeline/axis', async (original) => {
  const real = await original<typeof import('../../../src/lib/timeline/axis')>();
  return { ...real, buildAxis: vi.fn(real.buildAxis) };
});

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const days = (from: string, to: string): Window => ({
  from: Date.parse(`${from}T00:00Z`),
  to: Date.parse(`${to}T00:00Z`) + DAY - 1
});
const EVENTS = [
  mark('a', onDay('2022-08-01')),
  mark('b', fromTo('2022-08-10', '2022-08-20')),
  mark('c', onDay('2022-09-07'), { contested: true }),
  mark('d', onDay('2022-09-30'), { status: 'alleged' })
];

let props: ReturnType<typeof makeProps>;
const makeProps = () => ({
  events: EVENTS,
  window: days('2022-08-10', '2022-09-10') as Window | null,
  certainty: 'may' as const,
  count: 2,
  zone: 'UTC',
  locale: 'en-GB',
  axis: 'elastic' as 'elastic' | 'true',
  t,
  formatWindow: ({ from, to }: Window) => `${iso(from)} to ${iso(to)}`,
  formatInstant: (ms: number) => `at ${iso(ms)}`,
  onwindow: vi.fn<(window: Window | null) => void>(),
  onselect: vi.fn<(id: string) => void>(),
  onhover: vi.fn<(id: string | null) => void>(),
  onaxis: vi.fn<(axis: 'elastic' | 'true') => void>(),
  onstep: vi.fn<(direction: 1 | -1) => void>(),
  oncertainty: vi.fn<(certainty: 'may' | 'surely') => void>()
});
beforeEach(() => {
  props = makeProps();
});

/** Pointer events: jsdom has the class, but drops clientX from it. */
function pointer(target: Element, type: string, clientX: number, pointerId = 1) {
  const event = new MouseEvent(type, { bubbles: true, clientX, button: 0 });
  Object.defineProperty(event, 'pointerId', { value: pointerId });
  return fireEvent(target, event);
}
/** Rendered, and what comes later has come. */
async function show(all: ComponentProps<typeof Timeline>) {
  const view = render(Timeline, { props: all });
  await screen.findByRole('option', { name: /a second$/ }, { timeout: 5000 });
  return view;
}
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const plotOf = (container: HTMLElement) => container.querySelector('.plot svg') as SVGElement;
const isZoomed = () =>
  screen.getByRole('button', { name: t.zoomOut }).getAttribute('aria-disabled') === 'false';
const slider = (name: string) => screen.getByRole('slider', { name });
const xOfEnd = (container: HTMLElement, index: number) => {
  const bracket = container.querySelectorAll('.brackets path')[index];
  return Number(/H([\d.]+)V/.exec(bracket?.getAttribute('d') ?? '')?.[1]);
};

describe('what is there', () => {
  test('three sliders with spoken values in words', async () => {
    await show(props);
    expect(slider(t.handles.from)).toHaveProperty('tabIndex', 0);
    expect(slider(t.handles.from).getAttribute('aria-valuetext')).toBe('at 2022-08-10');
    expect(slider(t.handles.to).getAttribute('aria-valuetext')).toBe('at 2022-09-10');
    expect(slider(t.handles.window).getAttribute('aria-valuetext')).toBe(
      '2022-08-10 to 2022-09-10'
    );
  });

  test('the dates of the window in words, of the whole story when there is none', async () => {
    const { rerender } = await show(props);
    expect(screen.getByRole('status').textContent).toBe('2022-08-10 to 2022-09-10');
    await rerender({ window: null });
    expect(screen.getByRole('status').textContent).toBe('Whole story: 2022-08-01 to 2022-09-30');
  });

  test('a picture with a summary; the marks are no tab stops', async () => {
    const { container } = await show(props);
    const picture = screen.getByRole('img', { name: /Chart of 4 events, 2 of them in the window/ });
    expect(picture.querySelectorAll('[tabindex]').length).toBe(0);
    expect(container.querySelector('[data-mark="c"] title')?.textContent).toBe(
      'Event c, contested'
    );
    expect(container.querySelector('[data-mark="d"] title')?.textContent).toBe('Event d, alleged');
  });

  test('every paint that a mark asks for is there', async () => {
    const maybe = { start: part('2022-09-07', { uncertain: true }) };
    const late = { startLatest: Date.UTC(2022, 8, 1), endEarliest: Date.UTC(2022, 8, 15) };
    const events = [
      mark('soft', onDay('2022-08-15', maybe)),
      mark('half', onDay('2022-09-01'), { contested: true }),
      mark('both', onDay('2022-09-07', maybe), { contested: true }),
      mark('fading', fromTo('2022-08-01', '2022-09-30', late))
    ];
    const { container } = await show({ ...props, events });
    const asked = [...container.querySelectorAll('[fill]')].map((each) =>
      (each.getAttribute('fill') ?? '').slice('url(#'.length, -1)
    );
    expect(new Set(asked).size).toBe(5);
    for (const id of asked) expect(container.querySelector(`[id="${id}"]`)).not.toBeNull();
  });

  test('events that the filters hide are dimmed, not dropped', async () => {
    const { container } = await show({ ...props, matching: new Set(['c']) });
    expect(container.querySelectorAll('g.mark.dim').length).toBe(3);
    expect(container.querySelector('g.mark[data-mark="c"]')?.classList.contains('dim')).toBe(false);
  });

  test('how many events are in the window is said as it is told', async () => {
    const { rerender } = await show({ ...props, count: 3 });
    expect(screen.getByRole('img', { name: /3 of them in the window/ })).toBeDefined();
    await rerender({ count: 2 });
    expect(screen.getByRole('img', { name: /2 of them in the window/ })).toBeDefined();
  });

  test('the event pointed at elsewhere is marked', async () => {
    const { container, rerender } = await show(props);
    await rerender({ hovered: 'c' });
    const marked = [...container.querySelectorAll('g.mark.hovered')];
    expect(marked.map((each) => each.getAttribute('data-mark'))).toEqual(['c']);
    await rerender({ hovered: null });
    expect(container.querySelector('.hovered')).toBeNull();
  });

  test('in a plot narrower than its own margins nothing fails', async () => {
    const narrow = vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(30);
    const { container } = await show(props);
    expect(plotOf(container).getAttribute('viewBox')).toBe('0 0 30 72');
    narrow.mockRestore();
  });
});

describe('words and the values of sliders', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('follow a step at once, in a movement every hundred milliseconds or so, and its end', async () => {
    const { container, rerender } = await show(props);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const words = screen.getByRole('status');
    const told: (string | null)[] = [];
    const drawn = new Set<string | null | undefined>();
    for (let day = 11; day <= 30; day++) {
      await rerender({ window: days('2022-08-01', `2022-08-${day}`) });
      if (words.textContent !== told.at(-1)) told.push(words.textContent);
      drawn.add(container.querySelector('.band')?.getAttribute('width'));
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(drawn.size).toBe(20);
    expect(told).toEqual([11, 16, 21, 26].map((day) => `2022-08-01 to 2022-08-${day}`));
    await vi.advanceTimersByTimeAsync(200);
    expect(words.textContent).toBe('2022-08-01 to 2022-08-30');
    expect(slider(t.handles.to).getAttribute('aria-valuetext')).toBe('at 2022-08-30');
    expect(
      screen.getByRole('img', { name: /2 of them in the window, 2022-08-01 to 2022-08-30/ })
    ).toBeDefined();
  });

  test('are those of the last step at once when it is let go, or a key is pressed', async () => {
    const { container, rerender } = await show(props);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const from = slider(t.handles.from);
    const spoken = () => from.getAttribute('aria-valuetext');
    const x = xOfEnd(container, 0);
    await pointer(from, 'pointerdown', x);
    const values = new Set<string | null>();
    for (const dx of [40, 80, 120, 160]) {
      await pointer(plotOf(container), 'pointermove', x + dx);
      await rerender({ window: props.onwindow.mock.lastCall?.[0] ?? null });
      values.add(spoken());
    }
    expect(values.size).toBe(1);
    await pointer(plotOf(container), 'pointerup', x + 160);
    expect(values).not.toContain(spoken());
    const before = spoken();
    await fireEvent.keyDown(from, { key: 'ArrowRight' });
    expect(spoken()).not.toBe(before);
  });
});

describe('a drag', () => {
  test('keeps the moves of the mouse from the rest of the page, which hears them before and afterwards', async () => {
    const { container } = await show(props);
    const heard = vi.fn();
    document.addEventListener('mousemove', heard, { capture: true });
    onTestFinished(() => document.removeEventListener('mousemove', heard, { capture: true }));
    const plot = plotOf(container);
    const move = (buttons = 0) => fireEvent.mouseMove(plot, { buttons });
    await move();
    expect(heard).toHaveBeenCalledTimes(1);
    await pointer(slider(t.handles.from), 'pointerdown', xOfEnd(container, 0));
    await pointer(plot, 'pointermove', xOfEnd(container, 0) + 40);
    await move(1);
    expect(heard).toHaveBeenCalledTimes(1);
    await pointer(plot, 'pointerup', xOfEnd(container, 0) + 40);
    await move();
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

test('a slider is drawn with a ring while it has the focus, and no other is', async () => {
  await show(props);
  const drawn = () =>
    [t.handles.from, t.handles.window, t.handles.to].map((name) => slider(name).children.length);
  const plain = drawn();
  slider(t.handles.to).focus();
  await tick();
  expect(drawn()).toEqual([plain[0], plain[1], (plain[2] ?? 0) + 1]);
  slider(t.handles.to).blur();
  await tick();
  expect(drawn()).toEqual(plain);
});

describe('the value of a slider', () => {
  const values = (name: string) =>
    ['aria-valuemin', 'aria-valuenow', 'aria-valuemax'].map((key) =>
      Number(slider(name).getAttribute(key))
    );

  test('of the middle one goes as far as the whole window can', async () => {
    await show(props);
    const { from, to } = props.window as Window;
    const all = days('2022-08-01', '2022-09-30');
    expect(values(t.handles.window)).toEqual([all.from, from, all.to - (to - from)]);
  });

  test('never lies outside its limits, though the window may lie outside the story', async () => {
    await show({ ...props, window: days('2020-01-01', '2020-02-01') });
    for (const name of Object.values(t.handles)) {
      const [min = NaN, now = NaN, max = NaN] = values(name);
      expect(min).toBeLessThanOrEqual(now);
      expect(now).toBeLessThanOrEqual(max);
    }
  });
});

describe('keys', () => {
  test('on an end move it, and the window is reported', async () => {
    await show(props);
    await fireEvent.keyDown(slider(t.handles.from), { key: 'ArrowRight' });
    expect(props.onwindow).toHaveBeenLastCalledWith(days('2022-08-11', '2022-09-10'));
    expect(slider(t.handles.from).getAttribute('aria-valuetext')).toBe('at 2022-08-11');
    await fireEvent.keyDown(slider(t.handles.to), { key: 'End' });
    expect(props.onwindow).toHaveBeenLastCalledWith(days('2022-08-11', '2022-09-30'));
  });

  test('on the middle move both ends', async () => {
    await show(props);
    await fireEvent.keyDown(slider(t.handles.window), { key: 'ArrowLeft', shiftKey: true });
    expect(props.onwindow).toHaveBeenLastCalledWith(days('2022-08-03', '2022-09-03'));
  });

  test('are described as they move: by days, by steps of what is in view, by steps of centuries', async () => {
    const { rerender } = await show(props);
    const help = () => {
      const id = slider(t.handles.from).getAttribute('aria-describedby') ?? '';
      return document.getElementById(id)?.textContent;
    };
    expect(help()).toBe(more.dayHelp);
    await fireEvent.click(screen.getByRole('button', { name: t.zoomIn }));
    expect(help()).toBe(more.zoomedHelp);
    await fireEvent.click(screen.getByRole('button', { name: t.zoomOut }));
    expect(help()).toBe(more.dayHelp);
    const ages = [mark('a', onDay('1700-01-01')), mark('b', onDay('1990-01-01'))];
    await rerender({ events: ages, window: null });
    expect(help()).toBe(more.stepHelp);
    await fireEvent.click(screen.getByRole('button', { name: t.zoomIn }));
    expect(help()).toBe(more.stepHelp);
  });

  test('of the browser are left to it', async () => {
    await show(props);
    const handled = !(await fireEvent.keyDown(slider(t.handles.from), { key: '+', ctrlKey: true }));
    expect(handled).toBe(false);
    expect(await fireEvent.keyDown(slider(t.handles.from), { key: 'Tab' })).toBe(true);
    expect(props.onwindow).not.toHaveBeenCalled();
  });
});

describe('the pointer', () => {
  test('drags an end; the window is reported once a frame and not read out meanwhile', async () => {
    const { container } = await show(props);
    const plot = plotOf(container);
    const x = xOfEnd(container, 0);
    await pointer(slider(t.handles.from), 'pointerdown', x);
    for (let i = 1; i <= 20; i++) await pointer(plot, 'pointermove', x + 5 * i);
    expect(screen.getByRole('status').getAttribute('aria-live')).toBe('off');
    expect(xOfEnd(container, 0)).toBeCloseTo(x + 100, 1);
    await frame();
    await frame();
    expect(props.onwindow.mock.calls.length).toBeLessThan(20);
    await pointer(plot, 'pointerup', x + 100);
    const last = props.onwindow.mock.lastCall?.[0];
    expect(last?.from).toBeGreaterThan(days('2022-08-10', '2022-08-10').from);
    expect(screen.getByRole('status').getAttribute('aria-live')).toBe('polite');
  });

  test('is not robbed of what it holds by an echo of its own window', async () => {
    const { container, rerender } = await show(props);
    const plot = plotOf(container);
    props.onwindow.mockImplementation((window) => void rerender({ window }));
    const x = xOfEnd(container, 1);
    await pointer(slider(t.handles.to), 'pointerdown', x);
    for (const by of [-20, -60, -100]) {
      await pointer(plot, 'pointermove', x + by);
      await frame();
    }
    expect(xOfEnd(container, 1)).toBeCloseTo(x - 100, 1);
  });

  test('does not put its last window in place of a newer one from elsewhere', async () => {
    const { container, rerender } = await show(props);
    const plot = plotOf(container);
    const x = xOfEnd(container, 0);
    await pointer(slider(t.handles.from), 'pointerdown', x);
    await pointer(plot, 'pointermove', x + 50);
    await pointer(plot, 'pointermove', x + 100);
    expect(props.onwindow).toHaveBeenCalledTimes(1);
    await rerender({ window: days('2022-09-01', '2022-09-07') });
    await frame();
    await frame();
    expect(props.onwindow).toHaveBeenCalledTimes(1);
    const words = screen.getByRole('status');
    await vi.waitFor(() => expect(words.textContent).toBe('2022-09-01 to 2022-09-07'));
  });

  test('does not bring its last window into another story', async () => {
    const { container, rerender } = await show(props);
    const x = xOfEnd(container, 0);
    await pointer(slider(t.handles.from), 'pointerdown', x);
    await pointer(plotOf(container), 'pointermove', x + 50);
    await pointer(plotOf(container), 'pointermove', x + 100);
    expect(props.onwindow).toHaveBeenCalledTimes(1);
    await rerender({ events: [...EVENTS] });
    await frame();
    await frame();
    expect(props.onwindow).toHaveBeenCalledTimes(1);
  });

  test('dragging an end does not have the axis built anew, zooming does', async () => {
    const { container } = await show(props);
    const plot = plotOf(container);
    const x = xOfEnd(container, 0);
    vi.mocked(buildAxis).mockClear();
    await pointer(slider(t.handles.from), 'pointerdown', x);
    for (let i = 1; i <= 10; i++) await pointer(plot, 'pointermove', x + 10 * i);
    await pointer(plot, 'pointerup', x + 100);
    expect(buildAxis).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole('button', { name: t.zoomIn }));
    expect(buildAxis).toHaveBeenCalledOnce();
  });

  test('double-clicked on the axis zooms in; on a mark it opens that and zooms nothing', async () => {
    const { container } = await show(props);
    const plot = plotOf(container);
    const target = container.querySelector('g.mark[data-mark="c"] .hit') as Element;
    for (let i = 0; i < 2; i++) {
      await pointer(target, 'pointerdown', 500);
      // Captured, the pointer says all else to the plot; so does a browser with the double click.
      await pointer(plot, 'pointerup', 500);
    }
    await pointer(plot, 'dblclick', 500);
    expect(isZoomed()).toBe(false);
    expect(props.onselect).toHaveBeenCalledWith('c');
    for (let i = 0; i < 2; i++) {
      await pointer(plot, 'pointerdown', 700);
      await pointer(plot, 'pointerup', 700);
    }
    await pointer(plot, 'dblclick', 700);
    expect(isZoomed()).toBe(true);
  });

  test('with a third finger down goes on pinching and holds no end', async () => {
    const { container } = await show(props);
    const plot = plotOf(container);
    const x = xOfEnd(container, 0);
    await pointer(plot, 'pointerdown', 600, 1);
    await pointer(plot, 'pointerdown', 700, 2);
    await pointer(slider(t.handles.from), 'pointerdown', x, 3);
    await pointer(plot, 'pointermove', x - 150, 3);
    await frame();
    expect(props.onwindow).not.toHaveBeenCalled();
    expect(isZoomed()).toBe(true);
  });

  test('that rests on a mark while another pinches does not open it', async () => {
    const { container } = await show(props);
    const target = container.querySelector('g.mark[data-mark="c"] .hit') as Element;
    await pointer(target, 'pointerdown', 500, 1);
    await pointer(plotOf(container), 'pointerdown', 600, 2);
    await pointer(plotOf(container), 'pointermove', 650, 2);
    await pointer(plotOf(container), 'pointerup', 500, 1);
    expect(props.onselect).not.toHaveBeenCalled();
  });

  test('over a mark says which, once, and that it has left', async () => {
    const { container } = await show(props);
    const target = container.querySelector('g.mark[data-mark="c"] .hit') as Element;
    for (const x of [500, 501, 502]) await pointer(target, 'pointermove', x);
    await pointer(plotOf(container), 'pointermove', 520);
    await pointer(plotOf(container), 'pointerleave', 520);
    expect(props.onhover.mock.calls).toEqual([['c'], [null]]);
  });

  test('over nothing or a mark of a small story has no bars to tell of', async () => {
    const { container } = await show(props);
    await pointer(plotOf(container), 'pointerdown', 700);
    await pointer(plotOf(container), 'pointerup', 700);
    expect(props.onwindow).not.toHaveBeenCalled();
  });

  test('that only taps a mark selects it', async () => {
    const { container } = await show(props);
    const target = container.querySelector('g.mark[data-mark="c"] .hit') as Element;
    await pointer(target, 'pointerdown', 500);
    await pointer(target, 'pointerup', 501);
    expect(props.onselect).toHaveBeenCalledExactlyOnceWith('c');
    expect(props.onwindow).not.toHaveBeenCalled();
  });
});

describe('controls', () => {
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

  test('previous and next ask for an event', async () => {
    await show(props);
    await press(t.previous);
    await press(t.next);
    expect(props.onstep.mock.calls).toEqual([[-1], [1]]);
  });

  test('play moves the window by itself until pause', async () => {
    await show(props);
    await press(t.play);
    expect(await screen.findByRole('button', { name: t.pause })).toBeDefined();
    await vi.waitFor(() => expect(props.onwindow).toHaveBeenCalled());
    await press(t.pause);
    expect(screen.getByRole('button', { name: t.play })).toBeDefined();
  });

  test('the whole story is one press away', async () => {
    await show(props);
    await press(t.reset);
    expect(props.onwindow).toHaveBeenCalledExactlyOnceWith(null);
  });

  test('zooming shows a part of the axis, and zooming out all of it', async () => {
    await show(props);
    expect(isZoomed()).toBe(false);
    await press(t.zoomIn);
    expect(isZoomed()).toBe(true);
    await press(t.zoomOut);
    expect(isZoomed()).toBe(false);
    await press(t.zoomToWindow);
    expect(isZoomed()).toBe(true);
  });

  test('scale and certainty are intentions: nothing changes until the new value comes down', async () => {
    await show(props);
    await fireEvent.click(screen.getByRole('checkbox', { name: t.trueScale }));
    expect(props.onaxis).toHaveBeenCalledExactlyOnceWith('true');
    await fireEvent.change(screen.getByRole('combobox', { name: t.certainty }), {
      target: { value: 'surely' }
    });
    expect(props.oncertainty).toHaveBeenCalledExactlyOnceWith('surely');
  });

  test('a true scale draws the same window elsewhere', async () => {
    const { container, rerender } = await show(props);
    const before = xOfEnd(container, 1);
    await rerender({ axis: 'true' });
    expect(xOfEnd(container, 1)).not.toBeCloseTo(before, 0);
    expect(props.onwindow).not.toHaveBeenCalled();
  });
});

describe('more', () => {
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  const open = async () => {
    await press(t.more);
    return screen.findByRole('combobox', { name: /^The window/ });
  };

  test('is closed until it is asked for, and Escape closes it again', async () => {
    await show(props);
    expect(screen.queryByRole('combobox', { name: /^The window/ })).toBeNull();
    const select = await open();
    await fireEvent.keyDown(select, { key: 'Escape' });
    expect(screen.queryByRole('combobox', { name: /^The window/ })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: t.more }));
  });

  test('has the window hold all up to its end: one slider, one bracket', async () => {
    const { container } = await show(props);
    await fireEvent.change(await open(), { target: { value: 'accumulate' } });
    expect(props.onwindow).toHaveBeenLastCalledWith(days('2022-08-01', '2022-09-10'));
    expect(screen.queryByRole('slider', { name: t.handles.from })).toBeNull();
    expect(screen.queryByRole('slider', { name: t.handles.window })).toBeNull();
    expect(container.querySelectorAll('.brackets path').length).toBe(1);
    await fireEvent.keyDown(slider(t.handles.to), { key: 'Home' });
    expect(props.onwindow).toHaveBeenLastCalledWith(days('2022-08-01', '2022-08-01'));
  });

  test('has the window grow at its end when its middle is dragged', async () => {
    const { container } = await show(props);
    await fireEvent.change(await open(), { target: { value: 'grow' } });
    const middle = (xOfEnd(container, 0) + xOfEnd(container, 1)) / 2;
    await pointer(plotOf(container), 'pointerdown', middle);
    await pointer(plotOf(container), 'pointermove', middle - 60);
    await pointer(plotOf(container), 'pointerup', middle - 60);
    await frame();
    const last = props.onwindow.mock.lastCall?.[0];
    expect(last?.from).toBe(days('2022-08-10', '2022-08-10').from);
    expect(last?.to).toBeLessThan(days('2022-09-10', '2022-09-10').to);
  });

  test('has times of day once the axis shows them, and they set the window', async () => {
    await show({ ...props, window: days('2022-09-07', '2022-09-07') });
    await open();
    expect(screen.getByText(more.timesHint)).toBeDefined();
    await press(t.zoomToWindow);
    const start = screen.getByLabelText<HTMLInputElement>(more.timeOf.from);
    expect(start.value).toBe('00:00');
    expect(screen.getByLabelText(more.timeOf.to)).toHaveProperty('value', '23:59');
    await fireEvent.change(start, { target: { value: '06:30' } });
    expect(props.onwindow).toHaveBeenLastCalledWith({
      from: Date.parse('2022-09-07T06:30Z'),
      to: days('2022-09-07', '2022-09-07').to
    });
    await fireEvent.change(screen.getByLabelText(more.timeOf.to), { target: { value: '05:00' } });
    expect(screen.getByText(more.errors.reversedTimes)).toBeDefined();
  });

  test('has rows by what the marks say of themselves', async () => {
    const events = EVENTS.map((each, i) => ({
      ...each,
      lanes: { kind: i === 0 ? 'Statement' : 'Attack', party: null, place: 'Tirana' }
    }));
    const { container } = await show({ ...props, events });
    await open();
    const rows = screen.getByRole('combobox', { name: /^Rows/ });
    expect([...rows.querySelectorAll('option')].map((option) => option.textContent)).toEqual([
      more.lanes.none,
      more.lanes.kind,
      more.lanes.place
    ]);
    const yOf = (id: string) => {
      const path = container.querySelector(`[data-mark="${id}"] .ground`)?.getAttribute('d') ?? '';
      return Number(/,([\d.]+)/.exec(path)?.[1]);
    };
    expect(yOf('a')).toBeCloseTo(yOf('c'), 0);
    await fireEvent.change(rows, { target: { value: 'kind' } });
    expect(screen.getByText('Attack')).toBeDefined();
    expect(yOf('a')).toBeGreaterThan(yOf('c') + 10);
    await fireEvent.change(rows, { target: { value: '' } });
    expect(screen.queryByText('Attack')).toBeNull();
  });

  test('offers no rows where marks say nothing of themselves', async () => {
    await show(props);
    await open();
    expect(screen.queryByRole('combobox', { name: /^Rows/ })).toBeNull();
  });
});

describe('a story of many events', () => {
  const many = Array.from({ length: 400 }, (_, i) =>
    mark(
      `m${i}`,
      onDay(
        `2022-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`
      ),
      {
        lanes: { kind: i % 4 === 0 ? 'Statement' : 'Attack', party: null, place: null }
      }
    )
  );
  const bars = (container: HTMLElement) => container.querySelectorAll('.row');

  test('is drawn as bars once what draws them has come, and follows the filters', async () => {
    const { container, rerender } = await show({
      ...props,
      events: many,
      count: 400,
      window: null,
      axis: 'true' as const
    });
    await vi.waitFor(() => expect(bars(container).length).toBe(1));
    expect(container.querySelector('[data-mark]')).toBeNull();
    expect(screen.getByRole('img', { name: /Chart of 400 events, 400 of them/ })).toBeDefined();
    const before = bars(container)[0]?.innerHTML;
    await rerender({ matching: new Set(['m0', 'm1']) });
    expect(bars(container)[0]?.innerHTML).not.toBe(before);
  });

  test('has its events back where they are few', async () => {
    const { container } = await show({ ...props, events: many, axis: 'true' as const });
    await vi.waitFor(() => expect(bars(container).length).toBe(1));
    await fireEvent.click(screen.getByRole('button', { name: t.zoomToWindow }));
    await vi.waitFor(() => expect(container.querySelector('[data-mark]')).not.toBeNull());
    expect(container.querySelectorAll('[data-mark]').length).toBeLessThan(150);
  });

  test('tells of each bar how many events it stands for, of those over skipped years too', async () => {
    const vague = { startLatest: Infinity, endEarliest: -Infinity };
    const rare = Array.from({ length: 15 }, (_, i) => {
      const year = 2013 + (i % 5);
      const time = fromTo(`${year}-01-01`, `${year}-12-31`);
      return mark(`rare${i}`, i % 3 ? time : { ...time, ...vague });
    });
    const events = [mark('first', onDay('1990-01-01')), ...rare, ...many];
    const counted = (from: string, to: string, certainty: 'may' | 'surely') =>
      events.filter(({ time }) => counts(presenceIn(time, days(from, to)), certainty)).length;
    // On a phone there is little room for those of rare years.
    const narrow = vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(390);
    const { container, rerender } = await show({ ...props, events, window: null });
    narrow.mockRestore();
    await vi.waitFor(() => expect(bars(container).length).toBe(1));
    const told = async () => {
      const found = new Set<string>();
      for (let x = 22; x < 368; x += 2) {
        await pointer(plotOf(container), 'pointermove', x, 30);
        found.add(container.querySelector('.head')?.textContent ?? '');
      }
      return [...found].filter((text) => text.includes(' to '));
    };
    const saying = (text: string, ...certainties: ('may' | 'surely')[]) => {
      const [, from = '', to = ''] = /^(\S+) to (\S+):/.exec(text) ?? [];
      const [may = 0, surely = may] = certainties.map((each) => counted(from, to, each));
      return more.bars.bar(`${from} to ${to}`, may, surely);
    };
    const may = await told();
    expect(may.filter((text) => /^201[3-6].*: 6 events/.test(text))).not.toEqual([]);
    expect(may).toEqual(may.map((text) => saying(text, 'may', 'surely')));
    await rerender({ certainty: 'surely' });
    const surely = await told();
    expect(surely).toEqual(surely.map((text) => saying(text, 'surely')));
  });

  test('has rows of bars by kind', async () => {
    const { container } = await show({
      ...props,
      events: many,
      window: null,
      axis: 'true' as const
    });
    await fireEvent.click(screen.getByRole('button', { name: t.more }));
    const rows = await screen.findByRole('combobox', { name: /^Rows/ });
    await fireEvent.change(rows, { target: { value: 'kind' } });
    await vi.waitFor(() => expect(bars(container).length).toBe(2));
    expect(screen.getByText('Statement')).toBeDefined();
  });
});

describe('dates before the year 1', () => {
  const ancient = [mark('a', onDay('-000043-03-15')), mark('b', onDay('0014-08-19'))];

  test('are written out and read as EDTF', async () => {
    await show({ ...props, events: ancient, window: null });
    const group = within(screen.getByRole('group', { name: t.dates }));
    const from = group.getByLabelText(t.from);
    expect(from).toHaveProperty('value', '-0043-03-15');
    await fireEvent.change(from, { target: { value: '31 BC' } });
    expect(props.onwindow.mock.lastCall?.[0]?.from).toBe(Date.parse('-000030-01-01T00:00Z'));
    await fireEvent.change(from, { target: { value: 'the ides of March' } });
    expect(screen.getByRole('alert').textContent).toBe(more.errors.unreadable);
  });
});

describe('date fields', () => {
  const fields = () => {
    const group = within(screen.getByRole('group', { name: t.dates }));
    return { from: group.getByLabelText(t.from), to: group.getByLabelText(t.to) };
  };
  const type = (field: HTMLElement, value: string) =>
    fireEvent.change(field, { target: { value } });

  test('show the window and set it', async () => {
    await show(props);
    expect(fields().from).toHaveProperty('value', '2022-08-10');
    await type(fields().from, '2022-09-01');
    expect(props.onwindow).toHaveBeenLastCalledWith(days('2022-09-01', '2022-09-10'));
  });

  test('say why when the dates are reversed, and leave the window as it was', async () => {
    await show(props);
    await type(fields().to, '2022-08-01');
    expect(screen.getByRole('alert').textContent).toBe(t.errors.reversed);
    expect(fields().to.getAttribute('aria-invalid')).toBe('true');
    expect(props.onwindow).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole('button', { name: t.reset }));
    expect(screen.getByRole('alert').textContent).toBe('');
  });

  test('say no more that something is wrong once they are as they were', async () => {
    await show(props);
    await type(fields().to, '2022-08-01');
    await type(fields().to, '2022-09-10');
    expect(screen.getByRole('alert').textContent).toBe('');
    expect(props.onwindow).not.toHaveBeenCalled();
  });

  test('say why when one is left empty', async () => {
    await show(props);
    const { from } = fields();
    await fireEvent.input(from, { target: { value: '' } });
    await fireEvent.blur(from);
    expect(screen.getByRole('alert').textContent).toBe(t.errors.missing);
  });

  test('do not act on a year that is still being typed', async () => {
    await show(props);
    await type(fields().from, '0202-09-01');
    expect(screen.getByRole('alert').textContent).toBe('');
    expect(props.onwindow).not.toHaveBeenCalled();
  });

  describe('of the first thousand years', () => {
    const early = [mark('a', onDay('0105-03-01')), mark('b', onDay('0476-09-04'))];
    const showEarly = () => show({ ...props, events: early, window: null });

    test('act once the field is left', async () => {
      await showEarly();
      await type(fields().from, '0410-08-24');
      expect(props.onwindow).not.toHaveBeenCalled();
      await fireEvent.blur(fields().from);
      expect(props.onwindow).toHaveBeenCalledExactlyOnceWith(days('0410-08-24', '0476-09-04'));
    });

    test('say then what is wrong', async () => {
      await showEarly();
      await type(fields().to, '0104-01-01');
      await fireEvent.blur(fields().to);
      expect(screen.getByRole('alert').textContent).toBe(t.errors.reversed);
    });

    test('that are left as they were change nothing, not even what is in view', async () => {
      const window = days('0410-08-24', '0410-08-24');
      await show({ ...props, events: early, window: { from: window.from + 1, to: window.to } });
      await fireEvent.click(screen.getByRole('button', { name: t.zoomIn }));
      await fireEvent.click(screen.getByRole('button', { name: t.play }));
      for (const field of Object.values(fields())) await fireEvent.blur(field);
      expect(screen.getByRole('button', { name: t.pause })).toBeDefined();
      expect(props.onwindow).not.toHaveBeenCalled();
    });
  });
});
