import { citationIds } from '$lib/core/export';
import { itemOf } from '$lib/core/lookup';
import { textIn } from '$lib/core/story';
import { dayOf } from '$lib/core/zone';
import { formatWindow } from '$lib/i18n/dates';
import { sources } from '$lib/i18n/en/counted';
import { credit } from '$lib/i18n/en/credit';
import { map as mapWords } from '$lib/i18n/en/map';
import { share as t } from '$lib/i18n/en/share';
import { creditsOf } from '$lib/map/ground-address';
import type { Picture } from '$lib/map/poster/scene';
import { socialCard, type Look } from '$lib/map/poster/social-card';
import { readGround } from '$lib/map/read-ground';
import type { Session } from '$lib/state/session.svelte';
import { countIn, eventsByPlace, linesInWords, sharedHues, singlesIn } from '../on-the-map';

/** What is shown of a story at one moment. */
type Shown = Pick<
  Session,
  'story' | 'lookup' | 'extent' | 'view' | 'visible' | 'undated' | 'placeCounts'
>;

/** As it is now, whatever the reader, or a timeline that plays, does next. */
export function shownNow(session: Session): Shown {
  const { story, lookup, extent, view, visible, undated, placeCounts } = session;
  return { story, lookup, extent, view, visible, undated, placeCounts };
}

/** What a map shows of it. */
export function pictureOf(shown: Omit<Shown, 'extent' | 'undated'>, language: string): Picture {
  const { story, lookup, view, visible, placeCounts } = shown;
  const byPlace = eventsByPlace(visible);
  const chapter = view.chapter === null ? null : itemOf(lookup.chapters, view.chapter);
  return {
    places: story.places,
    counts: placeCounts,
    countOf: (ids) => countIn(byPlace, ids),
    hues: sharedHues(byPlace, lookup),
    singles: singlesIn(byPlace, lookup),
    lines: linesInWords(visible, { lookup, story, language }),
    fit: chapter?.places ?? [...eventsByPlace(story.events).keys()]
  };
}

interface Surroundings {
  /** The folder of the base map. */
  readonly basemap: string;
  /** Of the story's page, absolute. */
  readonly storyHref: string;
  /** How large the reader's map is, in pixels; null: not known. */
  readonly mapSize: { readonly width: number; readonly height: number } | null;
  /** The page's colours by the names of its custom properties. */
  readonly tokens: ReadonlyMap<string, string>;
  readonly language: string;
}

/** The moment as one picture, 1200 by 630 pixels, as SVG. Rejects when the ground of the map cannot be had. */
export async function momentSvg(shown: Shown, around: Surroundings): Promise<string> {
  const { story, view } = shown;
  const { basemap, storyHref, mapSize, tokens, language } = around;
  const [coarse, fine] = await Promise.all([
    readGround(basemap, 'coarse'),
    readGround(basemap, 'fine')
  ]);
  const text = {
    title: textIn(story.meta.title, language, ...story.meta.languages),
    facts: factsOf(shown, language),
    // The drawing is of our own ground, whatever the page's map is made of.
    credit: credit(creditsOf({ basemap: '', streets: null, style: null })),
    address: storyHref.replace(/^https?:\/\//, '')
  };
  const look: Look | null = view.camera && mapSize && { camera: view.camera, ...mapSize };
  const words = { language, t: mapWords };
  return socialCard(pictureOf(shown, language), { coarse, fine }, words, text, tokens, look);
}

/** The dates of the window, how many events there are in it, and what those rest on. */
function factsOf({ story, extent, view, visible, undated }: Shown, language: string): string[] {
  const events = [...visible, ...undated];
  const cited = new Set(events.flatMap(citationIds)).size;
  return [
    formatWindow(view.window ?? extent, story.meta.timeZone, language),
    `${t.picture.events(events.length, story.events.length)} · ${sources(cited)}`
  ];
}

/** What a file of the moment is called, without its ending: the story, and the days of its window if it has one. */
export function momentName({ story, view: { window } }: Pick<Shown, 'story' | 'view'>): string {
  const { id, timeZone } = story.meta;
  if (window === null) return id;
  const day = (ms: number) => {
    const { year, month, day } = dayOf(ms, timeZone);
    const two = (number: number) => String(number).padStart(2, '0');
    const digits = String(Math.abs(year)).padStart(4, '0');
    return `${year < 0 ? '-' : ''}${digits}-${two(month)}-${two(day)}`;
  };
  const [first, last] = [day(window.from), day(window.to)];
  return first === last ? `${id}-${first}` : `${id}-${first}-to-${last}`;
}
