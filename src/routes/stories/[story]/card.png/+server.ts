import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { error } from '@sveltejs/kit';
import { textIn, type ArchiveSource, type Story, type Window } from '$lib/core/story';
import { formatWindow } from '$lib/i18n/dates';
import { credit } from '$lib/i18n/en/credit';
import * as counted from '$lib/i18n/en/counted';
import { creditsOf } from '$lib/map/ground-address';
import { archiveCard, socialCard } from '$lib/map/poster/social-card';
import { Session } from '$lib/state/session.svelte';
import { storyById, storyIds } from '../../../../stories/stories.server';
import { archiveOf } from '../../../archives/[story]/archive.server';
import { archivePicture } from '../../../archives/[story]/archive-poster.server';
import { base, pictureOf, words } from '../poster.server';

export const prerender = true;
export const entries = () => storyIds.map((story) => ({ story }));

/** What is shown of a story where somebody links to it: 1200 by 630 pixels. */
export async function GET({ params }) {
  const story = storyById(params.story);
  if (!story) error(404, 'There is no story of this name.');
  const svg = story.archive
    ? await archiveSvg(story, story.archive)
    : socialCard(pictureOf(story), base, words, textOf(story), tokens);
  const png = new Resvg(svg, {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Source Serif 4' }
  }).render();
  return new Response(new Uint8Array(png.asPng()), { headers: { 'content-type': 'image/png' } });
}

function textOf(story: Story) {
  return cardText(story, new Session(story).extent, story.events.length);
}

async function archiveSvg(story: Story, source: ArchiveSource): Promise<string> {
  const { index, preview } = await archiveOf(story, source);
  const picture = archivePicture(story, index, preview.fit);
  const text = cardText(story, preview.extent, preview.size + preview.undated);
  return archiveCard(picture, base, words, text, tokens);
}

function cardText({ meta, citations }: Story, extent: Window, events: number) {
  return {
    title: textIn(meta.title, 'en'),
    facts: [
      formatWindow(extent, meta.timeZone, 'en'),
      `${counted.events(events)} · ${counted.sources(citations.length)}`
    ],
    credit: credit(creditsOf({ basemap: '', streets: null, style: null }))
  };
}

// From the project's root, where the site is built.
const find = createRequire(`${process.cwd()}/package.json`).resolve;
const fontFiles = ['400Regular', '700Bold'].map((weight) =>
  find(`@expo-google-fonts/source-serif-4/${weight}/SourceSerif4_${weight}.ttf`)
);

/** The colours of a bright page, by the names of its custom properties. */
const [bright = ''] = readFileSync('src/app.css', 'utf8').split('@media');
const tokens = new Map(
  [...bright.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name = '', colour = '']) => [name, colour])
);
