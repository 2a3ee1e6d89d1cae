import { intlLocale } from './intl';

/** A distance no more exact than a reader can use: "850 m", "2.3 km", "23 km", in the words and digits of `language` (BCP 47). */
export function formatDistance(metres: number, language: string): string {
  // What would be written as a thousand metres is a kilometre.
  const far = metres >= 999.5;
  const [unit, digits] = far
    ? (['kilometer', metres < 10_000 ? 1 : 0] as const)
    : (['meter', 0] as const);
  return formatter(language, unit, digits).format(far ? metres / 1000 : metres);
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: string, unit: string, maximumFractionDigits: number) {
  const key = `${language} ${unit} ${maximumFractionDigits}`;
  let known = formatters.get(key);
  if (!known) {
    known = new Intl.NumberFormat(intlLocale(language), {
      style: 'unit',
      unit,
      maximumFractionDigits
    });
    formatters.set(key, known);
  }
  return known;
}
