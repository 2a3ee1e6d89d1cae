import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** Where the files of an embedded page are, in the built site. */
const FOLDER = '_app/embed';
/** What an embedded page runs, and what articles do. */
const FRAME = 'src/routes/embed/[story]/embed-client.ts';
const HOST = 'src/lib/embed/host.ts';

/**
 * Builds what an embedded page runs as an application of its own beside the site's: without Kit's client, which is of no use in a page that leads
 * nowhere and would be a fifth of its weight. `.svelte-kit/embed.json` says what the page has to ask for. And `/embed.js`, which articles ask
 * for: one file at an address that stays.
 * @returns {import('vite').Plugin}
 */
export function embedBuild() {
  /** @type {string | null} */
  let out = null;
  return {
    name: 'dateline-embed',
    configResolved({ build, command }) {
      const bench = process.env.DATELINE_BENCH === '1';
      out = command === 'build' && !build.ssr && !bench ? build.outDir : null;
    },
    configureServer({ middlewares }) {
      middlewares.use('/embed.js', (_, response) => {
        response.setHeader('content-type', 'text/javascript');
        response.end(`import '/${HOST}';`);
      });
    },
    async writeBundle() {
      if (out === null) return;
      const files = filesOf(await buildFrame(join(out, FOLDER)));
      mkdirSync('.svelte-kit', { recursive: true });
      writeFileSync('.svelte-kit/embed.json', JSON.stringify(files));
      await buildHost(out);
    }
  };
}

/** @type {import('vite').InlineConfig} */
const COMMON = { configFile: false, logLevel: 'warn', publicDir: false };

/**
 * @param {string} outDir
 * @returns {Promise<Files>}
 */
async function buildFrame(outDir) {
  const made = await build({
    ...COMMON,
    base: './',
    plugins: [svelte({ configFile: false, preprocess: vitePreprocess() })],
    resolve: { alias: { $lib: join(process.cwd(), 'src/lib') } },
    build: {
      outDir,
      // MapLibre is one file by nature.
      chunkSizeWarningLimit: 1200,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: FRAME,
        treeshake: { propertyReadSideEffects: false },
        output: { entryFileNames: '[name].[hash].js', chunkFileNames: '[hash].js' }
      }
    }
  });
  return /** @type {import('vite').Rolldown.RolldownOutput} */ (made).output;
}

/** @param {string} outDir */
async function buildHost(outDir) {
  await build({
    ...COMMON,
    build: {
      outDir,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: HOST,
        output: { format: 'iife', entryFileNames: 'embed.js' }
      }
    }
  });
}

/** @typedef {import('vite').Rolldown.RolldownOutput['output']} Files */

/**
 * The script and what it needs at once, from the root of the site.
 * @param {Files} files
 */
function filesOf(files) {
  const chunks = new Map(
    files.filter((file) => file.type === 'chunk').map((file) => [file.fileName, file])
  );
  const [entry] = files;
  /** @type {Set<string>} */
  const needed = new Set();
  /** @param {string} name */
  const visit = (name) => {
    if (needed.has(name)) return;
    needed.add(name);
    chunks.get(name)?.imports.forEach(visit);
  };
  visit(entry.fileName);
  const styles = [...needed].flatMap((name) => [
    ...(chunks.get(name)?.viteMetadata?.importedCss ?? [])
  ]);
  /** @param {string} name */
  const at = (name) => `${FOLDER}/${name}`;
  return {
    script: at(entry.fileName),
    preload: [...needed].filter((name) => name !== entry.fileName).map(at),
    styles: styles.map(at)
  };
}
