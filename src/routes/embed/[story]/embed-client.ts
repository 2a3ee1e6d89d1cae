/** The script of an embed: it takes over the page that was sent, and listens to the article around it. */
import { hydrate, mount, tick } from 'svelte';
import { textIn } from '$lib/core/story';
import { readStoryData } from '$lib/core/story-data';
import { subsetOf } from '$lib/core/subset';
import type { View } from '$lib/core/view';
import { decodeView, encodeView } from '$lib/core/view-codec';
import { FrameLink } from '$lib/embed/frame-link';
import { TALLEST, type HostMessage, type Look, type Moment } from '$lib/embed/messages';
import { embed as t } from '$lib/i18n/en/embed';
import type { BaseMapAddress } from '$lib/map/ground-address';
import '$lib/map/poster/poster.css';
import { Session } from '$lib/state/session.svelte';
import EmbedViewer from '$lib/viewer/embed/EmbedViewer.svelte';
import '../../../app.css';
import './embed.css';
import { changeAsked, linkedView } from './asked-view';
import { readEmbedOptions, readSubset } from './embed-options';

/** What the page says to its script. */
export interface EmbedSettings {
  readonly languages: readonly string[];
  readonly address: BaseMapAddress;
  readonly storyHref: string;
}

/** In this time an article makes room for a story that has become higher, in ms. */
const ROOM_MS = 250;

const root = document.documentElement;
// The page's style tells by it what to show of what needs scripts.
root.dataset['embed'] = 'starting';
const live = element('live');
const settings = JSON.parse(element('settings').textContent) as EmbedSettings;
const { address, storyHref, languages } = settings;
const options = readEmbedOptions(location.search, languages);
for (const problem of options.problems) console.warn(`Dateline: ${problem}`);

function element(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}

async function readStory(file: string) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} answered ${response.status}`);
  return readStoryData(await response.text());
}

function wear({ theme, accent }: Look): void {
  if (theme === null || theme === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  if (accent) root.style.setProperty('--accent', accent);
  else root.style.removeProperty('--accent');
}

/** Whether the reader would rather have less fetched. */
function saves(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}

function whenNear(near: () => void, stage: HTMLElement): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    near();
  });
  observer.observe(stage);
}

wear(options.look);
const language = options.language ?? languages[0] ?? 'en';
const link = new FrameLink(window, hear);
let session: Session | null = null;
let viewer: ReturnType<typeof EmbedViewer> | null = null;
/** What came before there was a story. */
const early: HostMessage[] = [];
/** The link that the article asked for last, and the view that it led to. */
let asked: { readonly link: string; readonly view: View } | null = null;

function hear(message: HostMessage): void {
  if (message.type === 'look') wear(message.look);
  else if (session === null) early.push(message);
  else if (message.type === 'link') goTo(message.hash, session);
  else if (message.type === 'go') goOn(message.moment, session);
  else viewer?.setPlaying(message.on);
}

function goTo(hash: string, reader: Session): void {
  const { view, problems } = linkedView(hash, reader);
  problems.forEach(complain);
  if (view === null) return;
  const before = reader.view;
  viewer?.follow(() => reader.go(view));
  asked = { link: hash, view: reader.view };
  if (reader.view === before) tell(before, reader);
}

function goOn(moment: Partial<Moment>, reader: Session): void {
  const { view, problems } = changeAsked(moment, reader);
  problems.forEach(complain);
  if (view === null) return;
  const { window, selected, chapter } = view;
  viewer?.follow(() => {
    if (chapter !== undefined) reader.openChapter(chapter);
    if (window !== undefined) reader.go({ window });
    if (selected !== undefined) reader.openEvent(selected);
  });
}

function complain(message: string): void {
  console.warn(`Dateline: ${message}`);
  link.tell({ type: 'error', message });
}

function tell(view: View, { story }: Session): void {
  const { window, selected, chapter } = view;
  const hash = encodeView(view, story.meta.timeZone);
  const came = asked && asked.view === view ? asked.link : null;
  link.tell({ type: 'view', moment: { window, selected, chapter }, hash, link: came });
  for (const item of document.querySelectorAll<HTMLElement>('[data-event]'))
    if (item.dataset['event'] === selected) item.setAttribute('aria-current', 'true');
    else item.removeAttribute('aria-current');
}

/** The page as sent has all events, in the story's own language. */
function list({ lookup, story }: Session, whole: boolean): void {
  const details = element('list');
  details.hidden = !options.list;
  if (!whole) (details.firstElementChild as Element).textContent = t.part(story.events.length);
  for (const item of details.querySelectorAll<HTMLElement>('li')) {
    const entry = item.querySelector<HTMLElement>('[data-event]') as HTMLElement;
    const event = lookup.events.get(entry.dataset['event'] as string);
    item.hidden = !event;
    if (event) entry.textContent = textIn(event.title, language);
  }
  details.addEventListener('toggle', () => {
    if (!(details as HTMLDetailsElement).open) return;
    // Where the article has made room for the list, there is nothing to scroll; of the article itself nothing is.
    setTimeout(() => scrollTo(0, details.offsetTop), ROOM_MS);
  });
  details.addEventListener('click', (event) => {
    const pressed = (event.target as Element).closest<HTMLElement>('[data-event]');
    const modified = event.metaKey || event.ctrlKey || event.shiftKey;
    if (!pressed || modified) return;
    event.preventDefault();
    viewer?.show(pressed.dataset['event'] as string);
    live.scrollIntoView({ block: 'nearest' });
  });
}

async function start(): Promise<void> {
  const outline = await readStory(`outline-${language}.json`);
  const { subset, problems } = readSubset(location.search, outline);
  const story = subsetOf(outline, subset);
  const whole = story.events.length === outline.events.length;
  const reader = new Session(story);
  let all: Promise<typeof story> | null = null;
  const opening = decodeView(location.hash, story, story.meta.timeZone);
  for (const problem of [...problems, ...opening.problems.map(({ message }) => message)])
    console.warn(`Dateline: ${problem}`);
  speak(textIn(story.meta.title, language));
  const props = {
    session: reader,
    language,
    address,
    storyHref,
    linkTo: (view: View) => encodeView(view, story.meta.timeZone),
    readWhole: () =>
      (all ??= readStory('whole.json').catch((error) => {
        all = null;
        throw error;
      })),
    timeline: options.timeline,
    part: !whole,
    mapWhen: saves() ? null : whenNear,
    onview: (view: View) => tell(view, reader),
    onbring: (from: View) => {
      if (asked?.view === from) asked = { ...asked, view: reader.view };
    }
  };
  // The page as sent shows the whole story in its own language, as it opens.
  if (whole && options.timeline && language === languages[0]) {
    viewer = hydrate(EmbedViewer, { target: live, props });
  } else {
    const drawn = [...(live.querySelector('.poster')?.childNodes ?? [])];
    live.replaceChildren();
    viewer = mount(EmbedViewer, { target: live, props });
    live.querySelector('.poster')?.append(...drawn);
  }
  reader.go(opening.view);
  list(reader, whole);
  addEventListener('hashchange', () => goTo(location.hash, reader));
  // What the article has asked for needs the timeline to be there.
  await tick();
  session = reader;
}

/** The page as sent speaks the story's own language. */
function speak(title: string): void {
  if (language === languages[0]) return;
  root.lang = language;
  document.title = `${title}: Dateline`;
  for (const heading of document.querySelectorAll('h1 a')) heading.textContent = title;
}

new ResizeObserver(() => {
  link.tell({ type: 'height', height: Math.min(TALLEST, element('page').offsetHeight) });
}).observe(element('page'));
link.tell({ type: 'ready' });
start().then(
  () => {
    root.dataset['embed'] = 'running';
    early.splice(0).forEach(hear);
  },
  (error) => {
    root.dataset['embed'] = 'failed';
    complain(`The story did not start: ${error}`);
  }
);
