import { distance } from '$lib/core/geodesy';
import { buildLookup } from '$lib/core/lookup';
import { stepsOf } from '$lib/present/steps';
import { storyForClass } from '../../../../stories/stories.server';
import { siteAddress } from '../../../site-address.server';

/** What both windows of a presentation are made from. Cut into steps here, so that every browser counts the same ones. */
export async function presentationOf(id: string, url: URL) {
  const story = storyForClass(id);
  const lookup = buildLookup(story);
  const steps = stepsOf(story, lookup, 'en');
  const measured = new Map<string, number>();
  for (const { id, measure } of story.events.flatMap(({ disputes }) => disputes)) {
    const from = measure && lookup.places.get(measure.from)?.point;
    const to = measure && lookup.places.get(measure.to)?.point;
    if (from && to) measured.set(id, await distance(from, to));
  }
  return { story, steps, measured, site: siteAddress(url) };
}
