import { languageName } from '../language-name';
import { events, number } from './counted';

/** Words of what a reader can take along. */
export const share = {
  heading: 'Share and embed',
  close: 'Close',
  copyFailed: 'The browser did not allow copying. The text is selected: copy it from there.',
  saving: 'Making the file …',
  saved: (file: string) => `Saved as ${file}`,
  link: {
    heading: 'Link to this moment',
    copy: 'Copy link',
    copied: 'Link copied'
  },
  embed: {
    heading: 'Embed in a page',
    way: 'As',
    ways: {
      script: 'Script element',
      frame: 'Plain frame',
      wordpress: 'WordPress block',
      markdown: 'Markdown',
      link: 'Link in HTML'
    },
    about: {
      script:
        'Loads when readers come near, and takes the width of its column. Paragraphs of your article can move the map.',
      frame: 'For pages that take no script of ours.',
      wordpress: 'Paste it into the editor: it becomes a Custom HTML block.',
      markdown: 'A picture of the map that leads to the story.',
      link: 'The title of the story, as a link.'
    },
    size: 'Width',
    sizes: {
      small: (px: number) => `Small, ${number(px)} pixels`,
      article: (px: number) => `Article, ${number(px)} pixels`,
      wide: (px: number) => `Wide, ${number(px)} pixels`
    },
    theme: 'Colours',
    themes: {
      auto: 'As the reader’s device',
      light: 'Light',
      dark: 'Dark'
    },
    language: 'Language of the story',
    languageName: (tag: string) => languageName(tag, 'en'),
    atMoment: 'Open at this moment',
    noMoment:
      'It opens as the story does. To have it open elsewhere, set map, window and event first.',
    timeline: 'With the timeline',
    list: 'With the list of events',
    code: 'Code',
    copy: 'Copy code',
    copied: 'Code copied',
    preview: 'Preview',
    previewOf: (title: string) => `Preview: ${title}`
  },
  picture: {
    heading: 'Picture of this moment',
    about: 'The map as it looks now, with its dates and the address of the story.',
    png: 'Save as PNG',
    svg: 'Save as SVG',
    failed: 'The picture could not be made: the ground of the map did not load. Try again.',
    events: (shown: number, all: number) =>
      shown === all ? events(all) : `${number(shown)} of ${events(all)}`
  },
  data: {
    heading: 'Data',
    about: (n: number, licence: string) =>
      `The whole story, ${events(n)} with their places and sources. Licence: ${licence}.`,
    json: 'Story file (JSON)',
    geojson: 'Save as GeoJSON',
    csv: 'Save as CSV',
    failed: 'The file could not be made. Try again.'
  },
  offline: {
    heading: 'Without a network',
    link: 'Save the story on this device, or as one file'
  }
};
