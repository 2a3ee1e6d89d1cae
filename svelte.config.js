import adapter from '@sveltejs/adapter-static';
import { loadEnv } from 'vite';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { withOfflineLists } from './tools/offline-lists.mjs';
import { sourcesHash } from './tools/set-up.mjs';

/** The address the site will be published at; canonical links, feeds and the sitemap need it. */
const site = process.env.SITE_URL;
/** The folder that the built site is written to. */
const out = process.env.BUILD_DIR ?? 'build';
/** The bench is a site of its own, with none of the ordinary pages: see `tools/bench.mjs`. */
const bench = process.env.DATELINE_BENCH === '1';

/** As the page itself sees them: from the environment, else from .env. */
const settings = { ...loadEnv('production', '.', 'PUBLIC_'), ...process.env };

/**
 * Where parts of the map come from when the author has chosen so (see `geo/README.md`): no page may ask any other host for anything.
 * @type {`https://${string}.${string}`[]}
 */
const mapHosts = [
  ...[settings.PUBLIC_STREETS ?? '', settings.PUBLIC_MAP_STYLE ?? ''].filter((address) =>
    /^https?:/.test(address)
  ),
  ...(settings.PUBLIC_MAP_HOSTS ?? '').split(/\s+/).filter(Boolean)
].map((address) => {
  if (!/^https?:\/\/[^/]/.test(address))
    throw new Error(
      `PUBLIC_MAP_HOSTS: "${address}" is no address such as https://tiles.example.org`
    );
  return /** @type {`https://${string}.${string}`} */ (new URL(address).origin);
});

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    // One build works at the root of a host and in any sub-folder: see `paths.relative`, Kit's default.
    adapter: withOfflineLists(adapter({ pages: out, assets: out }), out),
    // The same sources make the same site: what readers have kept of it is not out of date because it was built again.
    version: { name: sourcesHash() },
    // Nothing is kept on a reader's device before they ask for it: see `src/lib/offline/`.
    serviceWorker: { register: false },
    prerender: {
      ...(site ? { origin: new URL(site).origin } : {}),
      handleMissingId: ({ path, message }) => {
        // What follows the "#" of an embed is a view, and of a presentation a step: no part of the page.
        if (!/^\/(embed|present)\//.test(path)) throw new Error(message);
      },
      handleUnseenRoutes: ({ routes, message }) => {
        // A site need not have a story with an archive.
        if (routes.some((route) => !route.startsWith('/archives/'))) throw new Error(message);
      }
    },
    ...(bench ? { files: { routes: 'bench/routes' }, outDir: '.svelte-kit/bench' } : {}),
    typescript: {
      config: (config) => {
        config.include.push(
          '../geo/**/*.mjs',
          '../bench/**/*.ts',
          '../bench/**/*.js',
          '../bench/**/*.svelte'
        );
      }
    },
    // A story is untrusted input. `hash` lets Kit's own start-up script through on prerendered pages, and nothing else.
    // The bench has no policy: any harness may put its own events into the page.
    csp: bench
      ? undefined
      : {
          mode: 'hash',
          directives: {
            'default-src': ['none'],
            'script-src': ['self'],
            'style-src': ['self'],
            // The one style attribute there is: that of the element in which Kit announces a new page to screen readers.
            'style-src-attr': [
              'unsafe-hashes',
              'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='
            ],
            'img-src': ['self', 'data:', 'blob:', ...mapHosts],
            'font-src': ['self'],
            'connect-src': ['self', ...mapHosts],
            'worker-src': ['self', 'blob:'],
            // An embed as others will see it.
            'frame-src': ['self'],
            'manifest-src': ['self'],
            'form-action': ['none'],
            'base-uri': ['none']
          }
        }
  }
};
