import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Where a story has pages: folders that have one of its own in them. */
const MODES = ['stories', 'archives', 'present', 'practice', 'teach'];
/** What every page may ask for. */
const SHARED = ['_app/immutable', 'basemap'];
/** The pages from which one finds the way. */
const DOORS = ['index.html', 'icon.svg', 'offline/index.html'];
/** What pages are made of as a reader goes from one to the next within a visit: a copy has the pages themselves. */
const DATA = '__data.json';

/**
 * An adapter that does what `adapter` does, and then writes for each story which files of the site it takes to read it without a network:
 * `offline/STORY.json`, an `OfflineList` of `src/lib/offline/`.
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @param {string} out the folder that it writes the site to
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withOfflineLists(adapter, out) {
  return {
    ...adapter,
    name: 'dateline-offline-lists',
    async adapt(builder) {
      await adapter.adapt(builder);
      const stories = foldersIn(join(out, 'stories'));
      const shared = SHARED.flatMap((folder) => filesIn(out, folder));
      const doors = DOORS.filter((path) => existsSync(join(out, path)));
      for (const story of stories) {
        const own = MODES.flatMap((mode) => filesIn(out, `${mode}/${story}`));
        const files = [...own, ...shared, ...doors].map((path) => described(out, path));
        const list = { story, version: hashOf(JSON.stringify(files)), files };
        mkdirSync(join(out, 'offline'), { recursive: true });
        writeFileSync(join(out, `offline/${story}.json`), JSON.stringify(list));
      }
    }
  };
}

/**
 * @param {string} out
 * @param {string} folder
 * @returns {string[]} paths from `out`, with "/"
 */
function filesIn(out, folder) {
  if (!existsSync(join(out, folder))) return [];
  return readdirSync(join(out, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name !== DATA)
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** @param {string} folder */
function foldersIn(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/**
 * @param {string} out
 * @param {string} path
 */
function described(out, path) {
  const content = readFileSync(join(out, path));
  return {
    path: path.replace(/(^|\/)index\.html$/, '$1'),
    bytes: content.length,
    hash: hashOf(content)
  };
}

/** @param {import('node:crypto').BinaryLike} content */
function hashOf(content) {
  return createHash('sha256').update(content).digest('base64url').slice(0, 16);
}
