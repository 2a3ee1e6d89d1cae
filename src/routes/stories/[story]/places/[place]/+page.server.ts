import { error } from '@sveltejs/kit';
import { buildIndex } from '$lib/core/event-index';
import { ALL, subsetOf } from '$lib/core/subset';
import { placesOf, storyById, storyIds } from '../../../../../stories/stories.server';
import { siteAddress } from '../../../../site-address.server';
import { locatorDrawings } from '../../poster.server';
import { placeData } from '../../structured-data.server';

export const entries = () =>
  storyIds.flatMap((id) => {
    const story = storyById(id);
    return story ? placesOf(story).map((place) => ({ story: id, place: place.id })) : [];
  });

export function load({ params, url, locals }) {
  const story = storyById(params.story);
  const place = story && placesOf(story).find(({ id }) => id === params.place);
  if (!story || !place) error(404, 'There is no place of this name in the story.');
  const site = siteAddress(url);
  locals.drawings = locatorDrawings(place, story);
  locals.structuredData = placeData(story, place, site);

  // Of the story, what is told here: the whole of it, times the places, would be most of the site.
  const part = subsetOf({ ...story, chapters: [] }, { ...ALL, places: [place.id] });
  const index = buildIndex(part);
  return {
    story: part,
    place,
    events: Array.from({ length: index.size }, (_, position) => index.eventAt(position)),
    site
  };
}
