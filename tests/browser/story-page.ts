import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { readStory } from '../../src/lib/core/format';
import type { Story, StoryEvent } from '../../src/lib/core/story';
import { STORY, visit } from './reader';

/** The story as the built site hands it out: what the page should show is worked out from it, by plain loops. */
export const story = storyOfTheSite();

/** Slow machines draw the map late. */
export const PATIENCE = { timeout: 15_000, interval: 100 };

/** Where things are on the page of a story. */
export function parts(page: Page) {
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const main = page.getByRole('main');
  return {
    timeline,
    main,
    map: page.getByRole('group', { name: 'Places on the map' }),
    words: timeline.getByRole('status'),
    from: timeline.getByLabel('From', { exact: true }),
    to: timeline.getByLabel('To', { exact: true }),
    start: timeline.getByRole('slider', { name: 'Start of the window' }),
    end: timeline.getByRole('slider', { name: 'End of the window' }),
    middle: timeline.getByRole('slider', { name: 'Move the window' }),
    zoom: timeline.getByRole('group', { name: 'Zoom the axis' }),
    search: page.getByRole('searchbox', { name: 'Search the events' }),
    chips: main.getByRole('list', { name: 'Filters in force' }),
    // In the list of events only an event has a heading of the fourth level.
    listed: main.getByRole('heading', { level: 4 }),
    count: main.getByRole('status').filter({ hasText: /^(All )?\d+ (of|event)/ })
  };
}

/** The mark of a place, or of several that stand together. */
export function mark(page: Page, name: string | RegExp): Locator {
  return parts(page).map.getByRole('button', { name });
}

/** The card of an event or a place. */
export function card(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true });
}

/** A row of the list of events. */
export function row(page: Page, title: string): Locator {
  return parts(page)
    .main.getByRole('heading', { level: 4, name: title, exact: true })
    .getByRole('link');
}

/** An event's shape in the timeline, found by what hovering over it says. */
export function timelineMark(page: Page, title: string): Locator {
  const says = page.locator('title').filter({ hasText: title });
  return parts(page).timeline.locator('g').filter({ has: says }).last();
}

/** Opens the story and waits until it answers. */
export async function openStory(options: Parameters<typeof visit>[0] = {}): Promise<Page> {
  const page = await visit(options);
  // The scripts put it there.
  await page.getByRole('region', { name: 'Map', exact: true }).first().waitFor();
  return page;
}

/** The same, until map and timeline do so, too. */
export async function openWithMap(options: Parameters<typeof visit>[0] = {}): Promise<Page> {
  const page = await openStory(options);
  await mapHasCome(page);
  await timelineAnswers(page);
  return page;
}

/** Waits until a pointer can move the window. */
export async function timelineAnswers(page: Page) {
  const play = parts(page).timeline.getByRole('button', { name: 'Play' });
  await expect.poll(() => play.isEnabled(), PATIENCE).toBe(true);
}

/** Waits until the map, drawn or not, can be used. */
export async function mapHasCome(page: Page) {
  await parts(page).map.getByRole('button').first().waitFor();
  await page.getByRole('region', { name: 'Map', exact: true }).first().waitFor();
}

export async function setDates(page: Page, from: string, to: string) {
  const { from: first, to: last } = parts(page);
  // The later one first, so that the two are never the wrong way round.
  await last.fill(to);
  await first.fill(from);
  await expect.poll(() => first.inputValue(), PATIENCE).toBe(from);
  await expect.poll(() => last.inputValue(), PATIENCE).toBe(to);
}

/** Opens the filters, where they are not open. */
export async function openFilters(page: Page) {
  const first = page.getByRole('checkbox', { name: /^Contested only/ });
  if (!(await first.isVisible())) {
    await page.getByRole('search').getByText('Filter', { exact: true }).click();
  }
  await first.waitFor();
}

/** A filter's checkbox by its words, whatever count stands behind them. */
export function choice(page: Page, words: string): Locator {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return page.getByRole('search').getByRole('checkbox', { name: new RegExp(`^${escaped} \\d+$`) });
}

/** The count that a filter promises, as part of its words. */
export async function countOf(box: Locator): Promise<number> {
  const words = await box.locator('xpath=ancestor::label').innerText();
  return Number(/(\d+)\s*$/.exec(words)?.[1]);
}

/** What takes away a filter in force. */
export function chip(page: Page, name: string): Locator {
  return page.getByRole('button', { name: `Remove the filter: ${name}`, exact: true });
}

export function eventOf(id: string): StoryEvent {
  const event = story.events.find((each) => each.id === id);
  if (!event) throw new Error(`The story has no event "${id}"`);
  return event;
}

export function titleOf(id: string): string {
  return english(eventOf(id).title);
}

export function english(text: { readonly [language: string]: string | undefined }): string {
  return text['en'] ?? '';
}

/** What the page says, all of it as words a reader gets. */
export async function look(page: Page) {
  const { words, start, end, listed, count, timeline, map, from, to } = parts(page);
  const numberIn = async (slider: Locator) => Number(await slider.getAttribute('aria-valuenow'));
  const beside = page.getByText(/^\d+ events? with no place on the map$/);
  return {
    words: await words.innerText(),
    dates: [await from.inputValue(), await to.inputValue()] as const,
    window: { from: await numberIn(start), to: await numberIn(end) },
    certainty: await timeline.getByLabel('Show events').inputValue(),
    titles: (await listed.allTextContents()).map((title) => title.trim()),
    count: (await count.innerText()).replace(/\s+/g, ' ').trim(),
    chart:
      (await timeline.getByRole('img', { name: /^Chart of/ }).getAttribute('aria-label')) ?? '',
    // Those outside the picture as well: what the map counts does not depend on where it looks.
    marks: await map
      .getByRole('button', { includeHidden: true })
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? '')),
    unplaced: (await beside.count()) === 0 ? '' : await beside.innerText(),
    filtered: (await parts(page).chips.count()) > 0
  };
}

type Look = Awaited<ReturnType<typeof look>>;

/**
 * Waits until the words of the window, the list, its count and the map tell the same, and returns what they tell. `marks: false` where a
 * test does not wait for the map.
 */
export async function agree(page: Page, { marks = true } = {}): Promise<Look> {
  let seen: Look | undefined;
  await expect
    .poll(async () => {
      seen = await look(page);
      return disagreements(seen, marks);
    }, PATIENCE)
    .toEqual([]);
  return seen as Look;
}

function disagreements(seen: Look, withMarks: boolean): string[] {
  const wrong: string[] = [];
  const check = (holds: boolean, words: string) => {
    if (!holds) wrong.push(words);
  };
  const whole = seen.words.startsWith('Whole story');
  const listed = seen.titles.map(eventCalled);
  const meets = seen.certainty === 'surely' ? surely : may;
  const { from, to } = seen.window;
  const inWindow = (event: StoryEvent) => whole || meets(event, from, to);

  check(seen.titles.length === new Set(seen.titles).size, 'The list has an event more than once');
  for (const event of listed) check(inWindow(event), `Listed outside the window: ${event.id}`);
  if (!seen.filtered) {
    for (const event of story.events) {
      check(!inWindow(event) || listed.includes(event), `Missing from the list: ${event.id}`);
    }
  }

  const [all, shown] = [story.events.length, listed.length];
  const certain = listed.filter((event) => whole || surely(event, from, to)).length;
  const counted = shown === all ? `All ${all} events` : `${shown} of ${all} events`;
  const said = whole ? counted : `${counted} · ${certain} certainly in the window`;
  check(seen.count === said, `The count says "${seen.count}", the list "${said}"`);
  check(
    seen.chart.startsWith(`Chart of ${all} events, ${shown} of them in the window, ${seen.words}.`),
    `The chart says "${seen.chart}"`
  );
  const [first, last] = seen.dates;
  check(first === dayOf(from), `The first field says ${first}, the slider ${dayOf(from)}`);
  check(last === dayOf(to), `The last field says ${last}, the slider ${dayOf(to)}`);
  // Whole months may be told as months, whole years as years.
  const months = first.endsWith('-01') && dayOf(to + 1).endsWith('-01');
  const years = months && first.endsWith('-01-01') && last.endsWith('-12-31');
  for (const date of seen.dates) {
    const [year = '', month, day] = date.split('-');
    const inWords = [
      year,
      ...(years ? [] : [MONTHS[Number(month) - 1] ?? '']),
      ...(months ? [] : [String(Number(day))])
    ];
    check(
      inWords.every((word) => seen.words.includes(word)),
      `"${seen.words}" does not tell ${date}`
    );
  }

  const off = listed.filter((event) => placesOf(event).length === 0).length;
  check(
    seen.unplaced === '' ? off === 0 || !withMarks : seen.unplaced.startsWith(`${off} event`),
    `"${seen.unplaced}", but the list has ${off}`
  );
  if (withMarks) wrong.push(...amissOnTheMap(seen.marks, listed));
  return wrong;
}

/** Compares the names of marks with the events of the list that have a place. */
function amissOnTheMap(names: readonly string[], listed: readonly StoryEvent[]): string[] {
  const perPlace = new Map<string, number>();
  for (const event of listed) {
    for (const id of placesOf(event)) perPlace.set(id, (perPlace.get(id) ?? 0) + 1);
  }
  const placed = listed.filter((event) => placesOf(event).length > 0).length;
  const wrong: string[] = [];
  let [places, sum] = [0, 0];
  for (const name of names) {
    const read = MARK.exec(name);
    if (!read) {
      wrong.push(`A mark is called "${name}"`);
      continue;
    }
    const [, together, place = '', number] = read;
    const events = Number(number);
    sum += events;
    if (together) {
      places += Number(together);
      if (events > placed) wrong.push(`"${name}" has more than the list`);
      continue;
    }
    places += events > 0 ? 1 : 0;
    const own = perPlace.get(placeCalled(place)) ?? 0;
    if (own !== events) wrong.push(`"${name}", but the list has ${own}`);
  }
  if (places !== perPlace.size) wrong.push(`Marks of ${places} places, list of ${perPlace.size}`);
  const most = [...perPlace.values()].reduce((total, each) => total + each, 0);
  if (sum < placed || sum > most) wrong.push(`Marks count ${sum}; list: ${placed} to ${most}`);
  return wrong;
}

const MARK = /^(?:(\d+) places (?:near|at) )?(.+), (\d+) events?(?:: zoom in|: show the next)?$/;

/** As the domain rules have it: could be in the window … */
export function may({ when }: StoryEvent, from: number, to: number): boolean {
  return when === null || (when.startEarliest <= to && when.endLatest >= from);
}

/** … or is in it whatever its dates turn out to be. */
function surely({ when }: StoryEvent, from: number, to: number): boolean {
  return when === null || (when.startLatest <= to && when.endEarliest >= from);
}

/** Ids of an event's places that the map can show. */
function placesOf(event: StoryEvent): string[] {
  const located = story.places.filter(({ point }) => point !== null).map(({ id }) => id);
  return [...new Set(event.where.map(({ place }) => place))].filter((id) => located.includes(id));
}

function eventCalled(title: string): StoryEvent {
  const event = story.events.find((each) => english(each.title) === title);
  if (!event) throw new Error(`The list has "${title}", the story does not`);
  return event;
}

function placeCalled(name: string): string {
  const place = story.places.find(({ names }) => english(names) === name);
  if (!place) throw new Error(`The map has "${name}", the story does not`);
  return place.id;
}

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2022, month, 15)
  )
);

/** The day in the story's zone, as a date field has it. */
export function dayOf(moment: number): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: story.meta.timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit'
  }).format(moment);
}

function storyOfTheSite(): Story {
  const file = new URL(`../../build/${STORY}story.json`, import.meta.url);
  const { story: read } = readStory(JSON.parse(readFileSync(file, 'utf8')));
  if (!read) throw new Error('The built site has no story that can be read');
  return read;
}
