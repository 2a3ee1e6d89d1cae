import { describe, expect, it } from 'vitest';
import { formatWhen } from '../../src/lib/i18n/dates';
import { dates } from '../../src/lib/i18n/en/dates';
import { SOURCES_PAGE, story, tell } from './built-story';
import { STORY, useBrowser, visit } from './reader';

useBrowser();

const bare = { javaScriptEnabled: false };
const zone = story.meta.timeZone;
const publisherOf = new Map(story.citations.map(({ id, publisher }) => [id, publisher]));

/** What a reader sees of a text, with spaces as a browser shows them. */
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('the story page without scripts', () => {
  it('has the title, the summary and the text of every chapter', async () => {
    const page = await visit(bare);
    const title = page.getByRole('heading', { level: 1, name: tell(story.meta.title) });
    expect(await title.isVisible()).toBe(true);
    const text = squeezed(await page.getByRole('main').innerText());
    expect(text).toContain(squeezed(tell(story.meta.summary)));
    const missing = story.chapters.filter(
      (chapter) =>
        !text.includes(squeezed(tell(chapter.title))) ||
        !text.includes(squeezed(tell(chapter.text)))
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('has every event, with its date, text, claims and at least one source', async () => {
    const page = await visit(bare);
    const articles = page.getByRole('main').getByRole('article');
    expect(await articles.count()).toBe(story.events.length);
    const texts = (await articles.allInnerTexts()).map(squeezed);
    const lacking = story.events.flatMap((event) => {
      const own = texts.find((text) => text.startsWith(squeezed(tell(event.title))));
      if (own === undefined) return [`${event.id}: title`];
      const wanted = {
        date: event.when
          ? formatWhen(event.when, dates, { locale: 'en', storyZone: zone })
          : 'Date not known',
        text: tell(event.text),
        ...Object.fromEntries(event.claims.map(({ id, text }) => [`claim ${id}`, tell(text)])),
        ...Object.fromEntries(event.disputes.map(({ id, topic }) => [`dispute ${id}`, tell(topic)]))
      };
      const missing = Object.entries(wanted)
        .filter(([, words]) => !own.includes(squeezed(words)))
        .map(([name]) => `${event.id}: ${name}`);
      const refs = [...event.citations, ...event.claims.flatMap(({ citations }) => citations)];
      const publishers = refs.map(({ citation }) => publisherOf.get(citation) ?? '');
      const sourced =
        publishers.length > 0 && publishers.every((name) => own.includes(squeezed(name)));
      return sourced ? missing : [...missing, `${event.id}: sources`];
    });
    expect(lacking).toEqual([]);
  });

  it('puts the events in the order of time', async () => {
    const page = await visit(bare);
    const titles = await page
      .getByRole('main')
      .getByRole('article')
      .getByRole('heading', { level: 4 })
      .allInnerTexts();
    const shown = titles.map((title) =>
      story.events.find((event) => squeezed(tell(event.title)) === squeezed(title))
    );
    const starts = shown.flatMap((event) => (event?.when ? [event.when.startEarliest] : []));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(starts.length).toBeGreaterThan(50);
  });

  it('links every source of a claim to where it can be read', async () => {
    const page = await visit(bare);
    const links = await page
      .getByRole('main')
      .getByRole('article')
      .getByRole('link')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href')));
    const byId = new Map(story.citations.map((citation) => [citation.id, citation]));
    const refs = story.events.flatMap((event) => [
      ...event.citations,
      ...event.claims.flatMap(({ citations }) => citations)
    ]);
    const missing = refs.flatMap(({ citation }) => {
      const address = byId.get(citation)?.archived ?? byId.get(citation)?.url;
      return address && !links.includes(address) ? [address] : [];
    });
    expect(missing).toEqual([]);
  });

  it('lists every place, with a link to its page', async () => {
    const page = await visit(bare);
    const links = await page
      .getByRole('main')
      .getByRole('link')
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    const missing = story.places.filter(
      ({ id }) => !links.includes(new URL(`places/${id}/`, page.url()).href)
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('shows nothing that would need a script', async () => {
    const page = await visit(bare);
    for (const role of [
      'button',
      'slider',
      'combobox',
      'searchbox',
      'textbox',
      'checkbox'
    ] as const) {
      const names = await page
        .getByRole(role)
        .evaluateAll((found) => found.map((e) => e.outerHTML.slice(0, 200)));
      expect(names, `each ${role}`).toEqual([]);
    }
    for (const name of [/^Skip to/, /^Map/]) {
      expect(await page.getByRole('link', { name }).count()).toBe(0);
      expect(await page.getByRole('region', { name }).count()).toBe(0);
    }
    const empty = await page
      .getByRole('region')
      .evaluateAll((found) => found.filter((e) => e.textContent.trim() === '').length);
    expect(empty).toBe(0);
  });

  it('draws the timeline, as a picture that says what it shows', async () => {
    const page = await visit(bare);
    const chart = page
      .getByRole('region', { name: 'Timeline' })
      .getByRole('img', { name: /^Chart of/ });
    expect(await chart.getAttribute('aria-label')).toContain(`${story.events.length} events`);
    expect(await chart.isVisible()).toBe(true);
  });

  it('explains its marks', async () => {
    const page = await visit(bare);
    await page.getByText('How to read the marks').click();
    await page.getByText('Solid: the sources agree on it').waitFor();
  });

  it('leads from a chapter to the event that it tells of', async () => {
    const page = await visit(bare);
    const event = story.events.find(({ id }) => id === 'e-break');
    const title = tell(event?.title ?? {});
    await page.getByRole('main').getByRole('link', { name: title, exact: true }).first().click();
    expect(new URL(page.url()).hash).toBe('#e-break');
    const heading = page.getByRole('article').getByRole('heading', { name: title, exact: true });
    const onScreen = () =>
      heading.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    await expect.poll(onScreen).toBe(true);
  });

  it('does not scroll sideways at 320 pixels', async () => {
    const page = await visit({ ...bare, viewport: { width: 320, height: 640 } });
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth
    }));
    expect(scroll).toBeLessThanOrEqual(client);
  });
});

describe('without scripts', () => {
  it('the home page leads to the story', async () => {
    const page = await visit({ ...bare, path: '' });
    await page.getByRole('link', { name: tell(story.meta.title) }).click();
    await page.getByRole('heading', { level: 1, name: tell(story.meta.title) }).waitFor();
  });

  it('the page of a place says what happened there and leads back to each event', async () => {
    const page = await visit({ ...bare, path: `${STORY}places/p-camp/` });
    const camp = story.places.find(({ id }) => id === 'p-camp');
    await page.getByRole('heading', { level: 1, name: tell(camp?.names ?? {}) }).waitFor();
    const text = squeezed(await page.getByRole('main').innerText());
    expect(text).toContain(squeezed(tell(camp?.basis ?? {})));
    const here = story.events.filter(({ where }) => where.some(({ place }) => place === 'p-camp'));
    expect(here.length).toBeGreaterThan(0);
    for (const event of here) {
      const link = page.getByRole('link', { name: tell(event.title), exact: true });
      expect(await link.getAttribute('href')).toMatch(new RegExp(`#${event.id}$`));
    }
    const [first] = here;
    await page.getByRole('link', { name: tell(first?.title ?? {}), exact: true }).click();
    expect(new URL(page.url()).hash).toBe(`#${first?.id}`);
    await page
      .getByRole('heading', { level: 4, name: tell(first?.title ?? {}), exact: true })
      .waitFor();
  });

  it('the sources page names every source', async () => {
    const page = await visit({ ...bare, path: SOURCES_PAGE });
    const text = squeezed(await page.getByRole('main').innerText());
    const missing = story.citations.filter(
      ({ title, publisher }) =>
        !text.includes(squeezed(title)) || !text.includes(squeezed(publisher))
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });
});
