import type { Frame, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import type { Claim, StoryEvent } from '../../src/lib/core/story';
import { article } from './article-site';
import { expectNoViolation } from './axe';
import { PATIENCE, story, tell } from './built-story';
import { useBrowser, visit } from './reader';

useBrowser();

const EMBED = 'embed/albania-iran-2022/';
const title = tell(story.meta.title);
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
/** Reading, and no map to move about in: quick, and enough for what is not about the map. */
const SAVING = {
  before: (page: Page) =>
    page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
    )
};

const element = (site: string, attributes = '', hash = '') =>
  `<dateline-story src="${site}${EMBED}${hash}" title="${title}" ${attributes}><a href="${site}stories/albania-iran-2022/">${title}: the story</a></dateline-story>`;
const script = (site: string) => `<script type="module" src="${site}embed.js"></script>`;
const paragraph = (view: string) => `<p class="long" data-dateline="${view}">About ${view}.</p>`;

async function read(body: (site: string) => string, options: Parameters<typeof visit>[0] = {}) {
  const at = await article(body);
  return visit({ at, path: '', also: [inject('site')], ...options });
}

/** Those of the article, in its order. */
async function stories(page: Page): Promise<Frame[]> {
  const held = await page.locator('dateline-story iframe, iframe').elementHandles();
  const frames = await Promise.all(held.map((each) => each.contentFrame()));
  return frames.filter((frame) => frame !== null);
}

/** The frame of a story that has come. */
async function frameIn(page: Page, index = 0): Promise<Frame> {
  await expect.poll(async () => (await stories(page)).length, PATIENCE).toBeGreaterThan(index);
  const frame = (await stories(page))[index] as Frame;
  // As sent it can be read, and its links lead to the story's page; with this it can be worked.
  const play = frame.getByRole('button', { name: 'Play' });
  await expect.poll(() => play.isEnabled(), PATIENCE).toBe(true);
  return frame;
}

const heightOf = (page: Page) =>
  page
    .locator('dateline-story')
    .first()
    .evaluate((found) => found.getBoundingClientRect().height);
const selectedIn = (page: Page, index = 0) =>
  page
    .locator('dateline-story')
    .nth(index)
    .evaluate((found) => (found as unknown as { selected: string | null }).selected);
const eventOf = (id: string) => story.events.find((event) => event.id === id) as StoryEvent;
const nameOf = (id: string) => tell(eventOf(id).title);
/** An event and one that it is related to. */
function related(): readonly [string, string] {
  const event = story.events.find(({ relations }) => relations.length > 0);
  return [event?.id ?? '', event?.relations[0]?.to ?? ''];
}
const card = (frame: Frame, id: string) => frame.getByRole('region', { name: nameOf(id) });
const list = (frame: Frame) =>
  frame.locator('summary', { hasText: /^All 56 events$|of this part$/ });
/** Opens the list, and waits for the article to have made room: what moves under the pointer is not pressed. */
async function openList(frame: Frame) {
  await list(frame).click();
  const hasRoom = () => frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight);
  await expect.poll(hasRoom, PATIENCE).toBe(true);
  // A press goes where the last picture put together on the screen has the frame, which with two of them may be the one before it grew.
  await frame.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300)))
  );
}

describe('a story in an article', () => {
  it('is a map and a timeline in a sandboxed frame, under a strict policy', async () => {
    const page = await read((site) => element(site) + script(site));
    const frame = await frameIn(page);
    expect(await frame.evaluate(() => globalThis.origin)).toBe('null');
    await frame.locator('.ground.living').waitFor(PATIENCE);
    expect(await page.getByRole('link', { name: 'the story' }).isVisible()).toBe(false);

    await openList(frame);
    await frame.getByRole('link', { name: nameOf('e-break') }).click();
    const claim = eventOf('e-break').claims[0] as Claim;
    await card(frame, 'e-break').getByText(tell(claim.text)).first().waitFor();
    expect(await selectedIn(page)).toBe('e-break');
  });

  it('opens sources in tabs of their own, and never leaves its frame', async () => {
    const page = await read((site) => element(site, '', '#e-break') + script(site));
    const frame = await frameIn(page);
    await page.context().route(
      (url) => !/^(localhost|127\.0\.0\.1)$/.test(url.hostname),
      (route) => route.fulfill({ body: 'A source.' })
    );
    const source = card(frame, 'e-break').locator('a[href^="https:"]').first();
    await source.waitFor(PATIENCE);
    const [tab] = await Promise.all([page.waitForEvent('popup'), source.click()]);
    expect(new URL(tab.url()).protocol).toBe('https:');
    expect(frame.url()).toContain(EMBED);
    await tab.close();
  });

  it('says which event of its list is open', async () => {
    const page = await read((site) => element(site, '', '#e-break') + script(site), SAVING);
    const frame = await frameIn(page);
    await openList(frame);
    const entry = frame.getByRole('link', { name: nameOf('e-break') });
    await expect.poll(() => entry.getAttribute('aria-current'), PATIENCE).toBe('true');
    expect(await frame.locator('[aria-current]').count()).toBe(1);
  });

  it('holds the part that was asked for; what is related to it beyond that is on the story’s page', async () => {
    const [inside, outside] = related();
    const page = await read(
      (site) =>
        `<dateline-story src="${site}${EMBED}?events=${inside}#${inside}"></dateline-story>${script(site)}`
    );
    const frame = await frameIn(page);
    await openList(frame);
    expect(
      await frame
        .getByRole('listitem')
        .filter({ has: frame.locator('[data-event]') })
        .count()
    ).toBe(1);
    await frame.getByText(/^This part: /).waitFor();
    await frame.getByRole('button', { name: 'This part', exact: true }).waitFor();
    const link = card(frame, inside)
      .getByRole('link', { name: nameOf(outside) })
      .first();
    const [tab] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    expect(tab.url()).toContain(`stories/albania-iran-2022/#${outside}`);
    await tab.close();
  });

  it('changes its language where the article changes that, and stays where the reader is', async () => {
    const page = await read((site) => element(site, '', '#e-break') + script(site), SAVING);
    await frameIn(page);
    await expect.poll(() => selectedIn(page), PATIENCE).toBe('e-break');
    await page.locator('dateline-story').evaluate((found) => found.setAttribute('lang', 'sq'));
    const frame = await frameIn(page);
    expect(new URL(frame.url()).searchParams.get('lang')).toBe('sq');
    await expect.poll(() => selectedIn(page), PATIENCE).toBe('e-break');
  });

  it('works in a plain frame as well, and brings its list into sight there', async () => {
    const page = await read(
      (site) => `<iframe src="${site}${EMBED}#e-break"></iframe><div class="far"></div>`
    );
    const frame = await frameIn(page);
    await card(frame, 'e-break').waitFor(PATIENCE);
    await list(frame).click();
    const top = () => list(frame).evaluate((found) => found.getBoundingClientRect().top);
    await expect.poll(top, PATIENCE).toBeLessThan(2);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await list(frame).click();
    await expect.poll(() => frame.evaluate(() => scrollY), PATIENCE).toBe(0);
  });

  it('is as high as it needs to be, and moves nothing while it comes', async () => {
    const page = await read((site) => `${element(site)}<p>After it.</p>${script(site)}`, {
      ...SAVING
    });
    const frame = await frameIn(page);
    expect(await heightOf(page)).toBe(600);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((entries) => {
            for (const entry of entries.getEntries())
              sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum), 500);
        })
    );
    expect(shift).toBe(0);
    await list(frame).click();
    await expect.poll(() => heightOf(page), PATIENCE).toBeGreaterThan(2000);
    await list(frame).click();
    await expect.poll(() => heightOf(page), PATIENCE).toBe(600);
  });

  it('is as high as its story within the borders that the article gives it', async () => {
    const page = await read((site) => element(site, 'class="framed"') + script(site), SAVING);
    const frame = await frameIn(page);
    expect(await heightOf(page)).toBe(600);
    await openList(frame);
    expect(await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  });

  it('keeps the height without its list', async () => {
    const page = await read(
      (site) =>
        `<dateline-story src="${site}${EMBED}?controls=timeline"></dateline-story>${script(site)}`,
      SAVING
    );
    const frame = await frameIn(page);
    expect(await heightOf(page)).toBe(600);
    // A height of the article's own is the map's as far as it can be.
    await page
      .locator('dateline-story')
      .evaluate((found) => found.style.setProperty('block-size', '480px', 'important'));
    await expect.poll(() => frame.evaluate(() => innerHeight), PATIENCE).toBe(480);
    expect(await frame.evaluate(() => document.documentElement.scrollHeight)).toBe(480);
  });

  it('shows the whole story, and says why, where the part that is asked for is empty', async () => {
    const said: string[] = [];
    const page = await visit({
      path: `${EMBED}?events=no-such-event&chapter=nowhere&from=2022-13-99&to=x`,
      before: async (page) => page.on('console', (message) => said.push(message.text()))
    });
    await page.getByText('All 56 events').waitFor(PATIENCE);
    await page
      .getByRole('button', { name: 'Play' })
      .and(page.locator(':enabled'))
      .waitFor(PATIENCE);
    expect(said.join('\n')).toMatch(/no such events/);
    expect(said.join('\n')).toMatch(/no such chapter/);
    expect(said.join('\n')).toMatch(/2022-13-99/);
  });

  it('speaks the language that is asked for', async () => {
    const page = await visit({ path: `${EMBED}?lang=sq` });
    const albanian = story.meta.title['sq'] as string;
    await page.getByRole('heading', { level: 1, name: albanian }).waitFor(PATIENCE);
    expect(await page.locator('html').getAttribute('lang')).toBe('sq');
  });

  it('stays readable where its site does not let other origins read its files', async () => {
    const page = await visit({
      at: await article((site) => element(site) + script(site)),
      path: '',
      also: [inject('site')],
      expectErrors: true,
      before: (page) =>
        page.route('**/_app/embed/**', async (route) => {
          const response = await route.fetch();
          const headers = { ...response.headers() };
          delete headers['access-control-allow-origin'];
          await route.fulfill({ response, headers });
        })
    });
    const answer = page.getByRole('link', { name: 'the story' });
    expect(await answer.isVisible()).toBe(true);
    const plain = await visit({
      at: await article(
        (site) => `<iframe src="${site}${EMBED}" sandbox="allow-scripts"></iframe>`
      ),
      path: '',
      also: [inject('site')],
      expectErrors: true,
      before: (page) => page.route('**/_app/embed/**/*.js', (route) => route.abort())
    });
    await expect.poll(async () => (await stories(plain)).length, PATIENCE).toBe(1);
    const [frame] = await stories(plain);
    await frame?.getByRole('link', { name: 'Open the whole story' }).waitFor(PATIENCE);
    // What nothing works is not there, and after a while a word says what is missing.
    expect(await frame?.locator('#live').getByRole('button').count()).toBe(0);
    expect(await frame?.locator('#live').getByRole('slider').count()).toBe(0);
    expect(await frame?.locator('#failed').isVisible()).toBe(false);
    await frame?.evaluate(() => {
      for (const animation of document.getAnimations()) animation.finish();
    });
    expect(await frame?.getByText('did not load').isVisible()).toBe(true);
    await list(frame as Frame).click();
    await frame
      ?.getByRole('link', { name: nameOf('e-break') })
      .first()
      .waitFor();
  });

  it('asks for its height in the words of AMP as well', async () => {
    const page = await read(
      (site) => `<iframe src="${site}${EMBED}" sandbox="allow-scripts" scrolling="no"></iframe>`,
      {
        ...SAVING,
        before: async (page) => {
          await SAVING.before(page);
          await page.addInitScript(() =>
            addEventListener('message', ({ data }) => {
              if (data?.sentinel === 'amp') document.title = `${data.type} ${data.height}`;
            })
          );
        }
      }
    );
    await expect.poll(() => page.title(), PATIENCE).toBe('embed-size 600');
    await page.mouse.move(400, 300);
    await page.mouse.wheel(0, 300);
    expect(await page.evaluate(() => scrollX)).toBe(0);
  });

  it('is asked for when it is near, and not before', async () => {
    const page = await read((site) => `<div class="far"></div>${element(site)}${script(site)}`, {
      ...SAVING
    });
    await page.waitForTimeout(1000);
    expect(await stories(page)).toEqual([]);
    // Not in sight yet.
    await page.evaluate(() => scrollTo(0, 1900));
    await expect.poll(async () => (await stories(page)).length, PATIENCE).toBe(1);
  });

  it('does not come where its site does not answer: what the article has in its place stays', async () => {
    const page = await read((site) => element(site) + script(site), {
      expectErrors: true,
      before: (page) => page.route(`**/${EMBED}*`, (route) => route.abort())
    });
    await page.waitForTimeout(1500);
    expect(await page.getByRole('link', { name: 'the story' }).isVisible()).toBe(true);
  });

  it('comes back as it was when the article takes it out and puts it in again', async () => {
    const page = await read((site) => element(site) + script(site), SAVING);
    const frame = await frameIn(page);
    await openList(frame);
    await frame.getByRole('link', { name: nameOf('e-fbi') }).click();
    await expect.poll(() => selectedIn(page), PATIENCE).toBe('e-fbi');
    await page.evaluate(() => {
      const found = document.querySelector('dateline-story') as HTMLElement;
      const { parentElement } = found;
      found.remove();
      parentElement?.append(found);
    });
    await expect
      .poll(async () => (await stories(page)).some((each) => each !== frame), PATIENCE)
      .toBe(true);
    await frameIn(page);
    await expect.poll(() => selectedIn(page), PATIENCE).toBe('e-fbi');
  });

  it('and another beside it do not disturb each other', async () => {
    const page = await read(
      (site) => element(site, 'id="one"') + element(site, 'id="two"', '#e-fbi') + script(site),
      { ...SAVING, viewport: { width: 1280, height: 1400 } }
    );
    // Both are there before one is told from the other.
    await frameIn(page, 1);
    const one = await frameIn(page, 0);
    await expect.poll(() => selectedIn(page, 1), PATIENCE).toBe('e-fbi');
    await openList(one);
    await one.getByRole('link', { name: nameOf('e-break') }).click();
    await expect.poll(() => selectedIn(page, 0), PATIENCE).toBe('e-break');
    expect(await selectedIn(page, 1)).toBe('e-fbi');
  });
});

describe('an article that moves its map', () => {
  it('does so as its paragraphs are read, and marks the one that is shown', async () => {
    const page = await read(
      (site) =>
        element(site) +
        ['event=e-break', 'event=e-fbi', 'chapter=summit'].map(paragraph).join('') +
        script(site),
      SAVING
    );
    await frameIn(page);
    const current = () => page.locator('[data-dateline-current]').allInnerTexts();
    for (const view of ['event=e-fbi', 'event=e-break', 'chapter=summit']) {
      await page.getByText(`About ${view}.`).evaluate((found) => found.scrollIntoView());
      await expect.poll(current, PATIENCE).toEqual([`About ${view}.`]);
    }
    expect(
      await page
        .locator('dateline-story')
        .evaluate((s) => (s as unknown as { chapter: string }).chapter)
    ).toBe('summit');
  });

  it('shows where it was above the card that opens, which a reader scrolls past', async () => {
    const page = await read(
      (site) =>
        `${element(site)}${paragraph('event=e-break')}${paragraph('no-such-event')}<div class="far"></div>${script(site)}`,
      { viewport: { width: 390, height: 844 } }
    );
    const frame = await frameIn(page);
    await frame.locator('.ground.living').waitFor(PATIENCE);
    const story = page.locator('dateline-story');
    type Held = HTMLElement & { selected: string; hash: string; go(view: string): void };
    // From a view that does not show it.
    await story.evaluate((found: Held) => found.go('map=6/38.9/-77'));
    await expect.poll(() => story.evaluate((found: Held) => found.hash)).toContain('map=6');
    await story.evaluate((found: Held) => (found.selected = 'e-break'));
    const more = frame.getByRole('button', { name: 'Read more' });
    await more.waitFor(PATIENCE);
    const edges = () =>
      frame.evaluate(() => {
        const boxOf = (found: Element) => found.getBoundingClientRect();
        const card = boxOf(document.querySelector('.card') as Element);
        const marks = [...document.querySelectorAll('.at.related, .at.selected')].map(boxOf);
        return {
          card: card.top,
          mark: Math.max(...marks.map(({ top, height }) => top + height / 2)),
          left: Math.min(...marks.map(({ left }) => left)),
          right: innerWidth - Math.max(...marks.map(({ right }) => right))
        };
      });
    const least = async () => {
      const { card, mark, left, right } = await edges();
      return Math.min(mark, card - mark, left, right);
    };
    await expect.poll(least, PATIENCE).toBeGreaterThan(0);

    // Under a pointer that rests on the card the article goes on, from its end once it is unfolded.
    const { x, y, height } = (await more.boundingBox()) as { x: number; y: number; height: number };
    await page.mouse.move(x + 100, y - height);
    await page.mouse.wheel(0, 60);
    await expect.poll(() => page.evaluate(() => scrollY), PATIENCE).toBe(60);
    await more.click();
    const scroller = card(frame, 'e-break').locator('.scroll');
    await page.waitForTimeout(600);
    await scroller.hover();
    await page.mouse.wheel(0, 80);
    await expect.poll(() => scroller.evaluate((found) => found.scrollTop), PATIENCE).toBe(80);
    expect(await page.evaluate(() => scrollY)).toBe(60);
    await scroller.evaluate((found) => found.scrollTo(0, found.scrollHeight));
    await page.waitForTimeout(600);
    await page.mouse.wheel(0, 60);
    await expect.poll(() => page.evaluate(() => scrollY), PATIENCE).toBe(120);

    // What the story does not have leaves the map, and marks nothing.
    await page.getByText('About no-such-event.').evaluate((found) => found.scrollIntoView());
    await page.waitForTimeout(300);
    expect(await selectedIn(page)).toBe('e-break');
    const current = page.locator('[data-dateline-current]');
    expect(await current.allInnerTexts()).toEqual(['About event=e-break.']);
  });

  it('does so by its links, and what is opened in the map marks them too', async () => {
    const page = await read(
      (site) =>
        `<p><a href="${site}stories/albania-iran-2022/" data-dateline="event=e-break">The break</a>,
         <button data-dateline="e-fbi">the FBI</button></p>${element(site)}${script(site)}`,
      SAVING
    );
    const frame = await frameIn(page);
    const current = () => page.locator('[data-dateline-current]').allInnerTexts();
    await page.getByRole('link', { name: 'The break' }).click();
    await expect.poll(() => selectedIn(page), PATIENCE).toBe('e-break');
    expect(await current()).toEqual(['The break']);
    await openList(frame);
    await frame.getByRole('link', { name: nameOf('e-fbi') }).click();
    await expect.poll(current, PATIENCE).toEqual(['the FBI']);
  });

  it('may play it as soon as it is there, and stop it', async () => {
    const page = await read((site) => element(site) + script(site), SAVING);
    await page.locator('dateline-story').evaluate((found) => {
      const story = found as unknown as { readonly ready: boolean; play(): void };
      // It may have been quicker than this.
      if (story.ready) story.play();
      else found.addEventListener('ready', () => story.play());
    });
    await expect.poll(async () => (await stories(page)).length, PATIENCE).toBe(1);
    const [frame] = (await stories(page)) as [Frame];
    await frame.getByRole('button', { name: 'Pause' }).waitFor(PATIENCE);
    await page
      .locator('dateline-story')
      .evaluate((found) => (found as unknown as { pause(): void }).pause());
    await frame.getByRole('button', { name: 'Play' }).waitFor(PATIENCE);
  });

  it('may hand over what frameworks have, and is told what cannot be shown', async () => {
    const page = await read((site) => element(site, '', '#e-break') + script(site), SAVING);
    const frame = await frameIn(page);
    await expect.poll(() => selectedIn(page), PATIENCE).toBe('e-break');
    const errors = await page.locator('dateline-story').evaluate(async (found) => {
      const element = found as unknown as {
        window: unknown;
        selected: unknown;
        go(view: string): void;
      };
      const said: string[] = [];
      found.addEventListener('error', (event) => said.push((event as CustomEvent).detail.message));
      element.window = new Proxy({ from: Date.UTC(2022, 6, 1), to: Date.UTC(2022, 8, 30) }, {});
      element.selected = '';
      element.window = { from: new Date(), to: 'tomorrow' };
      element.window = { from: 1656633600, to: 1664496000 };
      element.go('no-such-event');
      await new Promise((done) => setTimeout(done, 500));
      return said;
    });
    // What is not understood, what is in seconds, and what the story does not have changes nothing.
    expect(errors).toEqual([
      expect.stringContaining('milliseconds since 1970 as numbers'),
      expect.stringContaining('1970-01-20'),
      expect.stringContaining('no-such-event')
    ]);
    await expect.poll(() => selectedIn(page), PATIENCE).toBe(null);
    const window = () =>
      page
        .locator('dateline-story')
        .evaluate((found) => (found as unknown as { window: unknown }).window);
    expect(await window()).toEqual({ from: Date.UTC(2022, 6, 1), to: Date.UTC(2022, 8, 30) });
    expect(await frame.locator('#failed').isVisible()).toBe(false);
  });

  it('changes theme and accent, and takes them back', async () => {
    const page = await read(
      (site) => element(site, 'theme="dark" accent="navy"') + script(site),
      SAVING
    );
    const frame = await frameIn(page);
    const theme = () => frame.locator('html').getAttribute('data-theme');
    await expect.poll(theme, PATIENCE).toBe('dark');
    await page.locator('dateline-story').evaluate((found) => found.removeAttribute('theme'));
    await expect.poll(theme, PATIENCE).toBe(null);
  });

  it('may do so by script, and hears what the reader does', async () => {
    const page = await read((site) => element(site) + script(site), SAVING);
    await frameIn(page);
    const heard = await page.evaluate(async () => {
      const found = document.querySelector('dateline-story') as HTMLElement & {
        go: (view: unknown) => void;
        window: unknown;
        selected: string | null;
        hash: string;
      };
      const said: unknown[] = [];
      for (const name of ['viewchange', 'select', 'error'])
        found.addEventListener(name, (event) => said.push([name, (event as CustomEvent).detail]));
      const settle = () => new Promise((done) => setTimeout(done, 400));
      found.selected = 'e-break';
      await settle();
      found.window = { from: Date.UTC(2022, 6, 1), to: Date.UTC(2022, 8, 30) };
      await settle();
      const { window, hash } = found;
      found.go('event=no-such-event');
      await settle();
      return { said, window, hash };
    });
    expect(heard.said).toContainEqual(['select', { selected: 'e-break' }]);
    expect(heard.said).toContainEqual([
      'error',
      { message: expect.stringContaining('no-such-event') }
    ]);
    expect(heard.window).toEqual({ from: Date.UTC(2022, 6, 1), to: Date.UTC(2022, 8, 30) });
    expect(heard.hash).toContain('from=');
  });
});

describe('whoever reads an article with a story in it', () => {
  it('scrolls past it by wheel, and by Tab goes in and out', async () => {
    const page = await read(
      (site) =>
        `<p><a href="#">Before</a></p>${element(site)}<p><a href="#">After</a></p><div class="far"></div>${script(site)}`
    );
    const frame = await frameIn(page);
    await frame.locator('.ground.living').waitFor(PATIENCE);
    await page.mouse.move(640, 300);
    await page.mouse.wheel(0, 400);
    await expect.poll(() => page.evaluate(() => scrollY), PATIENCE).toBeGreaterThan(200);
    await page.evaluate(() => scrollTo(0, 0));

    await page.getByRole('link', { name: 'Before' }).focus();
    const seen = new Set<string>();
    for (let i = 0; i < 60 && !seen.has('After'); i++) {
      await page.keyboard.press('Tab');
      seen.add(await page.evaluate(() => document.activeElement?.textContent ?? ''));
      seen.add(await frame.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
    }
    expect([...seen]).toContain('Open the whole story');
    expect([...seen]).toContain('After');
  });

  it('on a phone has the whole story in reach, without a scroll to the side', async () => {
    const page = await read((site) => element(site) + script(site), { ...SAVING, ...PHONE });
    const frame = await frameIn(page);
    const [wide, room] = await frame.evaluate(() => [
      document.documentElement.scrollWidth,
      innerWidth
    ]);
    expect(wide).toBeLessThanOrEqual(room as number);
    await frame.getByRole('button', { name: /Show the map/ }).click();
    await frame.locator('.ground.living').waitFor(PATIENCE);
  });

  it('finds no barrier in the story', async () => {
    // Where it may not read style sheets, axe copies them into the page, which the page does not let it.
    const page = await read((site) => element(site) + script(site), {
      ...SAVING,
      expectErrors: true
    });
    const frame = await frameIn(page);
    await openList(frame);
    await expectNoViolation(page, frame);
  });

  it('without scripts has picture, list and a link', async () => {
    const page = await visit({ path: EMBED, javaScriptEnabled: false });
    expect(await page.getByRole('img').count()).toBeGreaterThan(0);
    await page.getByText('All 56 events').click();
    const links = page.getByRole('listitem').getByRole('link');
    expect(await links.count()).toBe(story.events.length);
    await page.getByRole('link', { name: 'Open the whole story' }).waitFor();
  });

  it('hears only the article it is in: another frame beside it is not heard', async () => {
    const page = await read(
      (site) => `<iframe src="${site}${EMBED}"></iframe><iframe srcdoc="A stranger."></iframe>`,
      SAVING
    );
    const frame = await frameIn(page);
    const stranger = (await stories(page))[1] as Frame;
    await frame.evaluate(() => {
      addEventListener('message', () => (document.title += ' heard'));
    });
    const order = { dateline: 1, type: 'look', look: { theme: 'dark', accent: null } };
    await stranger.evaluate((order) => parent.frames[0]?.postMessage(order, '*'), order);
    await expect.poll(() => frame.title(), PATIENCE).toContain('heard');
    expect(await frame.locator('html').getAttribute('data-theme')).toBe(null);
    // The article itself is heard.
    await page.evaluate((order) => frames[0]?.postMessage(order, '*'), order);
    await expect
      .poll(() => frame.locator('html').getAttribute('data-theme'), PATIENCE)
      .toBe('dark');
  });

  it('is not fooled by messages from elsewhere: a thousand of them change nothing', async () => {
    const page = await read((site) => element(site) + script(site), SAVING);
    const frame = await frameIn(page);
    // When all that comes of itself has come.
    await page.waitForLoadState('networkidle');
    const before = await frame.locator('#live').innerHTML();
    await page.evaluate(() => {
      const frame = document.querySelector('dateline-story')?.shadowRoot?.querySelector('iframe');
      const pieces = [
        'dateline',
        'type',
        'go',
        'link',
        'play',
        'look',
        'moment',
        'hash',
        1,
        2,
        null,
        NaN,
        '<b>',
        'javascript:alert(1)',
        {},
        [],
        { window: 1 },
        { selected: [] }
      ];
      let seed = 7;
      const some = () => pieces[(seed = (seed * 16807) % 2147483647) % pieces.length];
      for (let i = 0; i < 1000; i++) {
        const message =
          i % 3
            ? {
                dateline: i % 2 ? 1 : some(),
                type: some(),
                hash: {},
                moment: { window: some(), selected: i % 5 ? some() : 7 },
                look: { theme: some() },
                [String(some())]: some()
              }
            : some();
        const wrong = { ...(message as object), selected: 1 };
        frame?.contentWindow?.postMessage(wrong, '*');
        // And what a stranger tells the article.
        postMessage({ dateline: 1, type: 'height', height: 9 + i }, '*');
        postMessage(message, '*');
      }
    });
    await page.waitForTimeout(300);
    expect(await heightOf(page)).toBe(600);
    expect(await frame.locator('#live').innerHTML()).toBe(before);
  });
});
