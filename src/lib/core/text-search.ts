import type { LanguageMap, Party, Place, Story, StoryEvent } from './story';

/**
 * A text as the search compares it: no case, no accents, no vowel signs; Arabic yeh, kaf, heh and digits as Persian and Latin
 * write them; without joiners, so that "می‌شود" is found as "میشود". Folding twice changes nothing.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(IGNORED, '')
    .replace(FOLDED, (letter) => FOLDS.get(letter) as string)
    .replace(DIGITS, (digit) => String((digit.codePointAt(0) as number) & 0xf));
}

/** The folded words of what a reader typed; empty when there is nothing to look for. */
export function searchWords(query: string): string[] {
  return foldText(query).split(/\s+/u).filter(Boolean);
}

/**
 * For each event of `events` the folded text it is searched in: title, text, claims, and the names of its places, its parties and
 * whoever its claims are by, in all languages.
 */
export function buildHaystacks(story: Story, events: readonly StoryEvent[]): string[] {
  const places = new Map(story.places.map((place) => [place.id, foldNames(place)]));
  const parties = new Map(story.parties.map((party) => [party.id, foldNames(party)]));
  return events.map((event) => {
    const by = new Set([
      ...event.parties.map(({ party }) => party),
      ...event.claims.flatMap((claim) => claim.by)
    ]);
    const texts = [event.title, event.text, ...event.claims.map((claim) => claim.text)];
    return [
      ...texts.map(foldAll),
      ...event.where.map(({ place }) => places.get(place) ?? ''),
      ...[...by].map((party) => parties.get(party) ?? '')
    ].join('\n');
  });
}

const foldAll = (map: LanguageMap) => foldText(Object.values(map).join('\n'));
const foldNames = (named: Place | Party) => foldAll(named.names);

// Marks, tatweel, joiners and the marks of direction.
const IGNORED = /[\p{M}\u0640\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
// Arabic-Indic and Persian digits; the low four bits of their code points are their values.
const DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/gu;
// Letters that decomposition leaves alone but that people type without.
const FOLDS = new Map([
  ['ي', 'ی'],
  ['ى', 'ی'],
  ['ك', 'ک'],
  ['ة', 'ه'],
  ['ە', 'ه'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ς', 'σ'],
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"']
]);
const FOLDED = new RegExp(`[${[...FOLDS.keys()].join('')}]`, 'gu');
