import { readFileSync } from 'node:fs';
import { dev } from '$app/environment';
import * as env from '$env/static/public';
import { render } from 'svelte/server';
import { outlineOf } from '$lib/core/outline';
import { textIn, type Story } from '$lib/core/story';
import { encodeView } from '$lib/core/view-codec';
import type { BaseMapAddress } from '$lib/map/ground-address';
import { element } from '$lib/map/poster/markup';
import { Session } from '$lib/state/session.svelte';
import EmbedViewer from '$lib/viewer/embed/EmbedViewer.svelte';
import { baseMapAddress } from '../../map-settings';
import { posterOf } from '../../stories/[story]/poster.server';
import EmbedDocument from './EmbedDocument.svelte';
import type { EmbedSettings } from './embed-client';

/** Further hosts of a map of somebody else's. */
const { PUBLIC_MAP_HOSTS: MAP_HOSTS }: Readonly<Record<string, string | undefined>> = env;

/** From the embed's page to the site's root. */
const ROOT = '../..';

/** The files that `tools/embed-build.mjs` has made, from the root of the site. */
interface EmbedFiles {
  readonly script: string;
  readonly preload: readonly string[];
  readonly styles: readonly string[];
}

function embedFiles(): EmbedFiles {
  if (dev) {
    const script = 'src/routes/embed/[story]/embed-client.ts';
    return { script, preload: [], styles: [] };
  }
  return JSON.parse(readFileSync('.svelte-kit/embed.json', 'utf8'));
}

/** The page of an embed, whole. It has no script but its own: what runs the other pages would weigh more than the story. */
export function embedPage(story: Story, site: string | null): string {
  const { meta } = story;
  const language = meta.languages[0] ?? 'en';
  const storyHref = `${ROOT}/stories/${meta.id}/`;
  const address = baseMapAddress((path) => ROOT + path);
  const outline = outlineOf(story, language);
  const viewer = render(EmbedViewer, {
    props: {
      session: new Session(outline),
      language,
      address,
      storyHref,
      linkTo: (view) => encodeView(view, meta.timeZone),
      readWhole: () => Promise.reject(new Error('There is no reader on the server.')),
      timeline: true,
      mapWhen: null
    }
  });
  const live = viewer.body.replace(
    /<div[^>]*\sdata-drawing="poster"[^>]*>/,
    (tag) => tag + posterOf(story).replaceAll('href="#', `href="${storyHref}#`)
  );
  const { body } = render(EmbedDocument, { props: { story, storyHref, live } });
  const settings: EmbedSettings = { languages: meta.languages, address, storyHref };
  const { script, preload, styles } = embedFiles();
  const at = (path: string) => `${ROOT}/${path}`;
  const title = textIn(meta.title, language);
  const head = [
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    // Nothing that is linked to belongs into a frame of somebody else's page.
    element('base', { target: '_blank' }),
    element('title', {}, `${title}: Dateline`),
    element('link', { rel: 'canonical', href: site ? `${site}stories/${meta.id}/` : storyHref }),
    element('meta', { name: 'robots', content: 'noindex' }),
    ...(site ? cardOf(site, meta.id, title) : []),
    element('link', { rel: 'icon', href: `${ROOT}/icon.svg`, type: 'image/svg+xml' }),
    ...styles.map((path) => element('link', { rel: 'stylesheet', href: at(path) })),
    ...preload.map((path) => element('link', { rel: 'modulepreload', href: at(path) })),
    element('script', { type: 'module', src: at(script) })
  ].map(({ markup }) => markup.replace(/<\/(base|meta|link)>$/, ''));
  const data = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="${language}">
<head>
${dev ? '' : policyFor(address)}${head.join('\n')}
</head>
<body>
${body}
<script type="application/json" id="settings">${data}</script>
</body>
</html>
`;
}

/** What a link to the embed itself shows, and where oEmbed is answered. */
function cardOf(site: string, id: string, title: string) {
  return [
    element('meta', { property: 'og:title', content: title }),
    element('meta', { property: 'og:url', content: `${site}stories/${id}/` }),
    element('meta', { property: 'og:image', content: `${site}stories/${id}/card.png` }),
    element('meta', { name: 'twitter:card', content: 'summary_large_image' }),
    element('link', {
      rel: 'alternate',
      type: 'application/json+oembed',
      href: `${site}embed/${id}/oembed-article.json`
    })
  ];
}

/** As on the other pages; MapLibre makes its workers from data where a page has no origin of its own, as in a sandboxed frame. */
function policyFor({ streets, style }: BaseMapAddress): string {
  const hosts = [streets, style?.address, ...(MAP_HOSTS ?? '').split(/\s+/)]
    .flatMap((address) => (address && /^https?:/.test(address) ? new URL(address).origin : []))
    .map((host) => ` ${host}`)
    .join('');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: blob:${hosts}`,
    "font-src 'self'",
    `connect-src 'self'${hosts}`,
    "worker-src 'self' blob: data:",
    "form-action 'none'",
    "base-uri 'none'"
  ].join('; ');
  return `<meta http-equiv="content-security-policy" content="${policy}">\n`;
}
