import { isForClass, placesOf, storyById, storyIds } from '../../stories/stories.server';
import { escapeXml } from '../feed.xml/atom-feed';
import { pagePath } from '../page-path';
import { siteAddress } from '../site-address.server';

export const prerender = true;

/** All pages for search engines; empty when the site's address is not known, since a sitemap may not hold relative ones. */
export function GET({ url }) {
  const site = siteAddress(url);
  const pages = storyIds.flatMap((id) => {
    const story = storyById(id);
    if (!story) return [];
    const own = `stories/${id}/`;
    const paths = [
      pagePath(story).slice(1),
      `${own}sources/`,
      ...(isForClass(story)
        ? [`teach/${id}/`, `present/${id}/`, `practice/${id}/`, `${own}handout/`]
        : []),
      ...placesOf(story).map((place) => `${own}places/${place.id}/`)
    ];
    return paths.map((path) => ({ path, date: story.meta.updated }));
  });
  const lines = site
    ? [{ path: '', date: null }, { path: 'offline/', date: null }, ...pages].map(
        ({ path, date }) =>
          `  <url><loc>${escapeXml(site + path)}</loc>${date ? `<lastmod>${date}</lastmod>` : ''}</url>`
      )
    : ['  <!-- Build with SITE_URL=https://… to fill this in. -->'];
  const body = `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('\n')}
</urlset>
`;
  return new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}
