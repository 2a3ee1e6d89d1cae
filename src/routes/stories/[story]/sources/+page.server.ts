import { error } from '@sveltejs/kit';
import { withoutQuestions } from '$lib/core/outline';
import { storyById, storyIds } from '../../../../stories/stories.server';
import { siteAddress } from '../../../site-address.server';

export const entries = () => storyIds.map((story) => ({ story }));

export function load({ params, url }) {
  const story = storyById(params.story);
  if (!story) error(404, 'There is no story of this name.');
  return { story: withoutQuestions(story), site: siteAddress(url) };
}
