import { describe, expect, test } from 'vitest';
import type { StoryEvent } from '../../src/lib/core/story';
import { useBrowser, WITHOUT_WEBGL } from './reader';
import {
  agree,
  chip,
  choice,
  countOf,
  english,
  look,
  may,
  openFilters,
  parts,
  PATIENCE,
  setDates,
  story,
  openStory,
  openWithMap
} from './story-page';

useBrowser(WITHOUT_WEBGL);

describe('search', () => {
  test('finds words with or without their accents, in any case', async () => {
    const page = await openStory();
    const found = [];
    for (const text of ['Bumçi', 'bumci', 'BUMCI', 'bumci mek']) {
      await parts(page).search.fill(text);
      await chip(page, `“${text}”`).waitFor();
      found.push((await agree(page, { marks: false })).titles);
    }
    const [first = [], ...others] = found;
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(story.events.length);
    expect(others[0]).toEqual(first);
    expect(others[1]).toEqual(first);
    // Of several words an event must have each.
    expect(first).toEqual(expect.arrayContaining(others[2] ?? []));
  });

  test('finds names of places in other languages', async () => {
    const page = await openStory();
    await parts(page).search.fill('تیرانا');
    await chip(page, '“تیرانا”').waitFor();
    const { titles } = await agree(page, { marks: false });
    expect(titles).toContain('FBI team reported in Tirana');
  });

  test('map and list follow, and taking it away brings all back', async () => {
    const page = await openWithMap();
    const before = await agree(page);
    await parts(page).search.fill('embassy');
    await chip(page, '“embassy”').waitFor();
    const found = await agree(page);
    expect(found.titles.length).toBeLessThan(before.titles.length);
    await chip(page, '“embassy”').click();
    await expect.poll(() => parts(page).search.inputValue(), PATIENCE).toBe('');
    expect((await agree(page)).titles).toEqual(before.titles);
  });
});

test('each kind gives as many events as it says, and only such', async () => {
  const page = await openWithMap();
  await openFilters(page);
  for (const kind of story.kinds) {
    const box = choice(page, english(kind.name));
    const promised = await countOf(box);
    await box.check();
    await chip(page, english(kind.name)).waitFor();
    const { titles } = await agree(page);
    expect(titles.length, english(kind.name)).toBe(promised);
    expect(new Set(titles)).toEqual(titlesOf((event) => event.kind === kind.id));
    await box.uncheck();
  }
});

test('a party gives as many events as it says, and only such', async () => {
  const page = await openStory();
  await openFilters(page);
  const offered = story.parties.filter(({ id }) => story.events.some(has(id)));
  // One of each group: all of them would take long, and say no more.
  for (const group of story.groups) {
    const party = offered.find((each) => each.group === group.id);
    if (!party) continue;
    const name = english(party.names);
    const box = choice(page, name);
    const promised = await countOf(box);
    await box.check();
    await chip(page, name).waitFor();
    const titles = new Set(await parts(page).listed.allTextContents());
    expect(titles, name).toEqual(titlesOf(has(party.id)));
    expect(titles.size, name).toBe(promised);
    await expect
      .poll(() => parts(page).count.innerText(), { ...PATIENCE, message: name })
      .toBe(`${promised} of ${story.events.length} events`);
    await box.uncheck();
  }
});

test('several choices of one sort give what has any of them', async () => {
  const page = await openStory();
  await openFilters(page);
  const [first, second] = story.kinds.map((kind) => choice(page, english(kind.name)));
  if (!first || !second) throw new Error('The story has too few kinds');
  const promised = (await countOf(first)) + (await countOf(second));
  await first.check();
  await second.check();
  await expect.poll(async () => (await look(page)).titles.length, PATIENCE).toBe(promised);
  await agree(page, { marks: false });
});

test('contested only leaves the events that the list calls contested', async () => {
  const page = await openWithMap();
  const { main } = parts(page);
  await agree(page);
  const contested = main.getByText('contested', { exact: true });
  const before = await contested.count();
  await openFilters(page);
  const box = choice(page, 'Contested only');
  const promised = await countOf(box);
  expect(promised).toBe(before);
  await box.check();
  await chip(page, 'Contested only').waitFor();
  expect((await agree(page)).titles).toHaveLength(promised);
  expect(await contested.count()).toBe(promised);
  await chip(page, 'Contested only').click();
  await expect.poll(() => box.isChecked(), PATIENCE).toBe(false);
});

test('filters combine with one another and with the window, and every count says what would come of it', async () => {
  const page = await openWithMap();
  await setDates(page, '2022-09-07', '2022-09-08');
  await openFilters(page);
  const kind = story.kinds.find(({ id }) => id === 'scene');
  const kindBox = choice(page, english(kind?.name ?? {}));
  const inWindow = await countOf(kindBox);
  await kindBox.check();
  await expect.poll(async () => (await look(page)).titles.length, PATIENCE).toBe(inWindow);
  const scenes = await agree(page);
  const { from, to } = scenes.window;
  const expected = titlesOf((event) => event.kind === 'scene' && may(event, from, to));
  expect(new Set(scenes.titles)).toEqual(expected);

  const contested = choice(page, 'Contested only');
  const left = await countOf(contested);
  await contested.check();
  await expect.poll(async () => (await look(page)).titles.length, PATIENCE).toBe(left);
  await agree(page);
  await parts(page).search.fill('barrel');
  await expect
    .poll(async () => (await look(page)).titles, PATIENCE)
    .toEqual(['Papers burned in a barrel at the Iranian embassy']);
  await agree(page);
  expect(await parts(page).chips.getByRole('listitem').count()).toBe(4);

  // Moving the window keeps the filters, taking them all away keeps the window.
  await setDates(page, '2022-07-01', '2022-07-31');
  await expect.poll(async () => (await look(page)).titles, PATIENCE).toEqual([]);
  await agree(page);
  await setDates(page, '2022-09-07', '2022-09-08');
  await parts(page).chips.getByRole('button', { name: 'Clear all filters' }).click();
  await expect.poll(() => parts(page).chips.count(), PATIENCE).toBe(0);
  const cleared = await agree(page);
  expect(cleared.words).toBe('7–8 September 2022');
  expect(new Set(cleared.titles)).toEqual(titlesOf((event) => may(event, from, to)));
});

describe('an empty result', () => {
  test('says how to get back from filters', async () => {
    const page = await openWithMap();
    await parts(page).search.fill('zzz nothing has this');
    const { main } = parts(page);
    await main.getByText('No event passes.').waitFor();
    expect((await agree(page)).titles).toEqual([]);
    await main.getByRole('button', { name: 'Clear all filters' }).last().click();
    expect((await agree(page)).titles).toHaveLength(story.events.length);
    expect(await main.getByText('No event passes.').count()).toBe(0);
  });

  test('says how to get back from a window', async () => {
    const page = await openWithMap();
    // Nothing is told of these weeks.
    await setDates(page, '2017-01-01', '2017-02-01');
    const { main } = parts(page);
    await main.getByText('No event passes.').waitFor();
    await agree(page);
    await main.getByRole('button', { name: 'Show the whole story' }).click();
    const { words, titles } = await agree(page);
    expect(titles).toHaveLength(story.events.length);
    expect(words).toMatch(/^Whole story/);
  });

  test('by both needs both, and each button does its part', async () => {
    const page = await openStory();
    const { main, search } = parts(page);
    await search.fill('barrel');
    await setDates(page, '2017-01-01', '2017-02-01');
    await main.getByText('No event passes.').waitFor();
    await main.getByRole('button', { name: 'Show the whole story' }).click();
    await expect
      .poll(async () => (await look(page)).titles, PATIENCE)
      .toContain('Papers burned in a barrel at the Iranian embassy');
    await agree(page, { marks: false });
  });
});

function has(party: string) {
  return (event: StoryEvent) => event.parties.some((each) => each.party === party);
}

function titlesOf(passes: (event: StoryEvent) => boolean): Set<string> {
  return new Set(story.events.filter(passes).map(({ title }) => english(title)));
}
