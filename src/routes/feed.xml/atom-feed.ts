import { createHash } from 'node:crypto';

export interface FeedEntry {
  /** Address of the page, relative to the site's. */
  readonly path: string;
  /** What tells the entry from others, and never changes: its id is made from it. */
  readonly identity: string;
  readonly title: string;
  readonly summary: string;
  /** ISO date. */
  readonly date: string;
}

/** An Atom feed (RFC 4287), newest first. Without the site's address its links are relative, which the format allows. */
export function atomFeed(
  title: string,
  entries: readonly FeedEntry[],
  site: string | null
): string {
  const sorted = [...entries].sort((a, b) => b.date.localeCompare(a.date));
  const base = site ?? '';
  const lines = sorted.map(
    (entry) => `  <entry>
    <id>${idOf(entry.identity)}</id>
    <title>${escapeXml(entry.title)}</title>
    <updated>${entry.date}T00:00:00Z</updated>
    <link href="${escapeXml(base + entry.path)}"/>
    <summary>${escapeXml(entry.summary)}</summary>
  </entry>`
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${idOf(`feed of ${title}`)}</id>
  <title>${escapeXml(title)}</title>
  <author><name>The Dateline authors</name></author>
  <updated>${sorted[0]?.date ?? '1970-01-01'}T00:00:00Z</updated>
  <link rel="self" href="${escapeXml(`${base}feed.xml`)}"/>
${lines.join('\n')}
</feed>
`;
}

/** The same id for the same words wherever the site is published, so that readers get no entry twice: a UUID made from a hash (RFC 9562, version 8). */
function idOf(identity: string): string {
  const hex = createHash('sha256').update(identity).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32)
  ];
  return `urn:uuid:${groups.join('-')}`;
}

/** Text made safe inside XML elements and attributes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
