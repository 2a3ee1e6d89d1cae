import { buildIndex } from '$lib/core/event-index';
import { isContested } from '$lib/core/story';
import { planOf } from '$lib/teach/lesson';
import { classEntries, storyForClass } from '../../../stories/stories.server';
import { siteAddress } from '../../site-address.server';

export const entries = classEntries;

export function load({ params, url }) {
  const story = storyForClass(params.story);
  const { meta, places, parties, events, citations } = story;
  return {
    meta,
    plan: planOf(story),
    extent: buildIndex(story).extent,
    site: siteAddress(url),
    counts: {
      places: places.length,
      parties: parties.length,
      events: events.length,
      contested: events.filter(isContested).length,
      sources: citations.length,
      questions: story.chapters.flatMap(({ questions }) => questions).length
    },
    /** Of the sources, the most frequent first. */
    languages: byFrequency(citations.flatMap(({ language }) => language ?? []))
  };
}

function byFrequency(all: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([each]) => each);
}
