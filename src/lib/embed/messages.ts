/**
 * What an article and a story embedded in it say to each other by `postMessage`: version 1. Both sides read whatever reaches them through
 * `readHostMessage` and `readFrameMessage`; what those do not know is nobody's message and is dropped. A message can make the frame show
 * another view of its own story, and nothing else: it holds no address, no markup and no code.
 */
import type { Window } from '../core/story';

const VERSION = 1;

/** Longer texts are not read: links to a view are shorter (`MAX_HASH`), and so are ids. */
const MOST_TEXT = 4000;
/** The farthest instant from 1970 that a Date can hold, in ms. */
const FARTHEST = 8.64e15;
/** Taller than an embed may become, in CSS pixels. */
export const TALLEST = 20_000;

/** How the embed looks; null: as it looks of itself. */
export interface Look {
  readonly theme: 'light' | 'dark' | 'auto' | null;
  /** A CSS colour written as "#rrggbb". */
  readonly accent: string | null;
}

/** Where the reader is; also what a host may ask for in part. */
export interface Moment {
  /** Milliseconds since 1970; null: the whole story. */
  readonly window: Window | null;
  /** Ids; null, or a text of no length: none. */
  readonly selected: string | null;
  readonly chapter: string | null;
}

/** From the article. */
export type HostMessage =
  | { readonly type: 'look'; readonly look: Look }
  | { readonly type: 'go'; readonly moment: Partial<Moment> }
  /** The hash of a link to a view, with or without "#". */
  | { readonly type: 'link'; readonly hash: string }
  | { readonly type: 'play'; readonly on: boolean };

/** From the story. */
export type FrameMessage =
  /** It hears the host from now on. */
  | { readonly type: 'ready' }
  /** The height it would have, in CSS pixels. */
  | { readonly type: 'height'; readonly height: number }
  /** `link` is the last one that was asked for, as long as the reader has not gone on from there. */
  | {
      readonly type: 'view';
      readonly moment: Moment;
      readonly hash: string;
      readonly link: string | null;
    }
  /** Words about what could not be shown. */
  | { readonly type: 'error'; readonly message: string };

/** A message as it travels. */
export function sealed(message: HostMessage | FrameMessage): object {
  return { dateline: VERSION, ...message };
}

export function readHostMessage(data: unknown): HostMessage | null {
  const fields = opened(data);
  if (fields === null) return null;
  const { type, look, moment, hash, on } = fields;
  switch (type) {
    case 'look':
      return orNull(readLook(look), (look) => ({ type, look }));
    case 'go':
      return orNull(readMoment(moment), (moment) => ({ type, moment }));
    case 'link':
      return isText(hash) ? { type, hash } : null;
    case 'play':
      return typeof on === 'boolean' ? { type, on } : null;
    default:
      return null;
  }
}

export function readFrameMessage(data: unknown): FrameMessage | null {
  const fields = opened(data);
  if (fields === null) return null;
  const { type, height, moment, hash, link, message } = fields;
  switch (type) {
    case 'ready':
      return { type };
    case 'height':
      return isNumber(height, 0, TALLEST) ? { type, height } : null;
    case 'view': {
      const read = readMoment(moment);
      const whole = read && { window: null, selected: null, chapter: null, ...read };
      if (!whole || !isText(hash) || !isTextOrNull(link)) return null;
      return { type, moment: whole, hash, link };
    }
    case 'error':
      return isText(message) ? { type, message } : null;
    default:
      return null;
  }
}

function opened(data: unknown): Record<string, unknown> | null {
  return isObject(data) && data['dateline'] === VERSION ? data : null;
}

function readLook(value: unknown): Look | null {
  if (!isObject(value)) return null;
  const { theme = null, accent = null } = value;
  if (theme !== null && theme !== 'light' && theme !== 'dark' && theme !== 'auto') return null;
  if (!isTextOrNull(accent) || !(accent === null || /^#[\da-f]{6}$/i.test(accent))) return null;
  return { theme, accent };
}

/** What it names must be right; what it does not name stays as it is. */
function readMoment(value: unknown): Partial<Moment> | null {
  if (!isObject(value)) return null;
  const read: { -readonly [K in keyof Moment]?: Moment[K] } = {};
  const { window, selected, chapter } = value;
  if (window !== undefined) {
    if (window !== null && !isWindow(window)) return null;
    read.window = window && { from: window.from, to: window.to };
  }
  if (selected !== undefined) {
    if (!isTextOrNull(selected)) return null;
    read.selected = selected || null;
  }
  if (chapter !== undefined) {
    if (!isTextOrNull(chapter)) return null;
    read.chapter = chapter || null;
  }
  return read;
}

function isWindow(value: unknown): value is Window {
  if (!isObject(value)) return false;
  const { from, to } = value;
  return isNumber(from, -FARTHEST, FARTHEST) && isNumber(to, -FARTHEST, FARTHEST) && from <= to;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MOST_TEXT;
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value);
}

function isNumber(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}

function orNull<T, R>(value: T | null, then: (value: T) => R): R | null {
  return value === null ? null : then(value);
}
