import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { archiveFault, type ArchiveFaults } from '../src/lib/core/archive/archive-fault';
import { openArchive } from '../src/lib/core/archive/archive-file';
import { joinParts, readStory } from '../src/lib/core/format/index';
import { readJson } from '../src/lib/core/format/json';
import type { Problem } from '../src/lib/core/problem';
import type { ArchiveSource, Story } from '../src/lib/core/story';
import { describeFaults } from './describe-faults';
import { fileBytes } from './file-bytes';

/** npm run story:check -- FILE_OR_FOLDER… : names every problem of a story and of its archive. Exits 1 on errors, 2 when there is nothing to read. */

interface Located extends Problem {
  readonly file: string;
}

const targets = process.argv.slice(2);
if (targets.length === 0) stop('Say which story to check: npm run story:check -- FILE_OR_FOLDER…');

let errors = false;
for (const target of targets) {
  const { story, problems } = check(target);
  for (const found of problems) console.log(describe(found));
  const archive = story?.archive ? await checkArchive(target, story, story.archive) : null;
  if (story?.archive && archive) {
    for (const line of describeFaults(story.archive.file, archive.faults)) console.log(line);
    for (const warning of archive.warnings) console.log(`${warning}\n`);
  }
  const inStory = problems.filter(({ severity }) => severity === 'error').length;
  const worst = inStory + (archive?.faults.total ?? 0);
  const lesser = problems.length - inStory + (archive?.warnings.length ?? 0);
  errors ||= worst > 0;
  const verdict =
    worst + lesser === 0 ? 'no problems' : `${count(worst, 'error')}, ${count(lesser, 'warning')}`;
  const found = story ? contents(story, archive?.events ?? null) : 'no story could be read';
  console.log(`${target}: ${found}: ${verdict}`);
}
process.exitCode = errors ? 1 : 0;

function check(target: string): { story: Story | null; problems: Located[] } {
  const files = filesOf(target);
  const parts: Record<string, unknown> = {};
  const problems: Located[] = [];
  for (const path of files) {
    const file = basename(path);
    const json = readJson(readFileSync(path, 'utf8'));
    problems.push(...json.problems.map((found) => ({ ...found, file })));
    if (json.value !== undefined) parts[file] = json.value;
  }
  const names = Object.keys(parts);
  // Half a story would only name what the unreadable half holds as missing.
  if (names.length < files.length) return { story: null, problems };

  const [only] = names;
  if (names.length === 1 && only !== undefined) {
    const read = readStory(parts[only]);
    problems.push(...read.problems.map((found) => ({ ...found, file: only })));
    return { story: read.story, problems };
  }
  const joined = joinParts(parts);
  const read = readStory(joined.document);
  for (const found of [...joined.problems, ...read.problems]) {
    problems.push({ ...found, ...joined.whereIs(found.path) });
  }
  return { story: read.story, problems };
}

/** Reads the archive beside the story as a page would. */
async function checkArchive(
  target: string,
  story: Story,
  source: ArchiveSource
): Promise<{ events: number; faults: ArchiveFaults; warnings: string[] }> {
  const path = join(statSync(target).isDirectory() ? target : dirname(target), source.file);
  if (!existsSync(path)) {
    const missing = archiveFault('file-unreachable', {}, undefined, 'there is no such file');
    const counts = [{ code: missing.code, count: 1 }];
    return { events: 0, faults: { total: 1, counts, examples: [missing] }, warnings: [] };
  }
  const plan = { source, zone: story.meta.timeZone, kinds: story.kinds.map(({ id }) => id) };
  const { columns, rows, faults, complete } = await openArchive(plan, fileBytes(path)).load();
  const differs = complete && source.rows !== null && source.rows !== rows;
  const warnings = differs
    ? [
        `warning archive-rows at ${source.file}\n  The story says ${source.rows} rows, and there are ${rows}.\n  remedy: Write "rows": ${rows}, or leave it out.`
      ]
    : [];
  return { events: columns.size, faults, warnings };
}

function filesOf(target: string): string[] {
  if (!existsSync(target)) stop(`There is no file or folder ${target}.`);
  if (!statSync(target).isDirectory()) return [target];
  const names = readdirSync(target).filter((name) => name.endsWith('.json'));
  if (names.length === 0) stop(`The folder ${target} holds no .json file.`);
  return names.sort().map((name) => join(target, name));
}

function describe({ severity, code, file, path, value, message, remedy }: Located): string {
  const lines = [`${severity} ${code} at ${[file, path].filter(Boolean).join(': ')}`];
  if (value !== undefined) lines.push(`  found:  ${value}`);
  return [...lines, `  ${message}`, `  remedy: ${remedy}`, ''].join('\n');
}

function contents(
  { archive, events, places, parties, citations }: Story,
  archived: number | null
): string {
  const claims = events.flatMap((event) => event.claims).length;
  return [
    archived === null
      ? count(events.length, 'event')
      : `${count(archived, 'event')} in ${archive?.file}`,
    count(places.length, 'place'),
    count(parties.length, 'party', 'parties'),
    count(claims, 'claim'),
    count(citations.length, 'citation')
  ].join(', ');
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
