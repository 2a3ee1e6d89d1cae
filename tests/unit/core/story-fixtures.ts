import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { joinParts, readStory, type ReadResult } from '../../../src/lib/core/format';
import { readJson } from '../../../src/lib/core/format/json';

/** Stories for tests: NAME.in.json, or a folder NAME.in/, beside NAME.out.json with what reading it must give. */
export const fixtureFolder = fileURLToPath(new URL('../../fixtures/stories/', import.meta.url));

export const fixtureNames = readdirSync(fixtureFolder)
  .filter((name) => /\.in(\.json)?$/.test(name))
  .map((name) => name.replace(/\.in(\.json)?$/, ''));

export function fixturePath(name: string): string {
  const file = `${fixtureFolder}${name}.in.json`;
  return existsSync(file) ? file : `${fixtureFolder}${name}.in`;
}

export function readFixture(name: string): ReadResult {
  const path = fixturePath(name);
  if (path.endsWith('.json')) return readText(readFileSync(path, 'utf8'));
  const parts = readdirSync(path).map((file) => {
    return [file, JSON.parse(readFileSync(`${path}/${file}`, 'utf8'))] as const;
  });
  const joined = joinParts(Object.fromEntries(parts));
  const read = readStory(joined.document);
  return { story: read.story, problems: [...joined.problems, ...read.problems] };
}

function readText(text: string): ReadResult {
  const { value, problems } = readJson(text);
  if (value === undefined) return { story: null, problems };
  const read = readStory(value);
  return { story: read.story, problems: [...problems, ...read.problems] };
}

/** What a fixture pins down: the problems without their words, and how much still loads. */
export function outcome({ story, problems }: ReadResult) {
  const questions = story?.chapters.flatMap((chapter) => chapter.questions).length ?? 0;
  return {
    problems: problems.map(({ code, path, severity }) => ({ code, path, severity })),
    loads: story && {
      kinds: story.kinds.length,
      places: story.places.length,
      parties: story.parties.length,
      citations: story.citations.length,
      events: story.events.length,
      claims: story.events.flatMap((event) => event.claims).length,
      disputes: story.events.flatMap((event) => event.disputes).length,
      acts: story.events.flatMap((event) => event.acts).length,
      relations: story.events.flatMap((event) => event.relations).length,
      chapters: story.chapters.length,
      corrections: story.corrections.length,
      ...(questions > 0 && { questions }),
      ...(story.archive && { archive: story.archive.file })
    }
  };
}
