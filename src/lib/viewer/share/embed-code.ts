/** Code that puts a story into somebody else's page. */

export const WAYS = ['script', 'frame', 'wordpress', 'markdown', 'link'] as const;
export type Way = (typeof WAYS)[number];

/** Widths of a frame, in CSS pixels: those that the site's oEmbed answers are made for. */
export const WIDTHS = { small: 360, article: 680, wide: 1100 } as const;
export type Size = keyof typeof WIDTHS;

/** Of a frame, in CSS pixels: room for map, timeline and the row of the list at every width. */
export const HEIGHT = 600;

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What a frame may do: run its scripts, and open a source in a tab of its own, which is as free as any. The same as `story-element.ts` says. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

export interface Choices {
  readonly way: Way;
  readonly size: Size;
  readonly theme: Theme;
  /** BCP 47 tag; null: the story's first. */
  readonly language: string | null;
  /** Whether it opens at the moment of the link, else as the story opens. */
  readonly atMoment: boolean;
  readonly timeline: boolean;
  readonly list: boolean;
}

/** All absolute. */
export interface Addresses {
  /** Of the moment on the story's own page. */
  readonly link: string;
  /** Of the story's own page. */
  readonly story: string;
  /** Of the story's picture. */
  readonly picture: string;
  /** Of the embed. */
  readonly embed: string;
  /** Of the script that articles ask for. */
  readonly script: string;
}

/** Whether this way puts the story itself into the page, not only a way to it. */
export const isFramed = (way: Way) => way !== 'markdown' && way !== 'link';

/** What a frame shows. What is as it would be anyway is not said. */
export function embedAddress(choices: Choices, { embed, link }: Addresses): string {
  const { theme, language, timeline, list, atMoment } = choices;
  const address = new URL(embed);
  address.search = [
    ...(theme === 'auto' ? [] : [`theme=${theme}`]),
    ...(language === null ? [] : [`lang=${encodeURIComponent(language)}`]),
    ...(timeline && list ? [] : [`controls=${timeline ? 'timeline' : list ? 'list' : 'none'}`])
  ].join('&');
  if (atMoment) address.hash = new URL(link).hash;
  return address.href;
}

/** `title` is plain text. */
export function embedCode(choices: Choices, addresses: Addresses, title: string): string {
  const { link, story, picture, script } = addresses;
  const page = choices.atMoment ? link : story;
  const anchor = `<a href="${html(page)}">${html(title)}</a>`;
  // What stays in feed readers, in archives and where frames are taken out.
  const below = `<p>${anchor}</p>`;
  const image = `<img src="${html(picture)}" alt="" width="1200" height="630" style="max-width: 100%; height: auto">`;
  const address = embedAddress(choices, addresses);
  switch (choices.way) {
    case 'script':
      return [
        '<dateline-story',
        `  src="${html(address)}"`,
        `  style="display: block; block-size: ${HEIGHT}px"`,
        '>',
        `  <a href="${html(page)}">${image}${html(title)}</a>`,
        '</dateline-story>',
        `<script type="module" src="${html(script)}"></script>`
      ].join('\n');
    case 'frame':
      return `${frameCode(address, title, choices.size)}\n${below}`;
    case 'wordpress':
      return `<!-- wp:html -->\n${frameCode(address, title, choices.size)}\n${below}\n<!-- /wp:html -->`;
    case 'markdown':
      return `[![${markdown(title)}](${destination(picture)})](${destination(page)})`;
    case 'link':
      return anchor;
  }
}

/** A frame to be put into any page; `address` is absolute, `title` plain text. */
export function frameCode(address: string, title: string, size: Size): string {
  return [
    '<iframe',
    `  src="${html(address)}"`,
    `  title="${html(title)}"`,
    `  sandbox="${SANDBOX}"`,
    '  loading="lazy"',
    `  width="${WIDTHS[size]}"`,
    `  height="${HEIGHT}"`,
    '  style="border: 0; max-width: 100%"',
    '></iframe>'
  ].join('\n');
}

/** As the text of an HTML element or the value of an attribute in double quotes. */
function html(text: string): string {
  return inOneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** As the words of a link: nothing in them is Markdown or HTML. */
function markdown(text: string): string {
  return inOneLine(text).replace(/[\\`*_[\]<>&~|]/g, '\\$&');
}

/** As where a link of Markdown's leads to: an unescaped parenthesis would end it. */
function destination(address: string): string {
  return inOneLine(address).replace(/[ ()<>\\]/g, (character) => ESCAPES[character] ?? '');
}

const ESCAPES: Readonly<Record<string, string>> = {
  ' ': '%20',
  '(': '%28',
  ')': '%29',
  '<': '%3C',
  '>': '%3E',
  '\\': '%5C'
};

/** An empty line would end a paragraph, and other control characters have no place in either language. */
function inOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
