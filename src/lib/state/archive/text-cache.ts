import type { ArchiveTexts } from '../../core/archive/archive-texts';

/** Rows kept; the oldest make room. */
const MOST = 2_000;

/** The texts of rows that were looked at. What is asked for in one go is fetched in one go. */
export class TextCache {
  readonly #fetch: (rows: readonly number[]) => Promise<readonly ArchiveTexts[]>;
  readonly #kept = new Map<number, Promise<ArchiveTexts | null>>();
  #waiting: { rows: number[]; answer: Promise<readonly ArchiveTexts[]> } | null = null;

  constructor(fetch: (rows: readonly number[]) => Promise<readonly ArchiveTexts[]>) {
    this.#fetch = fetch;
  }

  /** Null when they could not be read; asked again next time. */
  get(row: number): Promise<ArchiveTexts | null> {
    let kept = this.#kept.get(row);
    if (!kept) {
      kept = this.#ask(row);
      if (this.#kept.size >= MOST) this.#kept.delete(this.#kept.keys().next().value as number);
      this.#kept.set(row, kept);
    }
    return kept;
  }

  async #ask(row: number): Promise<ArchiveTexts | null> {
    if (!this.#waiting) {
      const rows: number[] = [];
      // At the end of this turn, when all have said what they want.
      const answer = Promise.resolve().then(() => {
        this.#waiting = null;
        return this.#fetch(rows);
      });
      this.#waiting = { rows, answer };
    }
    const { rows, answer } = this.#waiting;
    const place = rows.push(row) - 1;
    try {
      return (await answer)[place] ?? null;
    } catch {
      this.#kept.delete(row);
      return null;
    }
  }
}
