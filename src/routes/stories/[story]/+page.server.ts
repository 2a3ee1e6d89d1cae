import { error } from '@sveltejs/kit';
import { buildIndex } from '$lib/core/event-index';
import { distance } from '$lib/core/geodesy';
import { withoutQuestions } from '$lib/core/outline';
import type { Story } from '$lib/core/story';
import { storyById, storyIds } from '../../../stories/stories.server';
import { siteAddress } from '../../site-address.server';
import { mapLicences } from './map-licences.server';
import { posterOf } from './poster.server';
import { storyData } from './structured-data.server';

/** Archives have pages of their own. */
export const entries = () =>
  storyIds.flatMap((story) => (storyById(story)?.archive ? [] : { story }));

export async function load({ params, url, locals }) {
  const story = storyById(params.story);
  if (!story || story.archive) error(404, 'There is no story of this name.');
  const site = siteAddress(url);
  locals.drawings = { poster: posterOf(story), 'map-licences': mapLicences() };
  locals.structuredData = storyData(story, buildIndex(story), site);
  if (site) locals.oEmbed = `${site}embed/${story.meta.id}/oembed-article.json`;
  return { story: withoutQuestions(story), site, measured: await measuredIn(story) };
}

/** Metres on the ellipsoid between the two places of each dispute that measures a distance, by the dispute's id. */
async function measuredIn(story: Story): Promise<Map<string, number>> {
  const points = new Map(story.places.map((place) => [place.id, place.point]));
  const measured = new Map<string, number>();
  for (const { id, measure } of story.events.flatMap((event) => event.disputes)) {
    const from = measure && points.get(measure.from);
    const to = measure && points.get(measure.to);
    if (from && to) measured.set(id, await distance(from, to));
  }
  return measured;
}
