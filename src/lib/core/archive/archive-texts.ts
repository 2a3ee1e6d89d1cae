import { addressFault, normalAddress } from '../format/address';
import type { WordRole } from './column-roles';

/** The words of one row, to be shown as plain text. Whoever made the file may have put anything into it. */
export interface ArchiveTexts {
  readonly title: string | null;
  readonly text: string | null;
  readonly place: string | null;
  /** Metres around the point within which the place lies; null where that is not known. */
  readonly radius: number | null;
  readonly source: string | null;
  /** The source's address, http(s), when `source` is one. */
  readonly link: string | null;
}

/** The cells of a row as they are in the file; null or empty when there is nothing in them. */
export type RawTexts = Readonly<Record<WordRole, string | null>>;

/** The texts of a row whose cells are what `cell` says. */
export function readTexts(cell: (role: WordRole) => string | null): RawTexts {
  return {
    title: cell('title'),
    text: cell('text'),
    place: cell('place'),
    radius: cell('radius'),
    source: cell('source')
  };
}

export const NO_TEXTS = readTexts(() => null);

const LONGEST_SOURCE = 2000;

/** Makes the cells of a row fit to be shown: no invisible characters, no line breaks but in the text, no more than a page of it. */
export function cleanTexts(raw: RawTexts): ArchiveTexts {
  const source = lineOf(raw.source, LONGEST_SOURCE);
  // An address of which a part was cut away leads elsewhere.
  const isWhole = source !== null && (raw.source ?? '').length <= LONGEST_SOURCE;
  return {
    title: lineOf(raw.title, 300),
    text: shortened(visible(raw.text ?? '').trim(), 10_000) || null,
    place: lineOf(raw.place, 300),
    radius: metresOf(raw.radius),
    source,
    link: isWhole && addressFault(source) === null ? normalAddress(source) : null
  };
}

/** A quarter of the way round the Earth: a place is no larger. */
const WIDEST = 10_000_000;

/** Metres, or kilometres where a cell says so; null when it is no number that a place can have. A comma before three digits could mean either. */
export function metresOf(cell: string | null): number | null {
  const [, number, unit] = METRES.exec((cell ?? '').trim()) ?? [];
  if (number === undefined || /,\d{3}$/.test(number)) return null;
  const metres = Number(number.replace(',', '.')) * (unit?.toLowerCase() === 'km' ? 1000 : 1);
  return metres > 0 && metres <= WIDEST ? Math.max(1, metres) : null;
}

const METRES = /^(\d{1,9}(?:[.,]\d{1,20})?)\s*(k?m)?$/i;

/** The text without control characters other than tab and line feed, and without the marks that reorder it. */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '');
}

const INVISIBLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

function lineOf(cell: string | null, length: number): string | null {
  // Cut before anything is searched: a cell may be a megabyte.
  const text = visible((cell ?? '').slice(0, 4 * length));
  return shortened(text.replace(/\s+/g, ' ').trim(), length) || null;
}

function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  // Half of a pair would be shown as a box.
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
