import { textIn, type Story } from '$lib/core/story';
import { storyById, storyIds } from '../../stories/stories.server';
import { pagePath } from '../page-path';
import { siteAddress } from '../site-address.server';
import { oneFile } from './[story].html/one-file.server';

export async function load({ url }) {
  const stories = storyIds.flatMap((id) => storyById(id) ?? []);
  return {
    stories: await Promise.all(stories.map((story) => offered(story, url))),
    site: siteAddress(url)
  };
}

async function offered(story: Story, url: URL) {
  return {
    id: story.meta.id,
    path: pagePath(story),
    title: textIn(story.meta.title, 'en'),
    /** Bytes of the story in one file; null where there is none. */
    file: story.archive ? null : Buffer.byteLength(await oneFile(story, url))
  };
}
