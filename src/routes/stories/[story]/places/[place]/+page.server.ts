import { error } from '@sveltejs/kit';
import { buildIndex } from '$lib/core/event-index';
import { withoutQuestions } from '$lib/core/outline';
import { storyById, storyIds } from '../../../../../stories/stories.server';
import { siteAddress } from '../../../../site-address.server';
import { locatorDrawings } from '../../poster.server';
import { placeData } from '../../structured-data.server';

export const entries = () =>
  storyIds.flatMap((id) =>
    (storyById(id)?.places ?? []).map((place) => ({ story: id, place: place.id }))
  );

export function load({ params, url, locals }) {
  const story = storyById(params.story);
  const place = story?.places.find(({ id }) => id === params.place);
  if (!story || !place) error(404, 'There is no place of this name in the story.');
  const site = siteAddress(url);
  locals.drawings = locatorDrawings(place, story);
  locals.structuredData = placeData(story, place, site);

  const index = buildIndex(story);
  const here = (position: number) =>
    index.eventAt(position).where.some((where) => where.place === place.id);
  const positions = Array.from({ length: index.size }, (_, position) => position).filter(here);
  return {
    story: withoutQuestions(story),
    place,
    events: positions.map((position) => index.eventAt(position)),
    site
  };
}
