import type { Story, Window } from '$lib/core/story';
import { changedView, START, type View } from '$lib/core/view';
import { decodeView } from '$lib/core/view-codec';
import type { Moment } from '$lib/embed/messages';

/** What an article asks for, or (when it has asked for something that the story does not have) words about why nothing is to change. */
interface Asked<T> {
  readonly view: T | null;
  readonly problems: readonly string[];
}

/** A reader's session, as far as this needs it. */
interface Reader {
  readonly story: Story;
  readonly lookup: {
    readonly events: ReadonlyMap<string, unknown>;
    readonly chapters: ReadonlyMap<string, unknown>;
  };
  readonly extent: Window;
}

/**
 * The view of a link. A reader who follows a link to the page itself gets what is left of it; in an article the map stays where it is rather
 * than show something that the text beside it does not mean. Parameters that this version does not know are left out.
 */
export function linkedView(hash: string, { story, extent }: Reader): Asked<View> {
  const { view, problems } = decodeView(hash, story, story.meta.timeZone);
  const said = problems.map(({ message }) => message);
  const empty = emptyWindow(view.window, extent);
  if (empty) said.push(empty);
  const mild = problems.every(({ code }) => code === 'unknown-parameter' || code === 'repeated');
  const nothing = problems.length > 0 && changedView(START, view) === START;
  return { view: empty || !mild || nothing ? null : view, problems: said };
}

/** What is to change, where the story has all that it names. */
export function changeAsked(moment: Partial<Moment>, reader: Reader): Asked<Partial<Moment>> {
  const { lookup, extent } = reader;
  const { window, selected, chapter } = moment;
  const problems = [
    selected && !lookup.events.has(selected) ? selected : '',
    chapter && !lookup.chapters.has(chapter) ? chapter : ''
  ]
    .filter(Boolean)
    .map((id) => `This story has nothing called “${id.slice(0, 80)}”.`);
  const empty = emptyWindow(window ?? null, extent);
  if (empty) problems.push(empty);
  return { view: problems.length > 0 ? null : moment, problems };
}

/** Words about a window in which nothing can have happened; '' where it is none. */
function emptyWindow(window: Window | null, extent: Window): string {
  if (!window || (window.from <= extent.to && window.to >= extent.from)) return '';
  const [from, to, first, last] = [window.from, window.to, extent.from, extent.to].map((ms) =>
    new Date(ms).toISOString().slice(0, -14)
  );
  return `Nothing here is dated from ${from} to ${to}: the story runs from ${first} to ${last}. A window is in milliseconds since 1970.`;
}
