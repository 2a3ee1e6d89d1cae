/** `npm run onefile -- STORY`: a story as one HTML file that opens by double click, in the folder one is in. */
import { copyFileSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, checkNode, install, root, stop } from './set-up.mjs';

checkNode();
install();
build();

const folder = join(root, 'build/offline');
const there = existsSync(folder) ? readdirSync(folder) : [];
const stories = there
  .filter((name) => /^(?!index\.).*\.html$/.test(name))
  .map((name) => name.slice(0, -5));
const story = process.argv[2] ?? '';
if (!stories.includes(story)) {
  stop(`Say which story: npm run onefile -- STORY, one of ${stories.join(', ')}.`);
}
// npm runs it in the project's folder, and says where it was called.
const file = join(process.env.INIT_CWD ?? process.cwd(), `${story}.html`);
copyFileSync(join(folder, `${story}.html`), file);
console.log(`${file}, ${(statSync(file).size / 1e6).toFixed(1)} MB: open it by double click.`);
