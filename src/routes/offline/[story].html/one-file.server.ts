import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dev } from '$app/environment';
import { render } from 'svelte/server';
import { textIn, type Story } from '$lib/core/story';
import { storyData } from '$lib/core/story-data';
import { element } from '$lib/map/poster/markup';
import { measuredIn } from '../../measured.server';
import { aboutStory } from '../../stories/[story]/about-story.server';
import { posterOf, posterScope } from '../../stories/[story]/poster.server';
import { withDrawings } from '../../with-drawings.server';
import { siteAddress } from '../../site-address.server';
import OneFile from './OneFile.svelte';
import type { OneFileSettings } from './one-file-client';

/** What `tools/one-file-build.mjs` has made. */
interface Parts {
  readonly script: string;
  readonly style: string;
}

/** A story as one page that needs nothing else, not even an address. */
export async function oneFile(story: Story, url: URL): Promise<string> {
  const { meta } = story;
  const site = siteAddress(url);
  const measured = await measuredIn(story);
  const home = site && `${site}stories/${meta.id}/`;
  const { body } = render(OneFile, { props: { story, measured, home, mode: 'read' } });
  const drawings: Record<string, string> = {
    poster: posterOf(story) + posterScope(),
    about: aboutStory(story)
  };
  const drawn = withDrawings(body, drawings);
  const settings: OneFileSettings = { measured: [...measured], home };
  const { script, style } = parts();
  const title = textIn(meta.title, 'en', ...meta.languages);
  const head = [
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, title)
  ].map(({ markup }) => markup.replace(/<\/meta>$/, ''));
  return `<!doctype html>
<html lang="en">
<head>
<meta http-equiv="content-security-policy" content="${policy(script, style)}">
${head.join('\n')}
<style>${style}</style>
</head>
<body>
<div class="app" id="app">${drawn}</div>
${data('story', storyData(story))}
${data('settings', JSON.stringify(settings))}
${data('ground-coarse', ground('coarse'))}
${data('ground-fine', ground('fine'))}
<script type="module">${script}</script>
</body>
</html>
`;
}

/** Escaped so that no text of a story can end the element. */
const data = (id: string, json: string) =>
  `<script type="application/json" id="${id}">${json.replaceAll('<', '\\u003c')}</script>`;

const ground = (scale: string) => readFileSync(`static/basemap/drawing-${scale}.json`, 'utf8');

function parts(): Parts {
  if (dev) return { script: '', style: '' };
  return JSON.parse(readFileSync('.svelte-kit/one-file.json', 'utf8'));
}

/** Nothing but what is in the file may run, and nothing may be asked for. */
function policy(script: string, style: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    'img-src data: blob:',
    'font-src data:',
    "form-action 'none'",
    "base-uri 'none'"
  ].join('; ');
}
