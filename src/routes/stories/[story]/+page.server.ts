import { error } from '@sveltejs/kit';
import { buildIndex } from '$lib/core/event-index';
import { storyById, storyIds } from '../../../stories/stories.server';
import { siteAddress } from '../../site-address.server';
import { storyData } from './structured-data.server';

export const entries = () => storyIds.map((story) => ({ story }));

export function load({ params, url, locals }) {
  const story = storyById(params.story);
  if (!story) error(404, 'There is no story of this name.');
  const site = siteAddress(url);
  locals.structuredData = storyData(story, buildIndex(story), site);
  // The page shows what Dateline has read of each source; the item as written is in story.json.
  const citations = story.citations.map((citation) => ({ ...citation, csl: {} }));
  return { story: { ...story, citations }, site };
}
