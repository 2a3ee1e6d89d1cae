import type { ArchiveColumnNames, ArchiveSource, EventKind } from '../story';
import type { Context, Path } from './refs';
import type { StoryFile } from './v1';

type ArchiveInFile = NonNullable<StoryFile['archive']>;

/** The file of events that the story names; null when it names none, or none that could be read and credited. */
export function readArchive(
  file: StoryFile,
  kinds: readonly EventKind[],
  context: Context
): ArchiveSource | null {
  const { archive } = file;
  if (!archive) return null;
  const path = ['archive'];
  if (file.events.length > 0) {
    context.report('archive-beside-events', path);
    return null;
  }
  if (kinds.length === 0) {
    context.report('archive-without-kind', ['kinds']);
    return null;
  }
  const where = readWhere(archive, [...path, 'columns'], context);
  const cited = context.ids.resolve('citation', archive.citation, [...path, 'citation']);
  if (!where || !cited) return null;
  const { time, end, title, text, place, radius, kind, source } = archive.columns;
  return {
    file: archive.file,
    rows: archive.rows ?? null,
    columns: {
      time,
      end: end ?? null,
      where,
      title: title ?? null,
      text: text ?? null,
      place: place ?? null,
      radius: radius ?? null,
      kind: kind ?? null,
      source: source ?? null
    },
    kinds: readKinds(archive, [...path, 'kinds'], context),
    citation: archive.citation,
    note: archive.note ?? null
  };
}

function readWhere(
  { file, columns: { lon, lat, point } }: ArchiveInFile,
  path: Path,
  { report }: Context
): ArchiveColumnNames['where'] | null {
  if (point !== undefined && lon === undefined && lat === undefined) {
    if (!file.endsWith('.csv')) return { point };
    report('archive-point-in-csv', [...path, 'point'], point);
    return null;
  }
  if (point === undefined && lon !== undefined && lat !== undefined && lon !== lat) {
    return { lon, lat };
  }
  report('archive-place-columns', path, { lon, lat, point });
  return null;
}

function readKinds(
  { kinds, columns }: ArchiveInFile,
  path: Path,
  { ids, report }: Context
): ArchiveSource['kinds'] {
  if (!kinds) return null;
  if (columns.kind === undefined) {
    report('archive-kinds-unused', path);
    return null;
  }
  return Object.fromEntries(
    Object.entries(kinds).filter(([cell, kind]) => ids.resolve('kind', kind, [...path, cell]))
  );
}
