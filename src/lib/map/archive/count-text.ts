import { intlLocale } from '../../i18n/intl';

const KEPT = 20_000;

/** Counts as they are written in circles: whole below a thousand, "1.2K" above, in the digits and words of a language. */
export class CountText {
  readonly #whole: Intl.NumberFormat;
  readonly #compact: Intl.NumberFormat;
  readonly #texts = new Map<number, string>();

  /** `language`: BCP 47. */
  constructor(language: string) {
    this.#whole = new Intl.NumberFormat(intlLocale(language), { useGrouping: false });
    this.#compact = new Intl.NumberFormat(intlLocale(language), { notation: 'compact' });
  }

  of(count: number): string {
    let text = this.#texts.get(count);
    if (text === undefined) {
      text = (count < 1000 ? this.#whole : this.#compact).format(count);
      if (this.#texts.size >= KEPT) this.#texts.clear();
      this.#texts.set(count, text);
    }
    return text;
  }
}
