// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  embedAddress,
  embedCode,
  isFramed,
  WAYS,
  type Choices
} from '../../../../src/lib/viewer/share/embed-code';

const SITE = 'https://news.example/dateline/';
const addresses = {
  link: `${SITE}stories/bridge/#from=2022-07-15&to=2022-07-16&q=%22a%22+(b)`,
  story: `${SITE}stories/bridge/`,
  picture: `${SITE}stories/bridge/card.png`,
  embed: `${SITE}embed/bridge/`,
  script: `${SITE}embed.js`
};
const plain: Choices = {
  way: 'frame',
  size: 'article',
  theme: 'auto',
  language: null,
  atMoment: false,
  timeline: true,
  list: true
};
const codeOf = (choices: Partial<Choices>, title = 'The bridge') =>
  embedCode({ ...plain, ...choices }, addresses, title);
const parse = (code: string) => new DOMParser().parseFromString(code, 'text/html');
/** As a reader sees it: control characters and runs of spaces are one space. */
const seen = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

describe('the address of an embed', () => {
  test('says nothing of what is as it would be anyway', () => {
    expect(embedAddress(plain, addresses)).toBe(addresses.embed);
  });

  test('says theme, language and controls, and the moment after "#"', () => {
    const chosen = {
      ...plain,
      theme: 'dark',
      language: 'sq',
      list: false,
      atMoment: true
    } as const;
    const { searchParams, hash } = new URL(embedAddress(chosen, addresses));
    expect([...searchParams]).toEqual([
      ['theme', 'dark'],
      ['lang', 'sq'],
      ['controls', 'timeline']
    ]);
    expect(hash).toBe(new URL(addresses.link).hash);
  });

  test('says which controls are left, or that there are none', () => {
    const controls = (choices: Partial<Choices>) =>
      new URL(embedAddress({ ...plain, ...choices }, addresses)).searchParams.get('controls');
    expect(controls({ timeline: false })).toBe('list');
    expect(controls({ timeline: false, list: false })).toBe('none');
  });

  test('has no "#" where the link has none', () => {
    const still = { ...addresses, link: addresses.story };
    expect(embedAddress({ ...plain, atMoment: true }, still)).toBe(addresses.embed);
  });
});

describe('the code', () => {
  test('of the script element is an element with picture and link in it, and the script', () => {
    expect(codeOf({ way: 'script', theme: 'light' })).toBe(
      [
        '<dateline-story',
        '  src="https://news.example/dateline/embed/bridge/?theme=light"',
        '  style="display: block; block-size: 600px"',
        '>',
        '  <a href="https://news.example/dateline/stories/bridge/"><img src="https://news.example/dateline/stories/bridge/card.png" alt="" width="1200" height="630" style="max-width: 100%; height: auto">The bridge</a>',
        '</dateline-story>',
        '<script type="module" src="https://news.example/dateline/embed.js"></script>'
      ].join('\n')
    );
  });

  test('of a frame gives it its size, a name, and no more rights than it needs', () => {
    const frame = parse(codeOf({ size: 'small' })).querySelector('iframe');
    expect(frame?.getAttribute('src')).toBe(addresses.embed);
    expect(frame?.getAttribute('title')).toBe('The bridge');
    expect(frame?.getAttribute('sandbox')).toBe(
      'allow-scripts allow-popups allow-popups-to-escape-sandbox'
    );
    expect([frame?.getAttribute('width'), frame?.getAttribute('height')]).toEqual(['360', '600']);
  });

  test('of a frame leaves a link below it, for where frames are taken out', () => {
    expect(parse(codeOf({})).querySelector('iframe + p > a')?.getAttribute('href')).toBe(
      addresses.story
    );
  });

  test('for WordPress is the frame within the comments of a block of custom HTML', () => {
    const [before, ...lines] = codeOf({ way: 'wordpress' }, 'A <!-- --> B').split('\n');
    expect(before).toBe('<!-- wp:html -->');
    expect(lines.pop()).toBe('<!-- /wp:html -->');
    expect(lines.join('\n')).toBe(codeOf({}, 'A <!-- --> B'));
    expect(lines.join('')).not.toContain('-->');
  });

  test('of Markdown is the picture, as a link to the story', () => {
    expect(codeOf({ way: 'markdown' })).toBe(
      `[![The bridge](${addresses.picture})](${addresses.story})`
    );
  });

  test('of Markdown ends no address at a parenthesis, and makes no mark-up of a title', () => {
    const code = codeOf({ way: 'markdown', atMoment: true }, '*A* [b](c) `d` <e> \\ &amp;\n\nf');
    expect(code).toBe(
      `[![\\*A\\* \\[b\\](c) \\\`d\\\` \\<e\\> \\\\ \\&amp; f](${addresses.picture})](${addresses.link
        .replace('(', '%28')
        .replace(')', '%29')})`
    );
  });

  test('of a link leads to the moment, or to the story as it opens', () => {
    const href = (atMoment: boolean) =>
      parse(codeOf({ way: 'link', atMoment }))
        .querySelector('a')
        ?.getAttribute('href');
    expect(href(true)).toBe(addresses.link);
    expect(href(false)).toBe(addresses.story);
  });

  test('holds title and addresses as they are, whatever they hold', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"><script>alert(1)</script>', "' onload='x", '&quot;&lt;', '-->', ']](x')
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...WAYS), fc.boolean(), (title, way, atMoment) => {
        const hash = `q=${encodeURIComponent(title.toWellFormed())}`;
        const there = { ...addresses, link: `${addresses.story}#${hash}` };
        const choices = { ...plain, way, atMoment };
        const code = embedCode(choices, there, title.toWellFormed());
        if (way === 'markdown') {
          const bare = code.replace(/\\./g, '');
          expect(bare.match(/[[\]]/g)).toEqual(['[', '[', ']', ']']);
          return;
        }
        const page = parse(code);
        expect(page.querySelectorAll('script')).toHaveLength(way === 'script' ? 1 : 0);
        expect(page.querySelectorAll('body *, head *').length).toBeLessThanOrEqual(4);
        const link = page.querySelector('a');
        const holder = page.querySelector('iframe, dateline-story');
        expect(link === null && holder === null).toBe(false);
        if (link) {
          expect(link.getAttribute('href')).toBe(atMoment ? there.link : there.story);
          expect(seen(link.textContent ?? '')).toBe(seen(title.toWellFormed()));
        }
        if (holder) expect(holder.getAttribute('src')).toBe(embedAddress(choices, there));
        if (isFramed(way) && way !== 'script') {
          expect(holder?.getAttribute('title')).toBe(seen(title.toWellFormed()));
        }
      })
    );
  });
});
