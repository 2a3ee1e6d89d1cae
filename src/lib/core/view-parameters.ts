import { rowOf } from './archive/row-id';
import { formatCamera, parseCamera } from './camera-text';
import { formatMoment, parseMoment } from './moment-text';
import type { Story } from './story';
import type { View } from './view';

/** Something in a link that could not be followed. The rest of the link still holds. */
export interface ViewProblem {
  readonly code: ViewProblemCode;
  /** The parameter as written in the link; '' when it is the link as a whole. */
  readonly key: string;
  /** What it said, shortened. */
  readonly value: string;
  /** A sentence for the reader, in English. */
  readonly message: string;
}

type ViewProblemCode =
  | 'unknown-id'
  | 'malformed'
  | 'unknown-parameter'
  | 'not-in-archives'
  | 'repeated'
  | 'half-a-window'
  | 'window-inverted'
  | 'too-long';

/** A search is cut to this many UTF-16 units. */
export const MAX_TEXT = 200;

/** A view without nesting: what each parameter sets. */
export type Flat = {
  -readonly [Key in keyof Omit<View, 'window' | 'filters'>]: View[Key];
} & { -readonly [Key in keyof View['filters']]: View['filters'][Key] } & {
  from: number | null;
  to: number | null;
};

export type Report = (code: ViewProblemCode, key: string, value: string, message: string) => void;

export interface Context {
  readonly story: Story;
  readonly zone: string;
  readonly report: Report;
}

interface Parameter<Field extends keyof Flat> {
  readonly key: string;
  readonly field: Field;
  /** '' when there is nothing to say. */
  readonly print: (value: Flat[Field], zone: string) => string;
  /** Undefined when malformed; what is wrong with a part of it goes to `report`. */
  readonly parse: (text: string, context: Context) => Flat[Field] | undefined;
  /** Says what the value should be, after "should be". */
  readonly expects: string;
  /** Why an archive cannot do what it asks for, after "The events of an archive"; left out where it can. */
  readonly notInArchives?: string;
}

/** All that a link can say, in the order in which it says it. */
export const PARAMETERS: readonly AnyParameter[] = [
  moment('from', 'first'),
  moment('to', 'last'),
  flag('sure', 'certainty', 'may', 'surely'),
  item('event', 'selected', 'event', (story) => story.events),
  item('place', 'place', 'place', (story) => story.places),
  item('chapter', 'chapter', 'chapter', (story) => story.chapters),
  {
    key: 'map',
    field: 'camera',
    print: (camera) => (camera ? formatCamera(camera) : ''),
    parse: parseCamera,
    expects: 'zoom/latitude/longitude'
  },
  items('party', 'parties', 'party', (story) => story.parties),
  items('kind', 'kinds', 'kind of event', (story) => story.kinds),
  { ...flag('contested', 'contested', false, true), notInArchives: 'make no claims' },
  flag('view', 'inView', false, true),
  {
    key: 'q',
    field: 'text',
    print: String,
    parse: parseText,
    expects: 'text'
  },
  flag('axis', 'axis', 'elastic', 'true', 'true')
];

export type AnyParameter = { [Field in keyof Flat]: Parameter<Field> }[keyof Flat];

function moment<Field extends 'from' | 'to'>(
  field: Field,
  end: 'first' | 'last'
): Parameter<Field> {
  return {
    key: field,
    field,
    print: (ms, zone) => (ms === null ? '' : formatMoment(ms, zone, end)),
    parse: (text, { zone }) => parseMoment(text, zone, end),
    expects: 'a date such as 2022-09-07 or 2022-09-07T12:00'
  };
}

/** Present with one value, absent with the other. */
function flag<Field extends 'certainty' | 'contested' | 'inView' | 'axis'>(
  key: string,
  field: Field,
  off: Flat[Field],
  on: Flat[Field],
  text = '1'
): Parameter<Field> {
  return {
    key,
    field,
    print: (value) => (value === on ? text : ''),
    parse: (given) => (given === text ? on : given === '0' ? off : undefined),
    expects: text
  };
}

type Items = (story: Story) => readonly { readonly id: string }[];

function item<Field extends 'selected' | 'place' | 'chapter'>(
  key: string,
  field: Field,
  noun: string,
  all: Items
): Parameter<Field> {
  return {
    key,
    field,
    print: (id) => id ?? '',
    parse: (id, context) => knownIds([id], key, noun, all, context)[0] ?? null,
    expects: 'an id'
  };
}

function items<Field extends 'parties' | 'kinds'>(
  key: string,
  field: Field,
  noun: string,
  all: Items
): Parameter<Field> {
  return {
    key,
    field,
    print: (ids) => ids.join(','),
    parse: (text, context) => [...new Set(knownIds(text.split(','), key, noun, all, context))],
    expects: 'ids with commas between them'
  };
}

function knownIds(
  ids: string[],
  key: string,
  noun: string,
  all: Items,
  { story, report }: Context
) {
  const known = new Set(all(story).map(({ id }) => id));
  return ids.filter((id) => {
    // Whether an archive has that row is not known before it has come.
    const holds =
      known.has(id) || (key === 'event' && story.archive !== null && rowOf(id) !== null);
    if (!holds) {
      report('unknown-id', key, id, `This story has no ${noun} called “${shorten(id)}”.`);
    }
    return holds;
  });
}

function parseText(text: string): string | undefined {
  return text.length > MAX_TEXT ? undefined : wellFormed(text);
}

/** Half a surrogate pair cannot be percent-encoded. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** As much of a text as a message can hold. */
export function shorten(text: string): string {
  return text.length > 60 ? `${wellFormed(text.slice(0, 59))}…` : text;
}
