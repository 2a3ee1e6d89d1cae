import type { ArchiveIndex } from '$lib/core/archive/archive-index';
import type { Box } from '$lib/core/box';
import type { Story } from '$lib/core/story';
import { archivePosterSvg, type ArchivePicture } from '$lib/map/poster/archive-poster';
import { base, posterCredit, words } from '../../stories/[story]/poster.server';

export function archivePicture(story: Story, index: ArchiveIndex, fit: Box | null): ArchivePicture {
  return { index, fit, kinds: story.kinds };
}

/** The map's first frame, for the archive's page, and whom it is owed to. */
export function archivePoster(story: Story, index: ArchiveIndex, fit: Box | null): string {
  return archivePosterSvg(archivePicture(story, index, fit), base, words) + posterCredit();
}
