import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build } from 'vite';

const FOLDER = 'src/routes/offline/[story].html';
/** What a page fetches, one file has in itself. */
const REPLACED = {
  'src/lib/map/fetch-engine.ts': `${FOLDER}/no-engine.ts`,
  'src/lib/map/read-ground.ts': `${FOLDER}/ground-in-page.ts`
};

/** For pages whose letters have to be fetched: here they are in the page, and only want to be read. */
const OPTIONAL = /font-display:\s*optional/g;

/**
 * Builds what a story in one file runs, as one script and one style sheet with the letters in it: `.svelte-kit/one-file.json`, for the page that
 * puts them in.
 * @returns {import('vite').Plugin}
 */
export function oneFileBuild() {
  let wanted = false;
  return {
    name: 'dateline-one-file',
    configResolved({ build, command }) {
      wanted = command === 'build' && !build.ssr && process.env.DATELINE_BENCH !== '1';
    },
    async writeBundle() {
      if (!wanted) return;
      const made = await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        plugins: [replacing(), svelte({ configFile: false, preprocess: vitePreprocess() })],
        resolve: { alias: { $lib: join(process.cwd(), 'src/lib') } },
        build: {
          write: false,
          assetsInlineLimit: Infinity,
          cssCodeSplit: false,
          modulePreload: false,
          rolldownOptions: {
            input: `${FOLDER}/one-file-client.ts`,
            treeshake: { propertyReadSideEffects: false },
            output: { codeSplitting: false }
          }
        }
      });
      const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (made);
      const [{ code }, ...rest] = output;
      const style = rest.flatMap((file) => (file.type === 'asset' ? String(file.source) : []));
      const parts = {
        // Nothing in it may end the element that it is put into, or begin another.
        script: code.replace(/<(?=\/script|script|!--)/gi, '\\x3C'),
        style: style
          .join('\n')
          .replace(/<(?=\/style)/gi, '\\3C ')
          .replaceAll(OPTIONAL, 'font-display:block')
      };
      mkdirSync('.svelte-kit', { recursive: true });
      writeFileSync('.svelte-kit/one-file.json', JSON.stringify(parts));
    }
  };
}

/** @returns {import('vite').Plugin} */
function replacing() {
  return {
    name: 'dateline-one-file-parts',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const path = found && relative(process.cwd(), found.id).split(sep).join('/');
      const other = Object.entries(REPLACED).find(([from]) => from === path)?.[1];
      return other ? join(process.cwd(), other) : found;
    }
  };
}
