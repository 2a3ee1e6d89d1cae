import { error } from '@sveltejs/kit';
import { joinParts, readStory } from '$lib/core/format';
import type { Story } from '$lib/core/story';

/** Every JSON file of every story folder, by its path. */
const files = import.meta.glob<unknown>('/src/stories/*/*.json', {
  eager: true,
  import: 'default'
});

const documents = new Map<string, Record<string, unknown>>();
for (const [path, content] of Object.entries(files)) {
  const [folder = '', name = ''] = path.split('/').slice(-2);
  documents.set(folder, { ...documents.get(folder), [name]: content });
}

const stories = new Map<string, Story>();

/** Ids of the stories this site is built with: the names of their folders. */
export const storyIds: readonly string[] = [...documents.keys()].sort();

/** The story in this folder, checked; null when there is none. A story with errors stops the build, with all of them named. */
export function storyById(id: string): Story | null {
  const parts = documents.get(id);
  if (!parts) return null;
  let story = stories.get(id);
  if (!story) {
    const joined = joinParts(parts);
    const read = readStory(joined.document);
    const errors = [...joined.problems, ...read.problems].filter((p) => p.severity === 'error');
    if (!read.story || errors.length > 0) {
      const lines = errors.map((p) => `  ${p.path}: ${p.message} ${p.remedy}`);
      throw new Error(`The story ${id} has errors:\n${lines.join('\n')}`);
    }
    if (read.story.meta.id !== id) {
      throw new Error(
        `The story in ${id}/ calls itself "${read.story.meta.id}": the two must agree.`
      );
    }
    story = read.story;
    stories.set(id, story);
  }
  return story;
}

/** Whether there is enough told of a story to take it to a class: an archive has no chapters. */
export const isForClass = ({ chapters }: Story): boolean => chapters.length > 0;

/** The places that have pages of their own: in an archive, events are at points and not at places of the story. */
export const placesOf = ({ archive, places }: Story): Story['places'] => (archive ? [] : places);

/** The stories that can be taken to a class, as a route lists its pages. */
export const classEntries = () =>
  storyIds.flatMap((id) => {
    const story = storyById(id);
    return story && isForClass(story) ? { story: id } : [];
  });

/** One that can; the answer is an error where there is none. */
export function storyForClass(id: string): Story {
  const story = storyById(id);
  if (!story || !isForClass(story)) error(404, 'There is no story of this name for a class.');
  return story;
}

/** The story as its authors wrote it, in one document. */
export function documentById(id: string): unknown {
  const parts = documents.get(id);
  return parts ? joinParts(parts).document : null;
}
