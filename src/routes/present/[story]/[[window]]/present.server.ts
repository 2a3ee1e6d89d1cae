import { buildLookup } from '$lib/core/lookup';
import { stepsOf } from '$lib/present/steps';
import { storyForClass } from '../../../../stories/stories.server';
import { siteAddress } from '../../../site-address.server';
import { measuredIn } from '../../../stories/[story]/measured.server';

/** What both windows of a presentation are made from. Cut into steps here, so that every browser counts the same ones. */
export async function presentationOf(id: string, url: URL) {
  const story = storyForClass(id);
  const lookup = buildLookup(story);
  const steps = stepsOf(story, lookup, 'en');
  return { story, steps, measured: await measuredIn(story), site: siteAddress(url) };
}
