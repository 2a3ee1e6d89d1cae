import { textIn, type Story } from '$lib/core/story';
import { frameCode, HEIGHT, WIDTHS, type Size } from '$lib/viewer/share/embed-code';

/** An answer of oEmbed 1.0, of type "rich", for one width: static files cannot take a consumer's own. `site`: its address, ending in "/". */
export function oEmbed({ meta }: Pick<Story, 'meta'>, site: string, size: Size): object {
  const title = textIn(meta.title, ...meta.languages);
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
    width: WIDTHS[size],
    height: HEIGHT,
    html: frameCode(`${site}embed/${meta.id}/`, title, size)
  };
}
