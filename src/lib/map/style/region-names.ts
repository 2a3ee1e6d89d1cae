import ownNamesByLanguage from './own-names.json';
import albanian from './region-names-sq.json';

/** Names of all countries and territories in a language (BCP 47), by their two-letter code; in English where the browser knows no better. */
export function regionNames(language: string): ReadonlyMap<string, string> {
  const nameOf = namer(language);
  const names = CODES.map((code) => [code, nameOf(code) ?? ''] as const);
  return new Map(names.filter(([, name]) => name !== ''));
}

/**
 * What states call themselves where that differs from the reader's word for them: "Schweiz · Suisse · Svizzera". Missing are those whose
 * languages are too many, and those of which any one name would take a side.
 */
export function ownNames(language: string): ReadonlyMap<string, string> {
  const readers = regionNames(language);
  const names = Object.entries(ownNamesByLanguage).map(([code, own]) => {
    const others = Object.values<string>(own).filter((name) => name !== readers.get(code));
    return [code, others.join(' · ')] as const;
  });
  return new Map(names.filter(([, name]) => name !== ''));
}

// Both files hold CLDR's names, in languages that the commonest browser (Chromium) has no names in or, worse, says that it has and then
// answers in English.
const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = { sq: albanian };

const CODES = Object.keys(albanian);

function namer(language: string): (code: string) => string | undefined {
  const table = TABLES[new Intl.Locale(language).language];
  if (table) return (code) => table[code];
  const display = new Intl.DisplayNames([language, 'en'], { type: 'region', fallback: 'none' });
  return (code) => display.of(code);
}
