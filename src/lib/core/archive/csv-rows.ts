import type Papa from 'papaparse';

/** One row of a CSV file. */
export interface CsvRow {
  /** A character for each byte, to be read by `utf8`. */
  readonly cells: readonly string[];
  /** Position in the file of its first byte. */
  readonly start: number;
  /** Line of the file at which it begins, from 1. */
  readonly line: number;
  readonly fault: 'row-quotes' | 'row-not-utf8' | null;
}

/** What a CSV file is written with. */
export interface CsvForm {
  readonly delimiter: ',' | ';' | '\t';
  readonly newline: '\n' | '\r';
}

/** No row is longer, in bytes: where none ends for so long, a quotation mark was never closed. */
export const LONGEST_ROW = 1 << 20;

/** Bytes that are split at a time. */
const PIECE = 1 << 18;

/** Lines that are given up one by one, for a quotation mark that is not closed in them, before the file is. */
const PATIENCE = 500;

/** Cuts a file, as its bytes come, into rows, and says where each one stands. */
export class CsvRows {
  readonly #papa: typeof Papa;
  readonly #form: CsvForm;
  readonly #onRow: (row: CsvRow) => void;
  /** What has come and is not cut yet, where it stands, and in which line. */
  #rest: Uint8Array;
  #at: number;
  #line = 1;
  #patience = PATIENCE;

  /** `at`: position in the file of the first byte that will be pushed. */
  constructor(papa: typeof Papa, form: CsvForm, at: number, onRow: (row: CsvRow) => void) {
    this.#papa = papa;
    this.#form = form;
    this.#at = at;
    this.#onRow = onRow;
    this.#rest = new Uint8Array();
  }

  /** True when so many lines were given up that the rest cannot be read. */
  get lost(): boolean {
    return this.#patience === 0;
  }

  push(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length && !this.lost; from += PIECE) {
      this.#rest = concat(this.#rest, bytes.subarray(from, from + PIECE));
      this.#cut(false);
    }
  }

  /** To be called after the last bytes. */
  end(): void {
    if (!this.lost) this.#cut(true);
  }

  #cut(last: boolean): void {
    while (this.#cutOnce(last) && --this.#patience > 0) this.#skipLine();
  }

  /** Hands on the rows that are whole; true when what is left begins with one that swallows the lines after it. */
  #cutOnce(last: boolean): boolean {
    const text = toBinary(this.#rest);
    const sound = isUtf8(this.#rest, last);
    const { newline } = this.#form;
    let [from, line] = [0, this.#line];
    let swallows = false;

    const emit = ({ cells, bad, to }: Cut) => {
      // What was meant to be the end of its cell lies in it somewhere, and rows after that: they are cut anew.
      swallows = bad && text.slice(from, to).trimEnd().includes(newline);
      if (swallows) return;
      const bytes = this.#rest.subarray(from, to);
      const fault = bad ? 'row-quotes' : sound || isUtf8(bytes, true) ? null : 'row-not-utf8';
      this.#onRow({ cells: withoutReturn(cells), start: this.#at + from, line, fault });
      line += countOf(text, newline, from, to);
      from = to;
    };

    // Whether a row is whole shows when the next one begins.
    const held: Cut[] = [];
    this.#papa.parse<string[]>(text, {
      ...this.#form,
      step: ({ data, errors, meta }, parser) => {
        const before = held.pop();
        if (before) emit(before);
        if (swallows) parser.abort();
        else held.push({ cells: data, bad: errors.length > 0, to: meta.cursor });
      }
    });
    const final = held[0];
    if (last && final && !swallows && text.length > from) emit(final);
    this.#rest = this.#rest.slice(from);
    this.#at += from;
    this.#line = line;
    return swallows || (!last && this.#rest.length > LONGEST_ROW);
  }

  #skipLine(): void {
    const newline = this.#form.newline.charCodeAt(0);
    this.#onRow({ cells: [], start: this.#at, line: this.#line, fault: 'row-quotes' });
    const end = this.#rest.indexOf(newline);
    const from = end < 0 ? this.#rest.length : end + 1;
    this.#rest = this.#rest.slice(from);
    this.#at += from;
    this.#line++;
  }
}

/** A row as it is cut, and the position after it. */
interface Cut {
  readonly cells: string[];
  /** Its quotation marks are not as they should be. */
  readonly bad: boolean;
  readonly to: number;
}

/** The bytes of a cell as UTF-8 text. */
export function utf8(cell: string): string {
  // eslint-disable-next-line no-control-regex
  if (!/[^\u0000-\u007f]/.test(cell)) return cell;
  return new TextDecoder().decode(Uint8Array.from(cell, byteOf));
}

/** A character for each byte: a text in which positions are those of the bytes, made by the quickest decoder there is. */
export function toBinary(bytes: Uint8Array): string {
  return BYTEWISE.decode(bytes);
}

const BYTEWISE = new TextDecoder('latin1');

/** What the decoder makes of the bytes 0x80 to 0x9f, which by its name it may take for those of Windows-1252. */
const ODD = BYTEWISE.decode(Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i));

function byteOf(character: string): number {
  const odd = ODD.indexOf(character);
  return odd < 0 ? character.charCodeAt(0) : 0x80 + odd;
}

/** Whether it is UTF-8; unless it is `whole`, the last character may be cut. */
function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Lines may end in CR LF. */
function withoutReturn(cells: string[]): string[] {
  const last = cells.length - 1;
  const cell = cells[last];
  if (cell?.endsWith('\r')) cells[last] = cell.slice(0, -1);
  return cells;
}

function countOf(text: string, part: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf(part, from); at >= 0 && at < to; at = text.indexOf(part, at + 1))
    count++;
  return count;
}
