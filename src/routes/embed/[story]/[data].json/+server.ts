import { error, json } from '@sveltejs/kit';
import { outlineOf, withoutQuestions } from '$lib/core/outline';
import type { Story } from '$lib/core/story';
import { storyData } from '$lib/core/story-data';
import { WIDTHS, type Size } from '$lib/viewer/share/embed-code';
import { storyById, storyIds } from '../../../../stories/stories.server';
import { isAddressKnown, siteAddress } from '../../../site-address.server';
import { oEmbed } from '../oembed';

export const prerender = true;

/**
 * What an embed's script reads of its story, an outline in one language at the start and the whole when something is opened; and what whoever
 * makes links into embeds asks for. By the name of the file.
 */
function filesOf(story: Story, site: string | null): Record<string, () => Response> {
  const data = (part: Story) =>
    new Response(storyData(part), { headers: { 'content-type': 'application/json' } });
  const outlines = story.meta.languages.map(
    (language) => [`outline-${language}`, () => data(outlineOf(story, language))] as const
  );
  // These must say where they are from.
  const answers = (site === null ? [] : (Object.keys(WIDTHS) as Size[])).map(
    (size) => [`oembed-${size}`, () => json(oEmbed(story, site ?? '', size))] as const
  );
  return Object.fromEntries([
    ['whole', () => data(withoutQuestions(story))],
    ...outlines,
    ...answers
  ]);
}

export const entries = () =>
  storyIds.flatMap((id) => {
    const story = storyById(id);
    if (!story || story.archive) return [];
    return Object.keys(filesOf(story, isAddressKnown ? '' : null)).map((data) => ({
      story: id,
      data
    }));
  });

export function GET({ params, url }) {
  const story = storyById(params.story);
  const file = story && filesOf(story, siteAddress(url))[params.data];
  if (!file) error(404, 'There is no such file.');
  return file();
}
