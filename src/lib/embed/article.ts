import type { StoryElement } from './story-element';

/** Says the view that an element of the article goes with: the hash of a link, with or without "#". */
const VIEW = 'data-dateline';
/** Id of the embed that it moves; without it that is the first of the page. */
const NAMED = 'data-dateline-for';
/** Set on the elements whose view is the one shown, for the page's own style. */
const CURRENT = 'data-dateline-current';

const TAG = 'dateline-story';

/** The strip of the viewport in which an element counts as being read. */
const READING = '-40% 0px -55% 0px';

/**
 * Has an article move the stories embedded in it: whatever carries `data-dateline` does so when it is scrolled to, or (links and buttons)
 * pressed, and is marked as current while its view is shown, whoever went there.
 */
export function followArticle(): void {
  const reading = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) show(target);
    },
    { rootMargin: READING }
  );
  const watched = new Set<Element>();
  const look = () => {
    for (const element of watched) {
      if (element.isConnected && element.hasAttribute(VIEW)) continue;
      reading.unobserve(element);
      watched.delete(element);
    }
    for (const element of document.querySelectorAll(`[${VIEW}]`)) {
      if (watched.has(element) || element.matches('a, button')) continue;
      watched.add(element);
      reading.observe(element);
    }
  };
  look();
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: [VIEW]
  });
  addEventListener('click', (event) => {
    const pressed = (event.target as Element).closest?.(`:is(a, button)[${VIEW}]`);
    const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!pressed || modified || event.defaultPrevented || !show(pressed)) return;
    // A link leads to the story's page where this code has not come.
    event.preventDefault();
  });
  addEventListener('viewchange', ({ target }) => mark(target as StoryElement), true);
}

/** False where there is nothing to move. */
function show(element: Element): boolean {
  const story = storyOf(element);
  story?.go(element.getAttribute(VIEW) ?? '');
  return story !== null;
}

function storyOf(element: Element): StoryElement | null {
  const id = element.getAttribute(NAMED);
  const found = id === null ? document.querySelector(TAG) : document.getElementById(id);
  return found?.localName === TAG ? (found as StoryElement) : null;
}

function mark(story: StoryElement): void {
  for (const element of document.querySelectorAll(`[${VIEW}]`)) {
    if (storyOf(element) !== story) continue;
    element.toggleAttribute(CURRENT, isShown(element.getAttribute(VIEW) ?? '', story));
  }
}

/** A view that names an event is shown while that is open; one that names a chapter, while that is read; any other, until the reader goes on. */
function isShown(view: string, { selected, chapter, link }: StoryElement): boolean {
  const text = view.replace(/^#/, '');
  const named = new URLSearchParams(text);
  const event = named.get('event');
  if (event !== null) return event === selected;
  const read = named.get('chapter');
  if (read !== null) return read === chapter;
  if (text !== '' && !/[=&]/.test(text)) return text === selected || text === chapter;
  return view === link;
}
