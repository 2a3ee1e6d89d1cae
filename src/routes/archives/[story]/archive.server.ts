import { readFileSync } from 'node:fs';
import type { ArchiveBytes } from '$lib/core/archive/archive-bytes';
import { formatFaultPlace } from '$lib/core/archive/archive-fault';
import { openArchive } from '$lib/core/archive/archive-file';
import { ArchiveIndex } from '$lib/core/archive/archive-index';
import { placesBox } from '$lib/core/archive/places-box';
import { yearlyCounts } from '$lib/core/archive/yearly-counts';
import type { ArchiveSource, Story } from '$lib/core/story';
import { finestOf } from '$lib/viewer/archive/on-the-timeline';
import type { ArchivePreview } from '$lib/viewer/archive/preview';
import { timelineBins } from '$lib/timeline/bins';

/** Where the authors laid the file, from the project's root. */
export function archivePath(story: Story): string {
  return `src/stories/${story.meta.id}/${story.archive?.file}`;
}

export interface BuiltArchive {
  readonly index: ArchiveIndex;
  readonly preview: ArchivePreview;
}

const built = new Map<string, Promise<BuiltArchive>>();

/** The archive of a story, read when the site is built. One that cannot be read stops the build, with its first faults named. */
export function archiveOf(story: Story, source: ArchiveSource): Promise<BuiltArchive> {
  const { id } = story.meta;
  const known = built.get(id) ?? build(story, source);
  built.set(id, known);
  return known;
}

async function build(story: Story, source: ArchiveSource): Promise<BuiltArchive> {
  const { timeZone } = story.meta;
  const plan = { source, zone: timeZone, kinds: story.kinds.map(({ id }) => id) };
  const { columns, faults, complete } = await openArchive(plan, bytesOf(archivePath(story))).load();
  if (!complete || columns.size === 0) {
    const lines = faults.examples.map(
      (fault) => `  ${formatFaultPlace(source.file, fault)}: ${fault.message} ${fault.remedy}`
    );
    throw new Error(`The archive of ${story.meta.id} cannot be read:\n${lines.join('\n')}`);
  }
  const index = ArchiveIndex.build(columns);
  const extent = index.extent ?? { from: 0, to: 0 };
  const finest = finestOf(index);
  const edges = timelineBins(extent, timeZone, finest);
  return {
    index,
    preview: {
      size: index.size,
      undated: columns.size - index.size,
      unplaced: index.unplaced,
      extent,
      fit: placesBox(index),
      years: yearlyCounts(index, story.kinds.length, timeZone),
      finest,
      edges: [...edges],
      may: [...index.histogram(edges, 'may')],
      surely: [...index.histogram(edges, 'surely')]
    }
  };
}

function bytesOf(path: string): ArchiveBytes {
  const file = readFileSync(path);
  return {
    byteLength: file.byteLength,
    slice: async (start, end) => new Uint8Array(file.subarray(start, end)).buffer,
    chunks: async function* () {
      yield new Uint8Array(file);
    }
  };
}
