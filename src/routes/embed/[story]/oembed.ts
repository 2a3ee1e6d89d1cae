import { textIn, type Story } from '$lib/core/story';

/** Widths that an answer is made for, in CSS pixels: static files cannot take a consumer's own. */
export const OEMBED_WIDTHS = { small: 360, article: 680, wide: 1100 } as const;
export type OEmbedSize = keyof typeof OEMBED_WIDTHS;

/** Room for map, timeline and the row of the list, at every width. */
const HEIGHT = 600;

/** An answer of oEmbed 1.0, of type "rich". `site`: its address, ending in "/". */
export function oEmbed({ meta }: Pick<Story, 'meta'>, site: string, size: OEmbedSize): object {
  const title = textIn(meta.title, ...meta.languages);
  const width = OEMBED_WIDTHS[size];
  const page = `${site}stories/${meta.id}/`;
  return {
    version: '1.0',
    type: 'rich',
    title,
    author_name: meta.authors.map(({ name }) => name).join(', '),
    provider_name: 'Dateline',
    provider_url: site,
    cache_age: 86_400,
    thumbnail_url: `${page}card.png`,
    thumbnail_width: 1200,
    thumbnail_height: 630,
    width,
    height: HEIGHT,
    html: frameMarkup(`${site}embed/${meta.id}/`, title, width)
  };
}

/** A frame to be put into any page. */
function frameMarkup(address: string, title: string, width: number): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="${width}" height="${HEIGHT}" style="border:0;max-width:100%" sandbox="allow-scripts allow-popups" loading="lazy"></iframe>`;
}
