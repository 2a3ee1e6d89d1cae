/** The name of a language (BCP 47 tag) in the reader's, "Persian"; the tag itself where it has none. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
