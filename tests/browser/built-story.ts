import { readdirSync, readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { readStory } from '../../src/lib/core/format';
import { textIn, type LanguageMap, type Story } from '../../src/lib/core/story';
import { STORY } from './reader';

const build = new URL('../../build/', import.meta.url).pathname;

/** The story that the site was built from, read from the file it publishes. */
export const story = readPublished();

const PLACE_PAGES = story.places.map(({ id }) => `${STORY}places/${id}/`);
export const SOURCES_PAGE = `${STORY}sources/`;
/** The address of every page of the site, below the site's own. */
export const PAGES: readonly string[] = ['', STORY, SOURCES_PAGE, ...PLACE_PAGES];

/** How long to wait for what needs the map: without a graphics card its first picture takes a while. */
export const PATIENCE = { timeout: 40_000 };

/** A text as the page has it. */
export const tell = (text: LanguageMap) => textIn(text, 'en');

/** The mark of each place, or of several that stand together. */
export const marks = (page: Page): Locator =>
  page.getByRole('group', { name: 'Places on the map' }).getByRole('button');

/** The map itself: a canvas once MapLibre draws it, before that and where it cannot an element that a drawing is in. */
export const mapItself = (page: Page): Locator =>
  page.getByRole('region', { name: 'Map', exact: true });

/** Waits until MapLibre draws the map. */
export async function mapLibreDraws(page: Page) {
  const tag = () => mapItself(page).evaluateAll((found) => found.map((each) => each.tagName));
  await expect.poll(tag, PATIENCE).toEqual(['CANVAS']);
}

/** The link to an event in the list of events; what is told of an event may link to it too. */
export const listed = (page: Page, title: string): Locator =>
  page.getByRole('heading', { level: 4, name: title, exact: true }).getByRole('link');

/** What is open over the map: an event or a place. */
export const card = (page: Page, title: string): Locator =>
  page.getByRole('region', { name: title, exact: true });

/** The file name of the script that holds MapLibre. */
export function mapLibreFile(): string {
  const folder = `${build}_app/immutable/chunks/`;
  const found = readdirSync(folder).filter((name) =>
    readFileSync(folder + name, 'utf8').includes('maplibregl-canvas')
  );
  expect(found, 'scripts with MapLibre in them').toHaveLength(1);
  return found[0] ?? '';
}

function readPublished(): Story {
  const read = readStory(JSON.parse(readFileSync(`${build}${STORY}story.json`, 'utf8')));
  if (!read.story) throw new Error('The published story file does not pass its own check.');
  return read.story;
}
