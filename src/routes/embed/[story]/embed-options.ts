import type { Story } from '$lib/core/story';
import { ALL, subsetOf, type Subset } from '$lib/core/subset';
import type { Look } from '$lib/embed/messages';
import { decodeView } from '$lib/core/view-codec';

/** What the address of an embed says of how it shows its story; what it opens at is in the hash. */
export interface EmbedOptions {
  readonly look: Look;
  /** One of the story's; null: its first. */
  readonly language: string | null;
  readonly timeline: boolean;
  readonly list: boolean;
  /** Words about what could not be used. */
  readonly problems: readonly string[];
}

const CONTROLS = ['timeline', 'list'];

/** Reads the part of the address after "?"; never throws. */
export function readEmbedOptions(search: string, languages: readonly string[]): EmbedOptions {
  const given = new URLSearchParams(search);
  const problems: string[] = [];
  const unusable = (key: string, expected: string) =>
    problems.push(`“${key}=${(given.get(key) ?? '').slice(0, 80)}”: ${key} should be ${expected}.`);

  const oneOf = <T extends string>(key: string, values: readonly T[], expected: string) => {
    const value = given.get(key);
    if (value === null) return null;
    const known = values.find((each) => each === value) ?? null;
    if (known === null) unusable(key, expected);
    return known;
  };
  const matching = (key: string, pattern: RegExp, expected: string) => {
    const value = given.get(key);
    if (value === null || pattern.test(value)) return value;
    unusable(key, expected);
    return null;
  };
  const theme = oneOf('theme', ['light', 'dark', 'auto'] as const, 'light, dark or auto');
  const accent = matching('accent', /^#?[\da-f]{6}$/i, 'six hexadecimal digits, such as a3262a');
  const language = oneOf('lang', languages, languages.join(', '));
  const controls = idsOf(given, 'controls') ?? CONTROLS;
  const strange = controls.filter((each) => !CONTROLS.includes(each) && each !== 'none');
  if (strange.length > 0) unusable('controls', 'timeline, list, both with a comma, or none');
  for (const key of new Set(given.keys())) {
    if (!KNOWN.includes(key)) problems.push(`“${key.slice(0, 80)}” is no option of an embed.`);
  }
  return {
    look: { theme, accent: accent && `#${accent.replace('#', '')}` },
    language,
    timeline: controls.includes('timeline'),
    list: controls.includes('list'),
    problems
  };
}

const KNOWN = ['theme', 'accent', 'lang', 'controls', 'events', 'places', 'chapter', 'from', 'to'];

function idsOf(given: URLSearchParams, key: string): readonly string[] | null {
  return given.get(key)?.split(',').filter(Boolean) ?? null;
}

/**
 * The part of the story that the address asks for. What the story does not have is left out, and where nothing would be left, the whole is
 * shown; `problems` are words about it. Never throws.
 */
export function readSubset(
  search: string,
  story: Story
): { readonly subset: Subset; readonly problems: readonly string[] } {
  const given = new URLSearchParams(search);
  const problems: string[] = [];
  const known = (key: string, all: readonly { readonly id: string }[]) => {
    const asked = idsOf(given, key);
    if (asked === null) return null;
    const found = asked.filter((id) => all.some((each) => each.id === id));
    if (found.length < asked.length || found.length === 0) {
      const missing = asked.filter((id) => !found.includes(id)).join(', ');
      problems.push(`“${key}=${missing.slice(0, 80)}”: this story has no such ${key}.`);
    }
    return found.length > 0 ? found : null;
  };
  const subset: Subset = {
    events: known('events', story.events),
    places: known('places', story.places),
    chapter: known('chapter', story.chapters)?.[0] ?? null,
    window: windowIn(given, story, problems)
  };
  if (subsetOf(story, subset).events.length > 0) return { subset, problems };
  problems.push('No event is in the part that is asked for: the whole story is shown.');
  return { subset: ALL, problems };
}

/** Written as in the hash of a link. */
function windowIn(given: URLSearchParams, story: Story, problems: string[]): Subset['window'] {
  const bounds = ['from', 'to'].filter((key) => given.has(key));
  if (bounds.length === 0) return null;
  const hash = bounds.map((key) => `${key}=${encodeURIComponent(given.get(key) ?? '')}`).join('&');
  const decoded = decodeView(hash, story, story.meta.timeZone);
  problems.push(...decoded.problems.map(({ message }) => message));
  return decoded.view.window;
}
