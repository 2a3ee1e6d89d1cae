import { readFileSync } from 'node:fs';
import type { Place, Story } from '$lib/core/story';
import { credit, scopeOnPaper } from '$lib/i18n/en/credit';
import { map as mapWords } from '$lib/i18n/en/map';
import type { BaseTopology } from '$lib/map/basemap-data';
import { creditsOf } from '$lib/map/ground-address';
import { element } from '$lib/map/poster/markup';
import { locatorsOf } from '$lib/map/poster/locator';
import { posterSvg } from '$lib/map/poster/poster';
import type { Picture } from '$lib/map/poster/scene';
import { Session } from '$lib/state/session.svelte';
import { pictureOf as pictureOfShown } from '$lib/viewer/share/moment-picture';
import { baseMapAddress } from '../../map-settings';

const read = (scale: string): BaseTopology =>
  JSON.parse(readFileSync(`static/basemap/drawing-${scale}.json`, 'utf8'));

/** The drawn ground, as the page's own script fetches it. */
export const base = { coarse: read('coarse'), fine: read('fine') };
export const words = { language: 'en', t: mapWords };

/** The whole story as its page opens. */
export function pictureOf(story: Story): Picture {
  return pictureOfShown(new Session(story), 'en');
}

/** The map's first frame, for the story's page, and whom it is owed to. */
export function posterOf(story: Story): string {
  return posterSvg(pictureOf(story), base, words) + posterCredit();
}

export function posterCredit(): string {
  return element('p', { class: 'poster-credit' }, credit(creditsOf(baseMapAddress()))).markup;
}

/** What a poster shows on paper, where it stands in for the map. */
export function posterScope(): string {
  return element('p', { class: 'poster-credit poster-scope' }, scopeOnPaper).markup;
}

/** The small maps of a place's own page, by the names of the elements they go into; none for a place that is not on the map. */
export function locatorDrawings(place: Place, story: Story): Record<string, string> {
  const locators = locatorsOf(place, story.places, base, words);
  if (locators === null) return {};
  const { world, region, near } = locators;
  return { 'locator-world': world, 'locator-region': region, 'locator-near': near };
}
