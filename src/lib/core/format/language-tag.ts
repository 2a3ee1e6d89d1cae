/** Tags found sound before: asking the machine takes longer than most texts are long. */
const known = new Set<string>();

/** True for a BCP 47 tag that names a language and no more ("zh-Hans", not "fa-u-ca-persian"): one that `Intl.DisplayNames` takes. */
export function isLanguageTag(tag: string): boolean {
  if (known.has(tag)) return true;
  try {
    const locale = new Intl.Locale(tag);
    if (locale.toString() !== locale.baseName) return false;
  } catch {
    return false;
  }
  known.add(tag);
  return true;
}
