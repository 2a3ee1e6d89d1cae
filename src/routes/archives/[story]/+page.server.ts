import { error } from '@sveltejs/kit';
import { storyById, storyIds } from '../../../stories/stories.server';
import { siteAddress } from '../../site-address.server';
import { aboutStory } from '../../stories/[story]/about-story.server';
import { posterScope } from '../../stories/[story]/poster.server';
import { archiveData } from '../../stories/[story]/structured-data.server';
import { archiveOf } from './archive.server';
import { archivePoster } from './archive-poster.server';

export const entries = () =>
  storyIds.flatMap((story) => (storyById(story)?.archive ? { story } : []));

export async function load({ params, url, locals }) {
  const story = storyById(params.story);
  const source = story?.archive;
  if (!story || !source) error(404, 'There is no archive of this name.');
  const site = siteAddress(url);
  const { index, preview } = await archiveOf(story, source);
  locals.drawings = {
    poster: archivePoster(story, index, preview.fit) + posterScope(),
    about: aboutStory(story)
  };
  locals.structuredData = archiveData(story, preview.extent, site);
  return { story, source, preview, site };
}
