import { textIn } from '$lib/core/story';
import { storyById, storyIds } from '../../stories/stories.server';
import { pagePath } from '../page-path';
import { siteAddress } from '../site-address.server';

export function load({ url }) {
  const stories = storyIds.flatMap((id) => {
    const story = storyById(id);
    return story ? [{ id, path: pagePath(story), title: textIn(story.meta.title, 'en') }] : [];
  });
  return { stories, site: siteAddress(url) };
}
