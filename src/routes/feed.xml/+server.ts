import { textIn } from '$lib/core/story';
import { storyById, storyIds } from '../../stories/stories.server';
import { atomFeed } from './atom-feed';
import { pagePath } from '../page-path';
import { siteAddress } from '../site-address.server';

export const prerender = true;

/** New stories and corrections to old ones. */
export function GET({ url }) {
  const entries = storyIds.flatMap((id) => {
    const story = storyById(id);
    if (!story) return [];
    const title = textIn(story.meta.title, 'en');
    const path = pagePath(story).slice(1);
    return [
      {
        path,
        identity: path,
        title,
        summary: textIn(story.meta.summary, 'en'),
        date: story.meta.updated
      },
      ...story.corrections.map((correction) => ({
        path,
        identity: `${path} ${correction.date} ${textIn(correction.text, 'en')}`,
        title: `Correction: ${title}`,
        summary: textIn(correction.text, 'en'),
        date: correction.date
      }))
    ];
  });
  return new Response(atomFeed('Dateline', entries, siteAddress(url)), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' }
  });
}
