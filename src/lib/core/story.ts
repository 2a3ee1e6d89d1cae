/**
 * The model of a story: plain readonly data, already checked. `format/` makes it from a file; everything else reads it.
 */

/** A text in one or more languages, by BCP 47 tag. At least one entry. Always plain text, never HTML. */
export type LanguageMap = Readonly<Record<string, string>>;

/** Longitude, latitude in degrees, WGS84. */
export type LonLat = readonly [lon: number, lat: number];

export interface Story {
  readonly meta: StoryMeta;
  readonly kinds: readonly EventKind[];
  readonly groups: readonly PartyGroup[];
  readonly places: readonly Place[];
  readonly parties: readonly Party[];
  readonly citations: readonly Citation[];
  /** In the order of the file. The index sorts them by time. */
  readonly events: readonly StoryEvent[];
  /** Where the events are when they are not in the story itself; `events` is then empty. */
  readonly archive: ArchiveSource | null;
  readonly chapters: readonly Chapter[];
  readonly corrections: readonly Correction[];
}

export interface StoryMeta {
  readonly id: string;
  readonly title: LanguageMap;
  readonly summary: LanguageMap;
  /** BCP 47 tags; the first is the language a missing text falls back to. */
  readonly languages: readonly string[];
  /** IANA name. A date without a time is a day in this zone. */
  readonly timeZone: string;
  readonly licence: { readonly name: string; readonly url: string | null };
  readonly authors: readonly { readonly name: string; readonly url: string | null }[];
  /** ISO date of the last change. */
  readonly updated: string;
}

/** Shapes a kind of event can be drawn as; colour is never the only key. */
export const SHAPES = [
  'circle',
  'square',
  'diamond',
  'triangle',
  'cross',
  'star',
  'hexagon',
  'wedge'
] as const;
export type Shape = (typeof SHAPES)[number];

export interface EventKind {
  readonly id: string;
  readonly name: LanguageMap;
  readonly shape: Shape;
}

/** Hues safe for colour-blind readers (Okabe and Ito), named for the token that carries them. */
export const HUES = [
  'blue',
  'vermilion',
  'green',
  'purple',
  'orange',
  'sky',
  'yellow',
  'grey'
] as const;
export type Hue = (typeof HUES)[number];

/** Parties that share a colour. */
export interface PartyGroup {
  readonly id: string;
  readonly name: LanguageMap;
  readonly hue: Hue;
}

export const PLACE_KINDS = ['site', 'town', 'city', 'region', 'country', 'unlocated'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** How well a coordinate is known: read in a source, worked out from facts that were, borrowed from a neighbour, or not checked. */
export const POINT_STATUSES = ['verified', 'inferred', 'stand-in', 'unverified'] as const;
type PointStatus = (typeof POINT_STATUSES)[number];

export interface Place {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly names: LanguageMap;
  /** Null for what has no place on a map ("online"). */
  readonly point: LonLat | null;
  /** Metres around `point` within which the place lies; 0 when there is no point. */
  readonly radius: number;
  readonly pointStatus: PointStatus;
  /** What the point rests on, in words. */
  readonly basis: LanguageMap;
  readonly citations: readonly CitationRef[];
  /** http(s) addresses of the same place elsewhere. */
  readonly sameAs: readonly string[];
  readonly note: LanguageMap | null;
}

export interface Party {
  readonly id: string;
  readonly names: LanguageMap;
  readonly kind: 'state' | 'person' | 'media' | 'group' | 'organisation' | 'company';
  /** Id of a PartyGroup. */
  readonly group: string;
  /** Id of the place from which lines to and from this party are drawn. */
  readonly home: string | null;
  readonly note: LanguageMap | null;
}

/** How much of a source its author has read. `unchecked`: the address itself was not opened. */
export const SOURCE_READINGS = ['whole', 'excerpt', 'unchecked'] as const;
type SourceReading = (typeof SOURCE_READINGS)[number];

/** One source: the parts of a CSL-JSON item that Dateline shows. */
export interface Citation {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** EDTF, or null when not known. */
  readonly issued: string | null;
  readonly url: string | null;
  /** Address of a copy that will stay; shown before `url`. */
  readonly archived: string | null;
  /** ISO date on which the source was read. */
  readonly accessed: string | null;
  /** BCP 47 tag of the source's own language. */
  readonly language: string | null;
  readonly reading: SourceReading;
  /** Who stands behind the publisher where readers should know ("Iranian state media"). */
  readonly publisherNote: LanguageMap | null;
  readonly note: LanguageMap | null;
}

export const LOCATOR_LABELS = [
  'paragraph',
  'page',
  'section',
  'line',
  'headline',
  'standfirst',
  'caption',
  'timestamp'
] as const;
export type LocatorLabel = (typeof LOCATOR_LABELS)[number];

/** A citation and where in it: the label and locator of a CSL cite item. */
export interface CitationRef {
  /** Id of a Citation. */
  readonly citation: string;
  readonly label: LocatorLabel | null;
  readonly locator: string | null;
  readonly note: LanguageMap | null;
}

/** One end of an EDTF date, as far as it is given. */
export interface DatePart {
  readonly year: number;
  /** 1–12. */
  readonly month: number | null;
  readonly day: number | null;
  /** EDTF season 21–24 (spring, summer, autumn, winter) in place of a month. */
  readonly season: number | null;
  /** Unspecified digits: "199X" is 1990 with precision decade. */
  readonly precision: 'century' | 'decade' | 'year' | 'season' | 'month' | 'day' | 'instant';
  /** Milliseconds since 1970 UTC, only for precision `instant`. */
  readonly instant: number | null;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** Spans of the local day that sources name instead of an hour. `hours` are a drawing convention, not a finding. */
export const DAY_PARTS = {
  'early-hours': [0, 6],
  morning: [6, 12],
  midday: [11, 14],
  afternoon: [12, 18],
  evening: [18, 24]
} as const;
export type DayPart = keyof typeof DAY_PARTS;

/** When something happened: what is known of its start and its end. All in milliseconds since 1970 UTC; closed at both ends. */
export interface EventTime {
  /** The text as written. */
  readonly edtf: string;
  /** IANA zone the day and the clock time belong to. */
  readonly zone: string;
  /** −Infinity when the start is open. */
  readonly startEarliest: number;
  readonly startLatest: number;
  readonly endEarliest: number;
  /** +Infinity when the end is open. */
  readonly endLatest: number;
  readonly start: DatePart | null;
  /** Null for a single date; also null, with `openEnd`, for an open one. */
  readonly end: DatePart | null;
  readonly interval: boolean;
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** Part of the day or local clock time "HH:MM" from – to (equal when a single time); null when not known. */
  readonly clock:
    | { readonly part: DayPart }
    | { readonly from: string; readonly to: string; readonly approximate: boolean }
    | null;
  /** What the bounds rest on when they are wider or narrower than the EDTF text. */
  readonly note: LanguageMap | null;
}

export const STATUSES = ['occurred', 'planned', 'postponed', 'alleged'] as const;
export type EventStatus = (typeof STATUSES)[number];

export const STANCES = ['asserts', 'denies', 'reports', 'opines'] as const;
export type Stance = (typeof STANCES)[number];

export interface Claim {
  readonly id: string;
  /** Ids of parties. Empty: the publisher of the first citation speaks for itself. */
  readonly by: readonly string[];
  readonly stance: Stance;
  readonly text: LanguageMap;
  /** At least one. */
  readonly citations: readonly CitationRef[];
  /** Id of the event's Dispute that this claim takes a side in. */
  readonly dispute: string | null;
}

/** A question on which the sources differ. Its sides are the event's claims that name it. */
export interface Dispute {
  readonly id: string;
  readonly topic: LanguageMap;
  /** What can be said in fairness about the difference. */
  readonly note: LanguageMap | null;
  /** Two places whose distance the map measures, where that bears on the question. */
  readonly measure: { readonly from: string; readonly to: string } | null;
}

export const ACTS = ['accuses', 'expels', 'sanctions'] as const;
export type ActKind = (typeof ACTS)[number];

/** One party does something to another: drawn as a line between their homes. */
export interface Act {
  readonly act: ActKind;
  readonly from: string;
  readonly to: string;
  readonly citations: readonly CitationRef[];
}

export const RELATIONS = ['response-to', 'part-of', 'cause-claimed'] as const;
export type RelationType = (typeof RELATIONS)[number];

export interface StoryEvent {
  readonly id: string;
  readonly title: LanguageMap;
  readonly text: LanguageMap;
  /** Null: undated, kept in a list of its own. */
  readonly when: EventTime | null;
  /** Empty: unplaced, kept in a list of its own. The first is the main one. */
  readonly where: readonly { readonly place: string; readonly role: LanguageMap | null }[];
  /** The first gives the event its colour. */
  readonly parties: readonly { readonly party: string; readonly role: LanguageMap }[];
  /** Id of an EventKind. */
  readonly kind: string;
  readonly status: EventStatus;
  readonly claims: readonly Claim[];
  readonly disputes: readonly Dispute[];
  readonly acts: readonly Act[];
  readonly relations: readonly { readonly type: RelationType; readonly to: string }[];
  /** What the event as a whole rests on. */
  readonly citations: readonly CitationRef[];
}

/** A file of events beside the story: one row an event, its columns by the names they have in the file. */
export interface ArchiveSource {
  /** Bare file name; its ending, ".csv", ".parquet" or ".geoparquet", says what it is. */
  readonly file: string;
  /** How many rows the story says it has; the file may have others. */
  readonly rows: number | null;
  readonly columns: ArchiveColumnNames;
  /** What is in a cell of the column "kind" → id of an EventKind. Null: the cell is the id. */
  readonly kinds: Readonly<Record<string, string>> | null;
  /** Id of the citation that the whole file rests on. */
  readonly citation: string;
  readonly note: LanguageMap | null;
}

export interface ArchiveColumnNames {
  readonly time: string;
  /** Of events that last. */
  readonly end: string | null;
  /** Two columns of degrees WGS84, or one of points. */
  readonly where: { readonly lon: string; readonly lat: string } | { readonly point: string };
  readonly title: string | null;
  readonly text: string | null;
  /** Name of the place, as shown. */
  readonly place: string | null;
  /** Metres around the point within which the place lies. */
  readonly radius: string | null;
  readonly kind: string | null;
  /** What the row rests on: an http(s) address or words. */
  readonly source: string | null;
}

/** A closed span of time in milliseconds since 1970 UTC. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export interface Chapter {
  readonly id: string;
  readonly title: LanguageMap;
  readonly text: LanguageMap;
  readonly window: Window;
  /** Ids of the places the map should show. At least one, with a point. */
  readonly places: readonly string[];
  /** Ids of the events the chapter tells of, the one to open first. */
  readonly events: readonly string[];
  /** What a teacher may ask about it. */
  readonly questions: readonly Question[];
}

/** A question for a class: about evidence, and who said what when. */
export interface Question {
  readonly id: string;
  readonly text: LanguageMap;
  /** What a good answer would say. */
  readonly answer: LanguageMap;
  /** Ids of the claims and events of the story that a good answer rests on. At least one. */
  readonly cites: readonly string[];
}

export interface Correction {
  /** ISO date. */
  readonly date: string;
  readonly text: LanguageMap;
}

/** True when sources differ on the event: it names a dispute, or some claim asserts what another denies. */
export function isContested(event: StoryEvent): boolean {
  const has = (stance: Stance) => event.claims.some((claim) => claim.stance === stance);
  return event.disputes.length > 0 || (has('asserts') && has('denies'));
}

/** The text in the first of `languages` that has one, else in any; an empty map is a misuse and throws. */
export function textIn(map: LanguageMap, ...languages: readonly string[]): string {
  for (const language of languages) {
    const text = map[language] ?? map[language.split('-')[0] ?? ''];
    if (text !== undefined) return text;
  }
  const first = Object.values(map)[0];
  if (first === undefined) throw new Error('textIn: the language map has no entries');
  return first;
}
