import { rowOf } from './archive/row-id';
import { roundCamera } from './camera-text';
import { metresPerPixel } from './geodesy';
import type { Place, Story } from './story';
import { NO_FILTERS, START, type Camera, type View } from './view';
import {
  MAX_TEXT,
  PARAMETERS,
  shorten,
  wellFormed,
  type AnyParameter,
  type Context,
  type Flat,
  type Report,
  type ViewProblem
} from './view-parameters';

export type { ViewProblem } from './view-parameters';

/** Longer hashes are not read at all. */
export const MAX_HASH = 4000;

/**
 * The hash, without "#", that says what the reader looks at; '' for `START`. Days and minutes are those of `zone`, the story's. Reads back as
 * `normalizeView(view)`, unless hundreds of ids make it longer than `MAX_HASH`.
 */
export function encodeView(view: View, zone: string): string {
  const flat = flatten(normalizeView(view));
  return PARAMETERS.flatMap((parameter) => {
    const text = printField(parameter, flat, zone);
    return text === '' ? [] : [`${parameter.key}=${escape(text)}`];
  }).join('&');
}

/**
 * Reads a hash, with or without "#". A hash that is nothing but the id of an event, a chapter or a place opens it. Whatever is not understood or
 * not in the story is left out and named in `problems`; never throws.
 */
export function decodeView(
  hash: string,
  story: Story,
  zone: string
): { view: View; problems: readonly ViewProblem[] } {
  const problems: ViewProblem[] = [];
  const report: Report = (code, key, value, message) =>
    problems.push({ code, key, value: shorten(value), message });
  const text = hash.replace(/^#/, '');
  if (text.length > MAX_HASH) {
    report(
      'too-long',
      '',
      text,
      `The link is longer than ${MAX_HASH} characters, so none of it was used.`
    );
    return { view: START, problems };
  }
  if (text !== '' && !/[=&]/.test(text)) return { view: openById(text, story, report), problems };

  const flat = flatten(START);
  const seen = new Set<string>();
  for (const part of text.split('&').filter(Boolean)) {
    const [key, value] = splitAtEquals(part);
    const parameter = PARAMETERS.find((known) => known.key === key);
    if (!parameter) {
      report(
        'unknown-parameter',
        key,
        value,
        `“${shorten(key)}” is nothing that a link here can say.`
      );
    } else if (seen.has(key)) {
      report('repeated', key, value, `“${key}” is in the link twice; the first one counts.`);
    } else {
      seen.add(key);
      parseField(parameter, value, flat, { story, zone, report });
    }
  }
  return {
    view: unflatten(flat, report, (key) => problems.some((problem) => problem.key === key)),
    problems
  };
}

/**
 * The view as a link can carry it: the window in whole milliseconds that a Date can hold (null when inverted or not a number), the camera
 * rounded to what can be seen, no repeated ids, the search cut to `MAX_TEXT`. Doing it twice changes nothing.
 */
export function normalizeView(view: View): View {
  const { filters } = view;
  return {
    window: normalizeWindow(view.window),
    certainty: view.certainty,
    selected: view.selected || null,
    place: view.place || null,
    chapter: view.chapter || null,
    camera: view.camera && roundCamera(view.camera),
    filters: {
      parties: [...new Set(filters.parties)],
      kinds: [...new Set(filters.kinds)],
      contested: filters.contested,
      inView: filters.inView,
      text: wellFormed(filters.text.slice(0, MAX_TEXT))
    },
    axis: view.axis
  };
}

/** Field and value belong together, which the compiler cannot see through a list of parameters. */
function printField(parameter: AnyParameter, flat: Flat, zone: string): string {
  return (parameter.print as (value: unknown, zone: string) => string)(flat[parameter.field], zone);
}

function parseField(parameter: AnyParameter, escaped: string, flat: Flat, context: Context): void {
  const text = unescape(escaped);
  const value = text === undefined ? undefined : parameter.parse(text, context);
  const { key, expects, notInArchives } = parameter;
  const written = text ?? escaped;
  if (value === undefined) {
    context.report(
      'malformed',
      key,
      written,
      `“${key}” should be ${expects}, not “${shorten(written)}”, so it was left out.`
    );
  } else if (notInArchives && context.story.archive && value !== flat[parameter.field]) {
    context.report(
      'not-in-archives',
      key,
      written,
      `The events of an archive ${notInArchives}, so “${key}” was left out.`
    );
  } else {
    Object.assign(flat, { [parameter.field]: value });
  }
}

function openById(escaped: string, story: Story, report: Report): View {
  const id = unescape(escaped) ?? escaped;
  const event = story.events.some((event) => event.id === id);
  if (event || (story.archive && rowOf(id) !== null)) return { ...START, selected: id };
  const chapter = story.chapters.find((item) => item.id === id);
  if (chapter) return { ...START, chapter: id, window: chapter.window };
  const place = story.places.find((item) => item.id === id);
  if (place) return { ...START, place: id, camera: cameraOn(place) };
  report('unknown-id', '', id, `This story has nothing called “${shorten(id)}”.`);
  return START;
}

/** A place in its surroundings: its circle some eighty pixels across at most, a country whole, and near enough for the coast to be told. */
function cameraOn({ point, radius }: Place): Camera | null {
  if (!point) return null;
  const zoom = Math.log2(metresPerPixel(point[1], 0) / (radius / 40));
  return { lon: point[0], lat: point[1], zoom: Math.round(Math.min(8, Math.max(3, zoom))) };
}

function flatten({ window, filters, ...rest }: View): Flat {
  return { ...rest, ...filters, from: window?.from ?? null, to: window?.to ?? null };
}

function unflatten(flat: Flat, report: Report, isReported: (key: string) => boolean): View {
  const { from, to, parties, kinds, contested, inView, text, ...rest } = flat;
  const filters = { ...NO_FILTERS, parties, kinds, contested, inView, text };
  const [given, missing] = to === null ? ['from', 'to'] : ['to', 'from'];
  if ((from === null) !== (to === null) && !isReported(missing as string)) {
    report(
      'half-a-window',
      given as string,
      '',
      `A span of time needs “${missing}” as well as “${given}”.`
    );
  }
  if (from === null || to === null) return { ...rest, filters, window: null };
  if (from > to) {
    report(
      'window-inverted',
      'from',
      '',
      'The span of time ends before it begins, so it was left out.'
    );
    return { ...rest, filters, window: null };
  }
  return { ...rest, filters, window: { from, to } };
}

/** The farthest instant from 1970 that a Date can hold. */
const FARTHEST = 8.64e15;

function normalizeWindow(window: View['window']): View['window'] {
  if (!window) return null;
  const [from, to] = [window.from, window.to].map(
    // + 0 turns −0 into 0.
    (ms) => Math.round(Math.max(-FARTHEST, Math.min(FARTHEST, ms))) + 0
  ) as [number, number];
  return from <= to ? { from, to } : null;
}

/** As `encodeURIComponent`, but what reads well and is safe in a fragment stays: a link is read by people too. */
function escape(text: string): string {
  return encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/%(2C|2F|3A)/g, (code) => decodeURIComponent(code));
}

/** Undefined for a "%" that escapes nothing. */
function unescape(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function splitAtEquals(part: string): [key: string, value: string] {
  const at = part.indexOf('=');
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
}
