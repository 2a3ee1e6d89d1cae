import { withoutQuestions } from '$lib/core/outline';
import { bankOf } from '$lib/practice/make-bank';
import { classEntries, storyForClass } from '../../../stories/stories.server';
import { measuredIn } from '../../measured.server';
import { siteAddress } from '../../site-address.server';

export const entries = classEntries;

/** What can be asked is read from the story here: of that each browser only draws sets. */
export async function load({ params, url }) {
  const story = storyForClass(params.story);
  return {
    story: withoutQuestions(story),
    bank: bankOf(story, 'en'),
    measured: await measuredIn(story),
    site: siteAddress(url)
  };
}
