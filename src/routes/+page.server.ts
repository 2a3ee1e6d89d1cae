import { buildIndex } from '$lib/core/event-index';
import { isContested, textIn, type Story } from '$lib/core/story';
import { isForClass, storyById, storyIds } from '../stories/stories.server';
import { pagePath } from './page-path';
import { siteAddress } from './site-address.server';
import { archiveOf } from './archives/[story]/archive.server';

export async function load({ url }) {
  const stories = storyIds.flatMap((id) => storyById(id) ?? []);
  return { stories: await Promise.all(stories.map(summaryOf)), site: siteAddress(url) };
}

async function summaryOf(story: Story) {
  const { meta, archive } = story;
  const preview = archive && (await archiveOf(story, archive)).preview;
  return {
    id: meta.id,
    path: pagePath(story),
    /** Null where there is nothing to take to a class. */
    forClass: isForClass(story)
      ? {
          teach: `/teach/${meta.id}/` as const,
          present: `/present/${meta.id}/` as const,
          practice: `/practice/${meta.id}/` as const
        }
      : null,
    title: textIn(meta.title, 'en'),
    summary: textIn(meta.summary, 'en'),
    updated: meta.updated,
    timeZone: meta.timeZone,
    extent: preview?.extent ?? buildIndex(story).extent,
    events: preview ? preview.size + preview.undated : story.events.length,
    places: story.places.length,
    sources: story.citations.length,
    /** Null where events make no claims. */
    contested: preview ? null : story.events.filter(isContested).length
  };
}
