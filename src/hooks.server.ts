import type { Handle } from '@sveltejs/kit';
import { withDrawings } from './routes/with-drawings.server';

/**
 * Puts what is made for a page but is no part of its data into the page as sent: structured data (JSON-LD) into its head, and drawings into the
 * elements that name them. Escaped so that no text of a story can end the script element; drawings are made of escaped text alone.
 */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    // The serif is `font-display: optional`: asked for at once, it is there for the first page as well.
    preload: ({ type, path }) =>
      type === 'font' ? path.includes('latin-wght-normal') : type !== 'asset',
    transformPageChunk: ({ html }) => {
      const { structuredData, drawings } = event.locals;
      const drawn = withDrawings(html, drawings);
      if (!structuredData) return drawn;
      const { oEmbed } = event.locals;
      const discovery = oEmbed
        ? `<link rel="alternate" type="application/json+oembed" href="${oEmbed}">`
        : '';
      const json = JSON.stringify(structuredData).replaceAll('<', '\\u003c');
      return drawn.replace(
        '</head>',
        () => `${discovery}<script type="application/ld+json">${json}</script></head>`
      );
    }
  });
