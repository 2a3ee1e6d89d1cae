import type {
  Chapter,
  Citation,
  Correction,
  Party,
  Place,
  Question,
  Story,
  StoryMeta
} from '../story';
import { isFault, readIsoDay, readWhen } from '../time';
import { isZone } from '../zone';
import { readArchive } from './archive';
import { readCslDate } from './csl-date';
import { STORY_FALLBACK } from './draft';
import { Events } from './events';
import { resolveRefs, type Context, type Path } from './refs';
import { firsts } from './repeats';
import { likelySwapped } from './swapped';
import type { StoryFile } from './v1';

/** Turns a file of the right shape into the model. What contradicts itself or refers to nothing is named and left out. */
export function assemble(file: StoryFile, context: Context): Story {
  // What is referred to comes before what refers to it.
  const meta = readMeta(file.story, context);
  const zone = meta.timeZone;
  const kinds = unique('kind', 'kinds', file.kinds, context);
  const groups = unique('group', 'groups', file.groups, context);
  const citations = readCitations(file.citations, zone, context);
  const places = readPlaces(file.places, context);
  const parties = readParties(file.parties, context);
  const placed = new Set(places.filter((place) => place.point).map((place) => place.id));
  const events = new Events(context, zone, placed).read(file.events);
  const archive = readArchive(file, kinds, context);
  if (archive && file.chapters.length > 0) context.report('archive-with-chapters', ['chapters']);
  return {
    meta,
    kinds,
    groups,
    places,
    parties,
    citations,
    events,
    archive,
    chapters: archive ? [] : readChapters(file.chapters, zone, placed, context),
    corrections: readCorrections(file.corrections, context)
  };
}

function unique<T extends { readonly id: string }>(
  named: 'kind' | 'group' | 'place' | 'party' | 'citation' | 'chapter',
  list: string,
  entries: readonly T[],
  { ids }: Context
): T[] {
  return entries.filter((entry, i) => ids.take(named, entry.id, [list, i]));
}

function readMeta(story: StoryFile['story'], context: Context): StoryMeta {
  const { timeZone, licence } = story;
  const known = isZone(timeZone);
  if (!known) context.report('zone-unknown', ['story', 'timeZone'], timeZone);
  return {
    id: story.id,
    title: story.title,
    summary: story.summary,
    languages: once(story.languages, ['story', 'languages'], context),
    timeZone: known ? timeZone : String(STORY_FALLBACK['timeZone']),
    licence: { name: licence.name, url: licence.url ?? null },
    authors: once(story.authors, ['story', 'authors'], context).map(({ name, url }) => ({
      name,
      url: url ?? null
    })),
    updated: isDay(story.updated, ['story', 'updated'], context)
      ? story.updated
      : String(STORY_FALLBACK['updated'])
  };
}

function readCitations(list: StoryFile['citations'], zone: string, context: Context): Citation[] {
  const { ids, report } = context;
  return list.flatMap((item, i) => {
    const path = ['citations', i];
    const publisher = item.publisher ?? item['container-title'];
    if (publisher === undefined) {
      report('citation-without-publisher', path);
      return [];
    }
    if (!ids.take('citation', item.id, path)) return [];
    const accessed = item.accessed ?? null;
    return {
      id: item.id,
      title: item.title,
      publisher,
      issued: readIssued(item.issued, zone, [...path, 'issued'], context),
      url: item.URL ?? null,
      archived: item.archived ?? null,
      accessed:
        accessed !== null && isDay(accessed, [...path, 'accessed'], context) ? accessed : null,
      language: item.language ?? null,
      reading: item.reading,
      publisherNote: item.publisherNote ?? null,
      note: item.note ?? null
    };
  });
}

function readIssued(
  date: StoryFile['citations'][number]['issued'],
  zone: string,
  path: Path,
  { report }: Context
): string | null {
  const edtf = readCslDate(date);
  if (edtf === null) return null;
  const time = readWhen(edtf, zone);
  if (!isFault(time)) return edtf;
  report(time.fault, path, edtf);
  return null;
}

function readPlaces(list: StoryFile['places'], context: Context): Place[] {
  const { report } = context;
  const at = new Map(list.map((entry, i) => [entry, i]));
  const entries = unique('place', 'places', list, context);
  const pathOf = (entry: (typeof list)[number]) => ['places', at.get(entry) ?? 0];

  const pointed = entries.flatMap((entry) => (entry.point ? [{ entry, point: entry.point }] : []));
  for (const i of likelySwapped(pointed.map(({ point }) => point))) {
    const found = pointed[i];
    if (found) report('coordinates-maybe-swapped', [...pathOf(found.entry), 'point'], found.point);
  }
  return entries.map((entry) => {
    const { id, kind, names, point, radius, pointStatus, basis } = entry;
    const path = pathOf(entry);
    if (point && !radius) report('radius-zero', [...path, 'radius'], radius);
    if (!point && radius) report('radius-without-point', [...path, 'radius'], radius);
    return {
      id,
      kind,
      names,
      point: point ?? null,
      radius: point ? (radius ?? 0) : 0,
      pointStatus,
      basis,
      citations: resolveRefs(entry.citations, [...path, 'citations'], context),
      sameAs: once(entry.sameAs ?? [], [...path, 'sameAs'], context),
      note: entry.note ?? null
    };
  });
}

function readParties(list: StoryFile['parties'], context: Context): Party[] {
  const { ids } = context;
  return list.flatMap((entry, i) => {
    const path = ['parties', i];
    const { id, names, kind, group, home, note } = entry;
    if (!ids.resolve('group', group, [...path, 'group']) || !ids.take('party', id, path)) return [];
    const known = home !== undefined && ids.resolve('place', home, [...path, 'home']);
    return { id, names, kind, group, home: known ? home : null, note: note ?? null };
  });
}

function readChapters(
  list: StoryFile['chapters'],
  zone: string,
  placed: ReadonlySet<string>,
  context: Context
): Chapter[] {
  const { ids, report } = context;
  return list.flatMap((entry, i) => {
    const path = ['chapters', i];
    const time = readWhen(entry.window, zone);
    const fault = isFault(time) ? time.fault : '';
    const [from, to] = isFault(time) ? [NaN, NaN] : [time.startEarliest, time.endLatest];
    if (!Number.isFinite(from) || !Number.isFinite(to)) {
      report('chapter-window-unreadable', [...path, 'window'], entry.window, fault);
      return [];
    }
    const places = firsts(entry.places, [...path, 'places'], context).flatMap(([id, k]) => {
      const at = [...path, 'places', k];
      if (!ids.resolve('place', id, at)) return [];
      if (!placed.has(id)) report('place-without-point', at, id);
      return placed.has(id) ? id : [];
    });
    if (places.length === 0) {
      report('chapter-without-place', [...path, 'places']);
      return [];
    }
    if (!ids.take('chapter', entry.id, path)) return [];
    const events = firsts(entry.events, [...path, 'events'], context).flatMap(([id, k]) =>
      ids.resolve('event', id, [...path, 'events', k]) ? id : []
    );
    const { id, title, text } = entry;
    const questions = readQuestions(entry.questions ?? [], [...path, 'questions'], context);
    return { id, title, text, window: { from, to }, places, events, questions };
  });
}

function readQuestions(
  list: NonNullable<StoryFile['chapters'][number]['questions']>,
  path: Path,
  context: Context
): Question[] {
  const { ids, report } = context;
  return list.flatMap((entry, i) => {
    const at = [...path, i];
    const cites = firsts(entry.cites, [...at, 'cites'], context).flatMap(([id, k]) =>
      ids.resolveAny(['claim', 'event'], id, [...at, 'cites', k]) ? id : []
    );
    if (cites.length === 0) report('question-without-cites', [...at, 'cites']);
    if (cites.length === 0 || !ids.take('question', entry.id, at)) return [];
    const { id, text, answer } = entry;
    return { id, text, answer, cites };
  });
}

function readCorrections(list: StoryFile['corrections'], context: Context): Correction[] {
  // Corrections of one day are told apart by their words in whichever language is shown.
  const keysOf = ({ date, text }: Correction) =>
    Object.values(text).map((words) => `${date} ${words}`);
  return firsts(list, ['corrections'], context, keysOf).flatMap(([entry, i]) =>
    isDay(entry.date, ['corrections', i, 'date'], context) ? entry : []
  );
}

/** The list without repeats, which are named. */
function once<T>(list: readonly T[], path: Path, context: Context): T[] {
  return firsts(list, path, context).map(([entry]) => entry);
}

function isDay(text: string, path: Path, { report }: Context): boolean {
  const day = readIsoDay(text);
  if (typeof day !== 'string') return true;
  report(day, path, text);
  return false;
}
