import { sheetsOf } from '$lib/handout/sheets';
import { buildIndex } from '$lib/core/event-index';
import { classEntries, storyForClass } from '../../../../stories/stories.server';
import { siteAddress } from '../../../site-address.server';
import { codeOf, mapsOf } from './handout.server';

export const entries = classEntries;

export function load({ params, url, locals }) {
  const story = storyForClass(params.story);
  const sheets = sheetsOf(story);
  const maps = mapsOf(sheets);
  const site = siteAddress(url);
  // A code needs a whole address: a site built without SITE_URL has none to give.
  const address = site && `${site}stories/${story.meta.id}/`;
  locals.drawings = {
    ...(maps && {
      'map-whole': maps.whole,
      'map-near': maps.near ?? '',
      'blank-whole': maps.blank
    }),
    ...(address && { code: codeOf(address) })
  };
  return {
    meta: story.meta,
    story,
    sheets,
    places: maps?.places ?? [],
    around: maps?.around ?? null,
    extent: buildIndex(story).extent,
    site,
    address
  };
}
