import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/lib/core/zone';
import { STORY, useBrowser, WITHOUT_WEBGL } from './reader';
import {
  agree,
  card,
  dayOf,
  look,
  may,
  parts,
  PATIENCE,
  setDates,
  story,
  timelineMark,
  titleOf,
  openStory,
  openWithMap
} from './story-page';

useBrowser(WITHOUT_WEBGL);

describe('dragging', () => {
  test('an end moves alone, and both ends can be moved in turn', async () => {
    const page = await openWithMap();
    const whole = await agree(page);
    const { start, end } = parts(page);

    await drag(page, await endAt(start), 420);
    const later = await agree(page);
    expect(later.window.from).toBeGreaterThan(whole.window.from);
    expect(later.window.to).toBe(whole.window.to);
    expect(later.titles.length).toBeLessThan(whole.titles.length);

    await drag(page, await endAt(end), -300);
    const shorter = await agree(page);
    expect(shorter.window.from).toBe(later.window.from);
    expect(shorter.window.to).toBeLessThan(later.window.to);
    expect(shorter.titles.length).toBeLessThan(later.titles.length);
  });

  test('the middle takes both ends along', async () => {
    const page = await openWithMap();
    await setDates(page, '2022-07-10', '2022-08-10');
    const before = await agree(page);
    await drag(page, await middleOf(parts(page).middle), 180);
    const after = await agree(page);
    expect(after.window.from).toBeGreaterThan(before.window.from);
    expect(after.window.to).toBeGreaterThan(before.window.to);
    await drag(page, await middleOf(parts(page).middle), -5000);
    const first = await agree(page);
    expect(first.dates[0]).toBe('2013-05-15');
  });

  test('an end that is dragged across the other takes its part', async () => {
    const page = await openWithMap();
    const { start, end } = parts(page);
    await setDates(page, '2022-07-10', '2022-08-10');
    const before = await agree(page);
    await drag(page, await endAt(start), 500);
    const crossed = await agree(page);
    // What was the end is the start now.
    expect(crossed.dates[0]).toBe(dayOf(before.window.to + 1));
    expect(crossed.window.to).toBeGreaterThan(before.window.to);
    await drag(page, await endAt(end), -700);
    const back = await agree(page);
    expect(back.window.to).toBe(crossed.window.from - 1);
    expect(back.window.from).toBeLessThan(crossed.window.from);
  });

  test('list and counts follow while the finger is still down', async () => {
    const page = await openWithMap();
    const { x, y } = await endAt(parts(page).start);
    await page.mouse.move(x, y);
    await page.mouse.down();
    const seen = [];
    for (const distance of [250, 500, 750]) {
      await page.mouse.move(x + distance, y, { steps: 5 });
      seen.push((await agree(page)).titles.length);
    }
    await page.mouse.up();
    const [first = 0, second = 0, third = 0] = seen;
    expect(first).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(third);
    expect((await agree(page)).titles).toHaveLength(third);
  });
});

describe('keys', () => {
  test('the start moves by a day, a week, an event, and as far as it goes', async () => {
    const page = await openWithMap();
    const { start } = parts(page);
    await setDates(page, '2022-07-10', '2022-08-10');
    await press(start, 'ArrowRight', '11 July 2022');
    await press(start, 'ArrowUp', '12 July 2022');
    await press(start, 'ArrowLeft', '11 July 2022');
    await press(start, 'ArrowDown', '10 July 2022');
    await press(start, 'Shift+ArrowRight', '17 July 2022');
    await press(start, 'Shift+ArrowLeft', '10 July 2022');
    const before = await agree(page);
    await start.press('PageUp');
    const onward = await agree(page);
    expect(boundaries()).toContain(onward.window.from);
    expect(onward.window.from).toBeGreaterThan(before.window.from);
    await start.press('PageDown');
    const again = await agree(page);
    expect(again.window.from).toBeLessThan(onward.window.from);
    await press(start, 'End', '10 August 2022');
    expect((await agree(page)).words).toBe('10 August 2022');
    await press(start, 'Home', '15 May 2013');
    expect((await agree(page)).dates).toEqual(['2013-05-15', '2022-08-10']);
  });

  test('the end does the same', async () => {
    const page = await openWithMap();
    const { end } = parts(page);
    await setDates(page, '2022-07-10', '2022-08-10');
    await press(end, 'ArrowRight', '11 August 2022');
    await press(end, 'ArrowUp', '12 August 2022');
    await press(end, 'ArrowLeft', '11 August 2022');
    await press(end, 'ArrowDown', '10 August 2022');
    await press(end, 'Shift+ArrowRight', '17 August 2022');
    await press(end, 'Shift+ArrowLeft', '10 August 2022');
    const before = await agree(page);
    await end.press('PageDown');
    const back = await agree(page);
    expect(back.window.to).toBeLessThan(before.window.to);
    expect(boundaries()).toContain(back.window.to + 1);
    await end.press('PageUp');
    expect((await agree(page)).window.to).toBeGreaterThan(back.window.to);
    await press(end, 'Home', '10 July 2022');
    expect((await agree(page)).words).toBe('10 July 2022');
    await press(end, 'End', '2 November 2022');
    expect((await agree(page)).dates).toEqual(['2022-07-10', '2022-11-02']);
  });

  test('the window moves as one, and keeps its length', async () => {
    const page = await openWithMap();
    const { middle } = parts(page);
    await setDates(page, '2022-07-10', '2022-07-19');
    await press(middle, 'ArrowRight', '11–20 July 2022');
    await press(middle, 'ArrowLeft', '10–19 July 2022');
    await press(middle, 'Shift+ArrowRight', '17–26 July 2022');
    for (const key of ['PageUp', 'PageDown', 'End', 'Home']) {
      await middle.press(key);
      const { window } = await agree(page);
      // A change of clocks may lie in it.
      expect(Math.round((window.to - window.from) / DAY), key).toBe(10);
    }
    expect((await look(page)).dates[0]).toBe('2013-05-15');
    await middle.press('End');
    expect((await agree(page)).dates[1]).toBe('2022-11-02');
  });

  test('an end that a key brings to the other stops before it', async () => {
    const page = await openStory();
    const { start } = parts(page);
    await setDates(page, '2022-09-07', '2022-09-08');
    for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'PageUp']) {
      await start.press(key);
      expect((await agree(page, { marks: false })).dates[1], key).toBe('2022-09-08');
    }
    expect((await look(page)).dates[0]).toBe('2022-09-08');
  });
});

describe('date fields', () => {
  test('two dates make the window', async () => {
    const page = await openWithMap();
    await setDates(page, '2022-09-07', '2022-09-08');
    const { words } = await agree(page);
    expect(words).toBe('7–8 September 2022');
  });

  test('dates the wrong way round are refused in words, and the window stays', async () => {
    const page = await openWithMap();
    const { timeline, to } = parts(page);
    await setDates(page, '2022-09-07', '2022-09-08');
    await agree(page);
    await to.fill('2022-09-01');
    await expect
      .poll(() => timeline.getByRole('alert').innerText(), PATIENCE)
      .toBe('The first date is after the last. The window stays as it was.');
    const seen = await look(page);
    expect(seen.words).toBe('7–8 September 2022');
    expect(await to.getAttribute('aria-invalid')).toBe('true');
    await to.fill('2022-09-10');
    await expect.poll(() => timeline.getByRole('alert').innerText(), PATIENCE).toBe('');
    expect((await agree(page)).words).toBe('7–10 September 2022');
  });

  test('a field left empty is asked for, and the window stays', async () => {
    const page = await openWithMap();
    const { timeline, from, to, start } = parts(page);
    await setDates(page, '2022-09-07', '2022-09-08');
    await from.fill('');
    await to.focus();
    await expect
      .poll(() => timeline.getByRole('alert').innerText(), PATIENCE)
      .toContain('Give both dates');
    expect((await look(page)).words).toBe('7–8 September 2022');
    // Any other way of moving the window brings both fields back to it.
    await start.press('ArrowLeft');
    expect((await agree(page)).dates).toEqual(['2022-09-06', '2022-09-08']);
    expect(await timeline.getByRole('alert').innerText()).toBe('');
  });

  test('dates at which nothing is told are refused with what the story spans', async () => {
    const page = await openStory();
    const { timeline, from, to } = parts(page);
    await to.fill('2031-01-01');
    await from.fill('2030-01-01');
    await expect
      .poll(() => timeline.getByRole('alert').innerText(), PATIENCE)
      .toContain('15 May 2013 – 2 November 2022');
    expect((await look(page)).titles.length).toBeGreaterThan(0);
  });
});

describe('from event to event', () => {
  test('the next and the previous event open, in the order of the list', async () => {
    const page = await openWithMap();
    const { timeline } = parts(page);
    const { titles } = await agree(page);
    const next = timeline.getByRole('button', { name: 'Next event' });
    for (const title of titles.slice(0, 4)) {
      await next.click();
      await card(page, title).waitFor();
      await agree(page);
    }
    await timeline.getByRole('button', { name: 'Previous event' }).click();
    await card(page, titles[2] as string).waitFor();
    await agree(page);
  });

  test('past the end of the window the window widens as far as it must', async () => {
    const page = await openWithMap();
    await setDates(page, '2022-07-26', '2022-07-26');
    const { titles } = await agree(page);
    const { timeline } = parts(page);
    // From nothing open: the last of the window, and on from there.
    await timeline.getByRole('button', { name: 'Previous event' }).click();
    await card(page, titles.at(-1) as string).waitFor();
    await timeline.getByRole('button', { name: 'Next event' }).click();
    await card(page, titleOf('e-mandiant'))
      .or(card(page, titleOf('e-vienna')))
      .waitFor();
    const { dates } = await agree(page);
    expect(dates).toEqual(['2022-07-26', expect.stringMatching(/^2022-08-0[48]$/)]);
  });
});

describe('play', () => {
  test('with reduced motion the window goes from event to event, and pauses at a word', async () => {
    const page = await openWithMap();
    const { timeline } = parts(page);
    await setDates(page, '2022-07-01', '2022-07-10');
    const firsts = new Set(story.events.map(({ when }) => dayOf(when?.startEarliest ?? 0)));
    await timeline.getByRole('button', { name: 'Play' }).click();
    const pause = timeline.getByRole('button', { name: 'Pause' });
    await pause.waitFor();
    const ends = new Set<string>();
    await expect
      .poll(async () => ends.add((await look(page)).dates[1]).size, PATIENCE)
      .toBeGreaterThan(3);
    await pause.click();
    const rest = await agree(page);
    ends.delete('2022-07-10');
    for (const end of ends) expect([...firsts], 'ends where an event begins').toContain(end);
    await timeline.getByRole('button', { name: 'Play' }).waitFor();
    expect((await agree(page)).window).toEqual(rest.window);
  });

  test('at the end of the story it stops by itself', async () => {
    const page = await openWithMap();
    const { timeline } = parts(page);
    await setDates(page, '2022-09-10', '2022-09-12');
    await timeline.getByLabel('Speed').selectOption('4×');
    await timeline.getByRole('button', { name: 'Play' }).click();
    await timeline.getByRole('button', { name: 'Pause' }).waitFor();
    await timeline.getByRole('button', { name: 'Play' }).waitFor();
    const { window } = await agree(page);
    const last = Math.max(...story.events.map(({ when }) => when?.startEarliest ?? 0));
    expect(window.to).toBeGreaterThan(last);
  });

  test('without reduced motion it glides, faster on request, and a hand on the window stops it', async () => {
    const page = await openWithMap({ reducedMotion: 'no-preference' });
    const { timeline, start } = parts(page);
    await timeline.getByRole('button', { name: 'Play' }).click();
    await timeline.getByRole('button', { name: 'Pause' }).waitFor();
    await timeline.getByLabel('Speed').selectOption('4×');
    const starts = new Set<number>();
    // The slider alone: at this speed the end of the story is near, and a look at the whole page takes a while.
    const now = async () => Number(await start.getAttribute('aria-valuenow'));
    await expect.poll(async () => starts.add(await now()).size, PATIENCE).toBeGreaterThan(4);
    const inOrder = [...starts];
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    await start.press('ArrowRight');
    await timeline.getByRole('button', { name: 'Play' }).waitFor();
    await agree(page);
    await timeline.getByLabel('Speed').selectOption('by event');
    await timeline.getByRole('button', { name: 'Play' }).click();
    await timeline.getByRole('button', { name: 'Pause' }).click();
    await agree(page);
  });
});

describe('the axis', () => {
  test('zooms by its buttons, by keys and by the wheel with Ctrl, and the window stays', async () => {
    const page = await openWithMap();
    const { zoom, start, middle, end } = parts(page);
    await setDates(page, '2022-08-24', '2022-09-08');
    const before = await agree(page);
    const apart = async () => (await middleOf(end)).x - (await middleOf(start)).x;
    const steps: [string, () => Promise<void>][] = [
      ['button', () => zoom.getByRole('button', { name: 'Zoom in', exact: true }).click()],
      ['key', () => start.press('+')],
      [
        'wheel',
        async () => {
          const { x, y } = await middleOf(middle);
          await page.mouse.move(x, y);
          await page.keyboard.down('Control');
          await page.mouse.wheel(0, -60);
          await page.keyboard.up('Control');
        }
      ],
      ['window', () => zoom.getByRole('button', { name: 'Zoom to the window' }).click()]
    ];
    for (const [by, step] of steps) {
      const was = await apart();
      await step();
      await expect.poll(apart, { ...PATIENCE, message: `by ${by}` }).not.toBe(was);
      expect((await agree(page)).window).toEqual(before.window);
    }
    const out = zoom.getByRole('button', { name: 'Zoom out', exact: true });
    await expect.poll(() => out.isEnabled(), PATIENCE).toBe(true);
    await out.click();
    await start.press('0');
    await expect.poll(() => out.isDisabled(), PATIENCE).toBe(true);
    expect((await agree(page)).window).toEqual(before.window);
  });

  test('zoomed in, the ends move by hours, and the words tell them', async () => {
    const page = await openWithMap();
    const { zoom, start } = parts(page);
    await setDates(page, '2022-09-07', '2022-09-08');
    await zoom.getByRole('button', { name: 'Zoom to the window' }).click();
    for (let press = 0; press < 4; press += 1) await start.press('+');
    await start.press('ArrowRight');
    const { words } = await agree(page);
    expect(words).toMatch(/\d\d:\d\d/);
    expect(await start.getAttribute('aria-valuetext')).toMatch(/7 September 2022.*\d\d:\d\d/);
  });

  test('times of day can be given once it is zoomed in, and no longer when it is not', async () => {
    const page = await openWithMap();
    const { timeline, zoom } = parts(page);
    await setDates(page, '2015-01-01', '2019-12-31');
    await timeline.getByRole('button', { name: 'More' }).click();
    const hint = timeline.getByText('Zoom in to set times of day.');
    const times = timeline.getByRole('group', { name: 'Time of day' });
    await hint.waitFor();
    for (let press = 0; press < 40 && (await times.count()) === 0; press += 1)
      await zoom.getByRole('button', { name: 'Zoom in' }).click();
    await times.waitFor();
    expect(await hint.count()).toBe(0);
    const out = zoom.getByRole('button', { name: 'Zoom out' });
    while (await out.isEnabled()) await out.click();
    await hint.waitFor();
    expect(await times.count()).toBe(0);
  });

  test('in true scale every day has the same room, and the window stays', async () => {
    const page = await openWithMap();
    const { timeline } = parts(page);
    await setDates(page, '2015-01-01', '2022-09-08');
    const before = await agree(page);
    const ratio = async () =>
      (await pixelsBetween(page, 'e-jcpoa', 'e-campbuild')) /
      (await pixelsBetween(page, 'e-campbuild', 'e-exp2020'));
    const elastic = await ratio();
    const trueScale = timeline.getByRole('checkbox', { name: 'True scale' });
    await trueScale.check();
    const day = (id: string) => story.events.find((each) => each.id === id)?.when?.startEarliest;
    const [a = 0, b = 0, c = 0] = ['e-jcpoa', 'e-campbuild', 'e-exp2020'].map(day);
    await expect.poll(ratio, PATIENCE).toBeCloseTo((b - a) / (c - b), 1);
    expect((await agree(page)).window).toEqual(before.window);
    await trueScale.uncheck();
    await expect.poll(ratio, PATIENCE).toBeCloseTo(elastic, 3);
    expect((await agree(page)).window).toEqual(before.window);
  });
});

test('what may have happened in the window and what certainly did can be told apart', async () => {
  const page = await openWithMap();
  const { timeline } = parts(page);
  await setDates(page, '2022-09-07', '2022-09-07');
  const possibly = await agree(page);
  await timeline.getByLabel('Show events').selectOption('certainly in the window');
  await expect
    .poll(async () => (await look(page)).titles.length, PATIENCE)
    .toBeLessThan(possibly.titles.length);
  const certainly = await agree(page);
  expect(possibly.titles).toEqual(expect.arrayContaining(certainly.titles));
  await timeline.getByLabel('Show events').selectOption('possibly in the window');
  await expect.poll(async () => (await look(page)).titles, PATIENCE).toEqual(possibly.titles);
  await agree(page);
});

test('one button goes back to the whole story and the whole axis', async () => {
  const page = await openWithMap();
  const { zoom } = parts(page);
  const whole = await agree(page);
  const reset = zoom.getByRole('button', { name: 'Whole story' });
  expect(await reset.isDisabled()).toBe(true);
  await setDates(page, '2022-09-07', '2022-09-08');
  await zoom.getByRole('button', { name: 'Zoom to the window' }).click();
  await reset.click();
  await expect.poll(async () => (await look(page)).words, PATIENCE).toBe(whole.words);
  const back = await agree(page);
  expect(back.titles).toEqual(whole.titles);
  expect(await zoom.getByRole('button', { name: 'Zoom out', exact: true }).isDisabled()).toBe(true);
  expect(await reset.isDisabled()).toBe(true);
});

test('with the map so near that each place has a mark of its own, every mark counts what the list has there', async () => {
  const page = await openStory({ path: `${STORY}#map=17/41.32/19.82` });
  for (const [from, to] of [
    ['2022-09-07', '2022-09-08'],
    ['2013-06-01', '2018-12-19'],
    ['2022-07-15', '2022-08-08']
  ] as const) {
    await setDates(page, from, to);
    const seen = await agree(page);
    expect(seen.marks.filter((name) => /places (near|at)/.test(name))).toEqual([]);
    const [first, last] = [seen.window.from, seen.window.to];
    expect(seen.titles).toHaveLength(
      story.events.filter((event) => may(event, first, last)).length
    );
  }
});

/** Moments at which something begins or ends. */
function boundaries(): number[] {
  return story.events.flatMap(({ when }) => (when ? [when.startEarliest, when.endLatest + 1] : []));
}

async function press(slider: Locator, key: string, words: string) {
  await slider.press(key);
  await expect
    .poll(() => slider.getAttribute('aria-valuetext'), { ...PATIENCE, message: key })
    .toContain(words);
  await agree(slider.page());
}

async function middleOf(part: Locator) {
  const box = await part.boundingBox();
  if (!box) throw new Error('It is not in sight');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where a finger takes hold of an end: in the middle of what can be held. */
const endAt = middleOf;

async function drag(page: Page, { x, y }: { x: number; y: number }, distance: number) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + distance, y, { steps: 12 });
  await page.mouse.up();
}

/** From one event's mark to another's, from left to right; NaN while one of them is not drawn. */
async function pixelsBetween(page: Page, first: string, last: string) {
  const at = async (id: string) => {
    const drawn = timelineMark(page, titleOf(id));
    const box = (await drawn.count()) > 0 ? await drawn.boundingBox() : null;
    return box ? box.x + box.width / 2 : Number.NaN;
  };
  return (await at(last)) - (await at(first));
}
