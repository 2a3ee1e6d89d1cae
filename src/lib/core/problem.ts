/** What can be wrong with input: a sentence each, with the place, the value and what to do about it. */
export interface Problem {
  /** Name from the catalogue below. */
  readonly code: string;
  /** Where in the document, as "events[3].when.edtf". */
  readonly path: string;
  /** The offending value, shortened for display; undefined when something is missing. */
  readonly value?: string;
  readonly message: string;
  readonly remedy: string;
  /** An error leaves something out that the story says; a warning does not. */
  readonly severity: 'error' | 'warning';
}

type Words = string | ((detail: string) => string);
type Row = readonly [severity: Problem['severity'], message: Words, remedy: Words];

/** Every problem there is. `detail` is what the row needs to know beyond the value: a limit, a kind of thing, a list of allowed values. */
const CATALOGUE = {
  // The document
  'json-malformed': [
    'error',
    (d) => `This is not JSON: it goes wrong at ${d}.`,
    'Look there and just before for a missing comma, quote or bracket, or one too many; comments, NaN and undefined are not JSON.'
  ],
  'key-repeated': [
    'error',
    (d) => `The object already has this key before ${d}; only the last value is read.`,
    'Keep the value you mean and remove the other.'
  ],
  'part-clash': [
    'error',
    (d) => `Two files of the story give different values here; the first is ${d}.`,
    'Keep the value in one file only. Only lists may be spread over several.'
  ],
  'not-an-object': [
    'error',
    'A story is a JSON object.',
    'Start the file with { and put "format", "story" and "events" inside.'
  ],
  'format-missing': [
    'error',
    'The file does not say which story format it is in.',
    'Add "format": "dateline-story/1" at the top.'
  ],
  'format-unknown': ['error', 'This is not a story format.', 'Write "format": "dateline-story/1".'],
  'format-newer': [
    'error',
    (d) => `The file is in a newer format than this Dateline reads (${d}).`,
    'Update Dateline, or save the story in the older format.'
  ],

  // Shape and size
  'missing-field': ['error', 'A required field is missing.', (d) => `Add it: ${d}.`],
  'wrong-type': [
    'error',
    'The value has the wrong type.',
    (d) => `Write ${d || 'a value of another type'} here.`
  ],
  'unknown-field': [
    'warning',
    'The format has no field of this name; it is ignored.',
    'Check the spelling, or remove the field.'
  ],
  'too-deep': [
    'error',
    (d) => `The story is nested more than ${d} levels deep.`,
    'Flatten this part; nothing in a story needs such depth.'
  ],
  'too-many': [
    'error',
    (d) => `There are more than ${d} entries; the rest is left out.`,
    'Split the story, or remove entries.'
  ],
  'entry-repeated': [
    'warning',
    'An entry before this one says the same; this one is left out.',
    'Remove it, or put what it adds into the first.'
  ],
  'number-out-of-range': ['error', 'The number is out of range.', (d) => `Write ${d}.`],

  // Text
  'text-empty': ['error', 'The text is empty.', 'Write something, or leave the field out.'],
  'text-too-long': [
    'error',
    (d) => `The text is longer than ${d} characters.`,
    'Shorten it; detail belongs into claims or the source.'
  ],
  'html-in-text': [
    'error',
    'The text contains HTML; stories are plain text.',
    'Remove the tags. A lone "<" is fine when a space or a digit follows.'
  ],
  'control-character': [
    'error',
    (d) => `The text contains the invisible character ${d}.`,
    'Delete it; text direction follows from the language.'
  ],
  'language-unknown': [
    'error',
    'This is not a language tag.',
    'Use BCP 47 tags such as "en", "sq" or "zh-Hans".'
  ],

  // Ids and references
  'id-malformed': [
    'error',
    'The id is not well formed.',
    'Use lower case letters, digits and single hyphens, at most 80 characters: "embassy-tirana".'
  ],
  'id-duplicate': [
    'error',
    (d) => `Another ${d} already has this id; this one is left out.`,
    'Give each its own id.'
  ],
  'id-shared': [
    'error',
    (d) =>
      `A ${d} already has this id; this one is left out, for both would have the same address.`,
    'Events, chapters and places are all reached as "#id" on one page: give each its own id.'
  ],
  'id-reserved': [
    'error',
    'Ids of events, chapters and places must not begin with "part-", which names the parts of the page.',
    'Choose another beginning.'
  ],
  'reference-dangling': [
    'error',
    (d) => `There is no ${d} with this id.`,
    (d) => `Add the ${d}, or correct the id.`
  ],
  'reference-left-out': [
    'error',
    (d) => `The ${d} of this id was left out because of a problem of its own.`,
    (d) => `Mend the ${d}.`
  ],

  // Dates
  'date-unreadable': [
    'error',
    'This is not a date that can be read.',
    'Write EDTF: "2022-07-15", "2022-08~", "2022-07-15/2022-08", "2022-09-07/..".'
  ],
  'date-impossible': [
    'error',
    'There is no such day, month or hour.',
    'Check the digits: year-month-day, months 01–12, seasons 21–24.'
  ],
  'date-unsupported': [
    'error',
    'This is EDTF beyond level 1, which Dateline does not read.',
    'Say it at level 0 or 1: one date or interval, ?, ~ or % at its end, X only for whole last digits ("199X", "2022-XX").'
  ],
  'date-out-of-range': [
    'error',
    'The year is too far away to be drawn.',
    'Use years from −270000 to 270000.'
  ],
  'date-reversed': ['error', 'The interval ends before it begins.', 'Swap the two dates.'],
  'bounds-reversed': ['error', '"latest" is before "earliest".', 'Swap the two dates.'],
  'bounds-beside-date': [
    'error',
    'The stated bounds leave no room for the date itself.',
    'Widen "earliest" and "latest" until they hold the date, or correct the date.'
  ],
  'bounds-on-open-end': [
    'error',
    'A bound is stated for an end that the date leaves open.',
    'Remove the bound, or leave that end of the interval empty ("2022/") instead of "..".'
  ],
  'clock-malformed': [
    'error',
    'This is not a clock time.',
    'Write "14:05", "14:05~", "14:00/16:30" or one of early-hours, morning, midday, afternoon, evening.'
  ],
  'clock-reversed': [
    'error',
    'The clock times end before they begin.',
    'Swap them; past midnight, write an interval of two date-times in "edtf" instead.'
  ],
  'clock-without-day': [
    'error',
    'A clock time needs a date that is one single day.',
    'Give the day in "edtf", or remove "time".'
  ],
  'zone-unknown': [
    'error',
    'There is no time zone of this name.',
    'Use an IANA name such as "Europe/Tirane" or "Asia/Tehran".'
  ],

  // Places
  'coordinate-out-of-range': [
    'error',
    'The coordinate is not on Earth.',
    'Write [longitude, latitude] in degrees: −180 to 180, −90 to 90.'
  ],
  'coordinates-swapped': [
    'error',
    'Latitude and longitude are swapped.',
    'Write the longitude first: [19.82, 41.33] for Tirana.'
  ],
  'coordinates-maybe-swapped': [
    'warning',
    'This point is far from every other place, and swapped it would be near some.',
    'Check that the longitude comes first.'
  ],
  'radius-negative': ['error', 'The radius is negative.', 'Write metres, 0 or more.'],
  'radius-zero': [
    'warning',
    'The radius is 0: the map would claim that the point is exact.',
    'Write how many metres around the point the place may lie.'
  ],
  'radius-without-point': [
    'warning',
    'The place has a radius but no point; the radius is ignored.',
    'Add the point, or remove the radius.'
  ],

  // Values from a list
  'stance-unknown': ['error', 'This is not a stance.', (d) => `Use one of ${d}.`],
  'status-unknown': ['error', 'This is not a status.', (d) => `Use one of ${d}.`],
  'value-unknown': ['error', 'This is not one of the allowed values.', (d) => `Use one of ${d}.`],

  // Addresses
  'url-unsafe': [
    'error',
    'Only http and https addresses are allowed, without user name and password.',
    'Give the address of a web page.'
  ],
  'url-malformed': [
    'error',
    'This is not a web address.',
    'Write it in full and without spaces: "https://…".'
  ],

  // Archives
  'archive-beside-events': [
    'error',
    'The story has events in "events" and in a file as well; the file is left out.',
    'Move all events to one of the two, and leave "events" empty ([]) when it is the file.'
  ],
  'archive-file-name': [
    'error',
    'This is not the bare name of a CSV or Parquet file.',
    'Name a file beside the story, without a folder: letters, digits, ".", "_" and "-", ending in .csv, .parquet or .geoparquet.'
  ],
  'archive-place-columns': [
    'error',
    'The columns do not say where.',
    'Name "lon" and "lat", two different columns of degrees, or else "point", one column of points.'
  ],
  'archive-point-in-csv': [
    'error',
    'A CSV file has no points.',
    'Name "lon" and "lat", or make a Parquet file with: npm run archive.'
  ],
  'archive-without-kind': [
    'error',
    'The story has no kind that the events of its archive could be of.',
    'Add at least one to "kinds".'
  ],
  'archive-with-chapters': [
    'warning',
    'The events of the story are in a file, and its page then has no chapters; they are left out.',
    'Tell them in the summary, or keep the events of the chapters in a story of their own.'
  ],
  'archive-kinds-unused': [
    'warning',
    'No column holds the values that "kinds" lists; it is ignored.',
    'Name the column in "columns": "kind".'
  ],

  // What hangs together
  'citation-without-publisher': [
    'error',
    'The citation names neither a publisher nor a container-title.',
    'Say who published it in "publisher".'
  ],
  'claim-without-citation': [
    'error',
    'The claim has no citation left, and a claim without a source is not shown.',
    'Cite where the claim can be read.'
  ],
  'claim-without-speaker': [
    'error',
    'None of the parties in "by" is known; the claim would pass for the publisher’s own.',
    'Correct the ids in "by", or leave the list empty when the publisher itself speaks.'
  ],
  'act-without-citation': [
    'error',
    'The act has no citation left, and an act without a source is not drawn.',
    'Cite where it can be read.'
  ],
  'event-relation-self': ['error', 'The event is related to itself.', 'Name the other event.'],
  'dispute-one-sided': [
    'warning',
    'Fewer than two claims take a side in this dispute.',
    'Add "dispute" to the claims that differ, or remove the dispute.'
  ],
  'chapter-window-unreadable': [
    'error',
    (d) => `The chapter’s window is not a span with two ends${d && ` (${d})`}.`,
    'Write an EDTF date or interval closed at both ends: "2022-07-15/2022-09".'
  ],
  'chapter-without-place': [
    'error',
    'The chapter has no place with a point to look at.',
    'Name at least one place that has a point.'
  ],
  'question-without-cites': [
    'error',
    'The question names nothing that a good answer could rest on.',
    'Name the claims or events in "cites".'
  ],
  'place-without-point': [
    'error',
    'This place has no point, so the map cannot show it.',
    'Name a place that has one, or give it a point.'
  ]
} satisfies Record<string, Row>;

export type ProblemCode = keyof typeof CATALOGUE;

export const PROBLEM_CODES = Object.keys(CATALOGUE) as readonly ProblemCode[];

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(CATALOGUE, text);
}

/** A problem in the words of the catalogue. `value` is shortened to 80 characters; `detail` is what the row asks for. */
export function problem(code: ProblemCode, path: string, value?: unknown, detail = ''): Problem {
  const [severity, message, remedy]: Row = CATALOGUE[code];
  const say = (words: Words) => (typeof words === 'string' ? words : words(detail));
  return {
    code,
    path,
    ...(value === undefined ? {} : { value: shorten(value) }),
    message: say(message),
    remedy: say(remedy),
    severity
  };
}

/** "events[3].when.edtf"; a key that is not a plain word is quoted: names["zh-Hans"]. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, i) => {
      if (typeof key === 'number') return `[${key}]`;
      const word = String(key);
      if (!/^[A-Za-z_$][\w$]*$/.test(word)) return `[${JSON.stringify(shorten(word))}]`;
      return i === 0 ? word : `.${word}`;
    })
    .join('');
}

const SHOWN = 80;

/** The value as it is shown: at most 80 characters of text, or of JSON. */
export function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : asJson(value, 0);
  if (text.length <= SHOWN) return text;
  // Half of a pair would be shown as a box.
  return `${text.slice(0, SHOWN - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Levels of nesting that are shown; the rest would not fit anyway. */
const LEVELS = 8;

/** The value as JSON, no more of it than is shown: `JSON.stringify` throws on what is too deep, contains itself or is a bigint. */
function asJson(value: unknown, level: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, SHOWN));
  if (typeof value === 'function' || typeof value === 'symbol') return typeof value;
  if (typeof value !== 'object' || value === null) return String(value);
  const list = Array.isArray(value);
  const [start, end] = list ? '[]' : '{}';
  if (level === LEVELS) return `${start}…${end}`;
  let text = '';
  for (const [key, inner] of Object.entries(value)) {
    const name = list ? '' : `${asJson(key, level)}:`;
    text += `${text && ','}${name}${asJson(inner, level + 1)}`;
    if (text.length > SHOWN) break;
  }
  return `${start}${text}${end}`;
}
