import { error } from '@sveltejs/kit';
import { buildIndex } from '$lib/core/event-index';
import { withoutQuestions } from '$lib/core/outline';
import { storyById, storyIds } from '../../../stories/stories.server';
import { measuredIn } from '../../measured.server';
import { siteAddress } from '../../site-address.server';
import { aboutStory } from './about-story.server';
import { posterOf, posterScope } from './poster.server';
import { storyData } from './structured-data.server';

/** Archives have pages of their own. */
export const entries = () =>
  storyIds.flatMap((story) => (storyById(story)?.archive ? [] : { story }));

export async function load({ params, url, locals }) {
  const story = storyById(params.story);
  if (!story || story.archive) error(404, 'There is no story of this name.');
  const site = siteAddress(url);
  locals.drawings = { poster: posterOf(story) + posterScope(), about: aboutStory(story) };
  locals.structuredData = storyData(story, buildIndex(story), site);
  if (site) locals.oEmbed = `${site}embed/${story.meta.id}/oembed-article.json`;
  return { story: withoutQuestions(story), site, measured: await measuredIn(story) };
}
