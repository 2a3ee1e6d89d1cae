import { buildLookup } from '$lib/core/lookup';
import { stepsOf } from '$lib/present/steps';
import { storyForClass } from '../../../../stories/stories.server';
import { measuredIn } from '../../../measured.server';
import { siteAddress } from '../../../site-address.server';

/** What both windows of a presentation are made from. Cut into steps here, so that every browser counts the same ones. */
export async function presentationOf(id: string, url: URL) {
  const story = storyForClass(id);
  const steps = stepsOf(story, buildLookup(story), 'en');
  const measured = await measuredIn(story);
  return { story, steps, measured, site: siteAddress(url) };
}
