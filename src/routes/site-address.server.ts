/** What Kit calls the site while prerendering when nobody has said where it will be published. */
const UNKNOWN = 'http://sveltekit-prerender';

/** Whether the address the site will be published at was said. */
export const isAddressKnown = Boolean(process.env.SITE_URL);

/**
 * The address the site is published at, ending in "/", from SITE_URL at build time.
 * Null when it is not set: then pages name themselves by relative addresses and the sitemap, which must not, is empty.
 */
export function siteAddress(url: URL): string | null {
  const set = process.env.SITE_URL;
  if (set) return set.endsWith('/') ? set : `${set}/`;
  return url.origin === UNKNOWN ? null : `${url.origin}/`;
}
