import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** The address the site will be published at; canonical links, feeds and the sitemap need it. */
const site = process.env.SITE_URL;

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    // One build works at the root of a host and in any sub-folder: see `paths.relative`, Kit's default.
    adapter: adapter({ pages: 'build', assets: 'build' }),
    ...(site ? { prerender: { origin: new URL(site).origin } } : {}),
    // A story is untrusted input. `hash` lets Kit's own start-up script through on prerendered pages, and nothing else.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
        // The one style attribute there is: that of the element in which Kit announces a new page to screen readers.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'worker-src': ['self', 'blob:'],
        'manifest-src': ['self'],
        'form-action': ['none'],
        'base-uri': ['none']
      }
    }
  }
};
