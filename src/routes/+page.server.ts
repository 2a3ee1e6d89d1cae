import { buildIndex } from '$lib/core/event-index';
import { isContested, textIn } from '$lib/core/story';
import { storyById, storyIds } from '../stories/stories.server';
import { siteAddress } from './site-address.server';

export function load({ url }) {
  const stories = storyIds.flatMap((id) => {
    const story = storyById(id);
    if (!story) return [];
    return [
      {
        id,
        title: textIn(story.meta.title, 'en'),
        summary: textIn(story.meta.summary, 'en'),
        updated: story.meta.updated,
        timeZone: story.meta.timeZone,
        extent: buildIndex(story).extent,
        events: story.events.length,
        places: story.places.length,
        sources: story.citations.length,
        contested: story.events.filter(isContested).length
      }
    ];
  });
  return { stories, site: siteAddress(url) };
}
