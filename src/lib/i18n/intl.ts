/** Dates through `Intl`, the same on every machine: Gregorian, 24 hours, never the reader's own zone. */

/** Formatters are dear to make and asked for at each step of a scrub. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** `locale` is a BCP 47 tag; plain "en" is British English. */
export function formatDate(
  ms: number,
  zone: string,
  locale: string,
  fields: Intl.DateTimeFormatOptions
): string {
  const parts = formatter(zone, locale, withEra(fields, ms)).formatToParts(ms);
  return parts.map(plainPart).join('');
}

/** As one range, with what both share said once: "20–26 August 2022", "24 August – 5 September 2022". */
export function formatDateRange(
  from: number,
  to: number,
  zone: string,
  locale: string,
  fields: Intl.DateTimeFormatOptions
): string {
  const parts = formatter(zone, locale, withEra(fields, from)).formatRangeToParts(from, to);
  return parts
    .map((part, i) => {
      const dash = /^\s*–\s*$/.test(part.value);
      if (!dash) return plainPart(part);
      // A dash between two single things is closed up, one between dates of several words is not.
      const beside = `${parts[i - 1]?.type} ${parts[i + 1]?.type}`;
      return CLOSED.has(beside) ? '–' : ' – ';
    })
    .join('');
}

/** The tag that `Intl` is asked with. */
export function intlLocale(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

const CLOSED = new Set([
  'day day',
  'month month',
  'year year',
  'minute hour',
  'second hour',
  'fractionalSecond hour'
]);

/** Versions of `Intl` differ in their spaces and in ", " or " at " before a time; a page and its prerendered text must not. */
function plainPart({ type, value }: { type: string; value: string }): string {
  return type === 'literal' ? value.replace(' at ', ', ').replace(/[\u2009\u202F]/g, ' ') : value;
}

function formatter(
  zone: string,
  locale: string,
  fields: Intl.DateTimeFormatOptions
): Intl.DateTimeFormat {
  const key = JSON.stringify([zone, locale, fields]);
  let known = formatters.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(intlLocale(locale), {
      calendar: 'gregory',
      hourCycle: 'h23',
      timeZone: zone,
      ...fields
    });
    formatters.set(key, known);
  }
  return known;
}

/** Names the era when the year is before 1, where a bare "44" would mislead. */
function withEra(fields: Intl.DateTimeFormatOptions, ms: number): Intl.DateTimeFormatOptions {
  return fields.year && ms < YEAR_ONE ? { ...fields, era: 'short' } : fields;
}

const YEAR_ONE = Date.parse('0001-01-01T00:00:00Z');
