import type { Handle } from '@sveltejs/kit';

/** Puts a page's structured data into its head as JSON-LD. Escaped so that no text of a story can end the script element. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    // The serif is `font-display: optional`: asked for at once, it is there for the first page as well.
    preload: ({ type }) => type !== 'asset',
    transformPageChunk: ({ html }) => {
      const data = event.locals.structuredData;
      if (!data) return html;
      const json = JSON.stringify(data).replaceAll('<', '\\u003c');
      return html.replace(
        '</head>',
        () => `<script type="application/ld+json">${json}</script></head>`
      );
    }
  });
