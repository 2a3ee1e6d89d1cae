import { readFileSync } from 'node:fs';
import { error } from '@sveltejs/kit';
import { storyById, storyIds } from '../../../../stories/stories.server';
import { archivePath } from '../archive.server';

export const prerender = true;
export const entries = () =>
  storyIds.flatMap((id) => {
    const source = storyById(id)?.archive;
    return source ? [{ story: id, file: source.file }] : [];
  });

/** The file of a story's events, as its authors laid it beside the story. */
export function GET({ params }) {
  const story = storyById(params.story);
  if (!story?.archive || story.archive.file !== params.file)
    error(404, 'The story has no archive of this name.');
  return new Response(readFileSync(archivePath(story)), {
    headers: { 'content-type': TYPES[params.file.endsWith('.csv') ? 'csv' : 'parquet'] }
  });
}

const TYPES = { csv: 'text/csv; charset=utf-8', parquet: 'application/vnd.apache.parquet' };
