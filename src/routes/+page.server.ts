import { textIn } from '$lib/core/story';
import { isContested } from '$lib/core/story';
import { storyById, storyIds } from '../stories/stories.server';
import { siteAddress } from './site-address.server';

export function load({ url }) {
  const stories = storyIds.flatMap((id) => {
    const story = storyById(id);
    if (!story) return [];
    const times = story.events.flatMap((event) => (event.when ? [event.when] : []));
    return [
      {
        id,
        title: textIn(story.meta.title, 'en'),
        summary: textIn(story.meta.summary, 'en'),
        updated: story.meta.updated,
        timeZone: story.meta.timeZone,
        from: Math.min(...times.map((time) => time.startEarliest).filter(Number.isFinite)),
        to: Math.max(...times.map((time) => time.endLatest).filter(Number.isFinite)),
        events: story.events.length,
        places: story.places.length,
        sources: story.citations.length,
        contested: story.events.filter(isContested).length
      }
    ];
  });
  return { stories, site: siteAddress(url) };
}
