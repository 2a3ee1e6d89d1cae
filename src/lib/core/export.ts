import { csvTable, isoOf } from './csv-table';
import { buildLookup, type Lookup } from './lookup';
import { isContested, textIn, type LonLat, type Place, type Story, type StoryEvent } from './story';

/** What is said of an event in a table or on a map of somebody else's. */
interface ExportedEvent {
  readonly id: string;
  readonly title: string;
  /** EDTF; null when not known. */
  readonly when: string | null;
  /** The first and the last instant that it can have taken, ISO 8601 in UTC; null where that is open or not known. */
  readonly start: string | null;
  readonly end: string | null;
  readonly place: string | null;
  /** Metres around the point within which the place lies; null without a point. */
  readonly radius_m: number | null;
  readonly kind: string;
  /** Names. */
  readonly parties: readonly string[];
  readonly status: string;
  /** Whether the sources differ on it. */
  readonly contested: boolean;
  /** Addresses of what it rests on; titles where there is none. */
  readonly sources: readonly string[];
}

/** A FeatureCollection of RFC 7946, with whom it belongs to. */
interface StoryGeoJson {
  readonly type: 'FeatureCollection';
  readonly title: string;
  readonly licence: Story['meta']['licence'];
  readonly features: readonly {
    readonly type: 'Feature';
    readonly geometry: { readonly type: 'Point'; readonly coordinates: LonLat } | null;
    readonly properties: ExportedEvent;
  }[];
}

/**
 * The story's events, one feature for each and for each of its places; what has no place on a map is a feature without geometry. Texts are in
 * `language` (BCP 47) where the story has it.
 */
export function storyGeoJson(story: Story, language: string): StoryGeoJson {
  const { title, licence, languages } = story.meta;
  return {
    type: 'FeatureCollection',
    title: textIn(title, language, ...languages),
    licence,
    features: rowsOf(story, language).map(({ point, properties }) => ({
      type: 'Feature',
      geometry: point && { type: 'Point', coordinates: point },
      properties
    }))
  };
}

/** The same as a table, RFC 4180: what is a list has "; " between its parts, and no cell can become a formula of a spreadsheet's. */
export async function storyCsv(story: Story, language: string): Promise<string> {
  const rows = rowsOf(story, language).map(
    ({ point, properties: { parties, sources, ...rest } }) => {
      const [lon, lat] = point ?? [null, null];
      const listed = { parties: parties.join('; '), sources: sources.join('; ') };
      const cells = { ...rest, ...listed, lon, lat };
      return COLUMNS.map((column) => cells[column]);
    }
  );
  return csvTable([COLUMNS, ...rows]);
}

const COLUMNS = [
  'id',
  'title',
  'when',
  'start',
  'end',
  'place',
  'lon',
  'lat',
  'radius_m',
  'kind',
  'parties',
  'status',
  'contested',
  'sources'
] as const;

interface Row {
  readonly point: LonLat | null;
  readonly properties: ExportedEvent;
}

function rowsOf(story: Story, language: string): readonly Row[] {
  const lookup = buildLookup(story);
  const tell = (text: Place['names']) => textIn(text, language, ...story.meta.languages);
  const said = (event: StoryEvent, place: Place | null): ExportedEvent => {
    const { id, title, when, kind, parties, status } = event;
    const known = lookup.kinds.get(kind);
    const named = parties.flatMap(({ party }) => lookup.parties.get(party) ?? []);
    return {
      id,
      title: tell(title),
      when: when && when.edtf,
      start: when && isoOf(when.startEarliest),
      end: when && isoOf(when.endLatest),
      place: place && tell(place.names),
      radius_m: place?.point ? place.radius : null,
      kind: known ? tell(known.name) : kind,
      parties: named.map(({ names }) => tell(names)),
      status,
      contested: isContested(event),
      sources: sourcesOf(event, lookup)
    };
  };
  return story.events.flatMap((event) =>
    placesOf(event, lookup).map((place) => ({
      point: place?.point ?? null,
      properties: said(event, place)
    }))
  );
}

/** Each once; one null where there is none. */
function placesOf({ where }: StoryEvent, { places }: Lookup): readonly (Place | null)[] {
  const ids = new Set(where.map(({ place }) => place));
  const found = [...ids].flatMap((id) => places.get(id) ?? []);
  return found.length > 0 ? found : [null];
}

/** What the event and all that is said of it rest on, each once. */
function sourcesOf(event: StoryEvent, { citations }: Lookup): readonly string[] {
  const found = citationIds(event).flatMap((id) => citations.get(id) ?? []);
  return [...new Set(found.map(({ url, archived, title }) => url ?? archived ?? title))];
}

/** Ids of the citations that an event, its claims and its acts rest on, each once. */
export function citationIds({ citations, claims, acts }: StoryEvent): readonly string[] {
  const refs = [citations, ...[...claims, ...acts].map((each) => each.citations)].flat();
  return [...new Set(refs.map(({ citation }) => citation))];
}
