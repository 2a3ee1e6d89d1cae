import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { share as t } from '../../../../src/lib/i18n/en/share';
import { Session } from '../../../../src/lib/state/session.svelte';
import SharePanel from '../../../../src/lib/viewer/share/SharePanel.svelte';
import { smallStory } from '../../../fixtures/small-story';
import { said } from '../in-reading';

const SITE = 'https://news.example/';
const STORY = `${SITE}stories/small-story/`;
const LINK = `${STORY}#event=closed`;

const saved: { name: string; blob: Blob }[] = [];
const writeText = vi.fn<(text: string) => Promise<void>>();

// jsdom has neither dialogs nor files nor a canvas.
beforeAll(() => {
  HTMLCanvasElement.prototype.getContext = () => null;
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
  let last: Blob = new Blob();
  URL.createObjectURL = (blob: Blob) => {
    last = blob;
    return 'blob:made';
  };
  URL.revokeObjectURL = () => undefined;
  HTMLAnchorElement.prototype.click = function () {
    saved.push({ name: this.download, blob: last });
  };
  Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
});
beforeEach(() => {
  saved.length = 0;
  writeText.mockReset().mockResolvedValue();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open({ link = LINK, session = new Session(smallStory) } = {}) {
  const onclose = vi.fn<() => void>();
  render(SharePanel, {
    props: {
      session,
      link,
      embedHref: `${SITE}embed/small-story/`,
      scriptHref: `${SITE}embed.js`,
      storyHref: STORY,
      jsonHref: `${STORY}story.json`,
      offlineHref: `${SITE}offline/`,
      basemap: 'basemap',
      onclose
    }
  });
  return { dialog: screen.getByRole('dialog', { name: t.heading }), onclose };
}

async function unfold() {
  const details = screen.getByRole('dialog').querySelector('details') as HTMLDetailsElement;
  details.open = true;
  await fireEvent(details, new Event('toggle'));
}

const button = (name: string) => screen.getByRole('button', { name });
const code = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: t.embed.code }).value;
const choose = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
const statuses = () => screen.getAllByRole('status').map(said).filter(Boolean);

describe('the share panel', () => {
  test('is a dialog of five parts, each with a heading', () => {
    open();
    const headings = screen.getAllByRole('heading', { level: 3 }).map(said);
    expect(headings).toEqual([
      t.link.heading,
      t.embed.heading,
      t.picture.heading,
      t.data.heading,
      t.offline.heading
    ]);
  });

  test('closes by its button', async () => {
    const { onclose } = open();
    await fireEvent.click(button(t.close));
    expect(onclose).toHaveBeenCalledOnce();
  });

  test('closes by a press beside it, not by one that only ends there', async () => {
    const { dialog, onclose } = open();
    const inside = screen.getByRole('textbox', { name: t.link.heading });
    await fireEvent.pointerDown(inside);
    await fireEvent.click(dialog);
    expect(onclose).not.toHaveBeenCalled();
    await fireEvent.pointerDown(dialog);
    await fireEvent.click(dialog);
    expect(onclose).toHaveBeenCalledOnce();
  });

  test('copies the link and says so', async () => {
    open();
    await fireEvent.click(button(t.link.copy));
    expect(writeText).toHaveBeenCalledWith(LINK);
    await waitFor(() => expect(statuses()).toEqual([t.link.copied]));
  });

  test('selects the link where the browser does not copy, and says so', async () => {
    writeText.mockRejectedValue(new Error('no'));
    open();
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: t.link.heading });
    await fireEvent.click(button(t.link.copy));
    await waitFor(() => expect(statuses()).toEqual([t.copyFailed]));
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, LINK.length]);
  });
});

describe('the part about embedding', () => {
  test('loads nothing before it is unfolded', async () => {
    const { dialog } = open();
    expect(dialog.querySelector('iframe')).toBeNull();
    await unfold();
    const frame = within(dialog).getByTitle(/^Preview: /);
    expect(frame.getAttribute('src')).toBe(`${SITE}embed/small-story/#event=closed`);
    expect(frame.getAttribute('sandbox')).toBe(
      'allow-scripts allow-popups allow-popups-to-escape-sandbox'
    );
  });

  test('has code that follows the choices', async () => {
    open();
    await unfold();
    expect(code()).toMatch(/^<dateline-story\n/);
    await choose(t.embed.way, 'frame');
    await choose(t.embed.size, 'wide');
    await choose(t.embed.theme, 'dark');
    await choose(t.embed.language, 'sq');
    await fireEvent.click(screen.getByRole('checkbox', { name: t.embed.list }));
    await fireEvent.click(screen.getByRole('checkbox', { name: t.embed.atMoment }));
    expect(code()).toContain(
      'src="https://news.example/embed/small-story/?theme=dark&amp;lang=sq&amp;controls=timeline"'
    );
    expect(code()).toContain('title="Grindja për urën"');
    expect(code()).toContain('width="1100"');
    await fireEvent.click(button(t.embed.copy));
    expect(writeText).toHaveBeenCalledWith(code());
    await waitFor(() => expect(statuses()).toEqual([t.embed.copied]));
    // What was copied is not what stands there any more.
    await choose(t.embed.theme, 'light');
    expect(statuses()).toEqual([]);
  });

  test('offers what a way can have and no more', async () => {
    const { dialog } = open();
    await unfold();
    const names = () => within(dialog).getAllByRole('combobox').length;
    expect(names()).toBe(3);
    await choose(t.embed.way, 'wordpress');
    expect(names()).toBe(4);
    await choose(t.embed.way, 'markdown');
    expect(names()).toBe(1);
    expect(dialog.querySelector('iframe')).toBeNull();
    expect(code()).toBe(`[![The quarrel over the bridge](${STORY}card.png)](${LINK})`);
  });

  test('has the preview follow when the choices have come to rest', async () => {
    open();
    await unfold();
    vi.useFakeTimers();
    const address = () => screen.getByTitle(/^Preview: /).getAttribute('src') ?? '';
    await choose(t.embed.theme, 'dark');
    await vi.advanceTimersByTimeAsync(200);
    await choose(t.embed.theme, 'light');
    await vi.advanceTimersByTimeAsync(200);
    expect(address()).not.toContain('theme');
    await vi.advanceTimersByTimeAsync(200);
    expect(address()).toContain('theme=light');
  });

  test('says how to open at a moment where the story is as it opens', async () => {
    open({ link: STORY });
    await unfold();
    expect(screen.queryByRole('checkbox', { name: t.embed.atMoment })).toBeNull();
    expect(screen.getByText(t.embed.noMoment)).toBeTruthy();
  });
});

describe('what can be saved', () => {
  test('is the picture of the moment, as it was when the panel opened', async () => {
    vi.stubGlobal('fetch', (address: string) =>
      Promise.resolve(new Response(readFileSync(`static/${address}`, 'utf8')))
    );
    const session = new Session(smallStory);
    session.openChapter('closing');
    open({ session });
    session.go({ window: null });
    await fireEvent.click(button(t.picture.svg));
    await waitFor(() => expect(saved).toHaveLength(1), { timeout: 5000 });
    const [{ name, blob }] = saved as [(typeof saved)[number]];
    expect(name).toBe('small-story-2022-07-15-to-2022-08-31.svg');
    expect(blob.type).toBe('image/svg+xml');
    expect(statuses()).toEqual([t.saved(name)]);
  });

  test('is not a picture without its ground, which is said', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')));
    open();
    await fireEvent.click(button(t.picture.png));
    await waitFor(() => expect(statuses()).toEqual([t.picture.failed]));
    expect(saved).toEqual([]);
  });

  test('is the data as a story file, as GeoJSON and as a table', async () => {
    open();
    const file = screen.getByRole('link', { name: t.data.json });
    expect(file.getAttribute('href')).toBe(`${STORY}story.json`);
    expect(file.getAttribute('download')).toBe('small-story.json');
    await fireEvent.click(button(t.data.geojson));
    await waitFor(() => expect(saved).toHaveLength(1));
    await fireEvent.click(button(t.data.csv));
    await waitFor(() => expect(saved).toHaveLength(2), { timeout: 5000 });
    expect(saved.map(({ name, blob }) => [name, blob.type])).toEqual([
      ['small-story.geojson', 'application/geo+json'],
      ['small-story.csv', 'text/csv']
    ]);
    for (const { blob } of saved) expect(blob.size).toBeGreaterThan(100);
  });
});
