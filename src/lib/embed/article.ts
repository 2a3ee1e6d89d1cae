import type { StoryElement } from './story-element';

/** Says the view that an element of the article goes with: the hash of a link, with or without "#". */
const VIEW = 'data-dateline';
/** Id of the embed that it moves; without it that is the first of the page. */
const NAMED = 'data-dateline-for';
/** Set on the elements whose view is the one shown, for the page's own style. */
const CURRENT = 'data-dateline-current';

const TAG = 'dateline-story';

/** How far down the free part of the viewport the line lies on which an element counts as being read. */
const READING = 0.42;

/**
 * Has an article move the stories embedded in it: whatever carries `data-dateline` does so when it is scrolled to, or (links and buttons)
 * pressed, and is marked as current while its view is shown, whoever went there.
 */
export function followArticle(): void {
  const inSight = new Set<Element>();
  const read = new Set<Element>();
  const readOn = onceAFrame(() => {
    for (const element of watched) {
      if (!inSight.has(element) || !isRead(element, inSight)) read.delete(element);
      else if (!read.has(element)) {
        read.add(element);
        show(element);
      }
    }
  });
  const sight = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting) inSight.add(target);
      else inSight.delete(target);
    readOn();
  });
  addEventListener('scroll', readOn, { capture: true, passive: true });
  const watched = new Set<Element>();
  const look = () => {
    for (const element of watched) {
      if (element.isConnected && element.hasAttribute(VIEW)) continue;
      sight.unobserve(element);
      for (const set of [watched, inSight, read]) set.delete(element);
    }
    for (const element of document.querySelectorAll(`[${VIEW}]`)) {
      if (watched.has(element) || element.matches('a, button')) continue;
      watched.add(element);
      sight.observe(element);
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
    if (!pressed || modified || event.defaultPrevented) return;
    // A link leads to the story's page as long as there is no story here.
    if (pressed.matches('a') && !storyOf(pressed)?.ready) return;
    event.preventDefault();
    show(pressed);
  });
  addEventListener('viewchange', ({ target }) => mark(target as StoryElement), true);
}

function onceAFrame(act: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      act();
    });
  };
}

/** Whether it stands on the line on which readers are, or is the last in sight of a page that goes no further. */
function isRead(element: Element, inSight: ReadonlySet<Element>): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const story = storyOf(element);
  const over = story?.getBoundingClientRect();
  const lies = over && over.left < right && over.right > left && over.top < innerHeight * READING;
  // A story that stays at the top of a narrow page hides what passes beneath it.
  const free = lies ? Math.min(Math.max(over.bottom, 0), innerHeight) : 0;
  const line = free + (innerHeight - free) * READING;
  if (top <= line && line < bottom) return true;
  const isEnd = scrollY > 0 && scrollY + innerHeight > document.body.scrollHeight - 2;
  return isEnd && bottom > line && !hasLater(element, inSight);
}

function hasLater(element: Element, inSight: ReadonlySet<Element>): boolean {
  const story = storyOf(element);
  for (const other of inSight)
    if (
      element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING &&
      storyOf(other) === story
    )
      return true;
  return false;
}

function show(element: Element): void {
  storyOf(element)?.go(element.getAttribute(VIEW) ?? '');
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
  if (text !== '' && (text === selected || text === chapter)) return true;
  return view === link;
}
