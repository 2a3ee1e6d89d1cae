import { error } from '@sveltejs/kit';
import { storyById, storyIds } from '../../../stories/stories.server';
import { siteAddress } from '../../site-address.server';
import { embedPage } from './embed-page.server';

export const prerender = true;
export const trailingSlash = 'always';

/** Archives are not embedded yet. */
export const entries = () =>
  storyIds.flatMap((story) => (storyById(story)?.archive ? [] : { story }));

export function GET({ params, url }) {
  const story = storyById(params.story);
  if (!story || story.archive) error(404, 'There is no story of this name.');
  return new Response(embedPage(story, siteAddress(url)), {
    headers: { 'content-type': 'text/html' }
  });
}
