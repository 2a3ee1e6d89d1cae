import { choicesCss } from '$lib/handout/choices';
import { sheetsOf } from '$lib/handout/sheets';
import { classEntries, storyForClass } from '../../../../../stories/stories.server';
import { headOf } from '../handout.server';

export const prerender = true;
export const entries = classEntries;

/** What is shown of the handout for what is ticked: a rule for each chapter, so it is made for each story. */
export function GET({ params }) {
  const story = storyForClass(params.story);
  const { chapters, others } = sheetsOf(story);
  const css = choicesCss(chapters.length + (others ? 1 : 0), headOf(story));
  return new Response(css, { headers: { 'content-type': 'text/css; charset=utf-8' } });
}
