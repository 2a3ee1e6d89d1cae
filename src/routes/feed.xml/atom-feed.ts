export interface FeedEntry {
  /** Address of the page, relative to the site's. */
  readonly path: string;
  /** What tells the entry from others; never changes. */
  readonly id: string;
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
    <id>${escapeXml(site ? base + entry.id : `tag:dateline,2026:${entry.id}`)}</id>
    <title>${escapeXml(entry.title)}</title>
    <updated>${entry.date}T00:00:00Z</updated>
    <link href="${escapeXml(base + entry.path)}"/>
    <summary>${escapeXml(entry.summary)}</summary>
  </entry>`
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escapeXml(site ?? 'tag:dateline,2026:feed')}</id>
  <title>${escapeXml(title)}</title>
  <author><name>The Dateline authors</name></author>
  <updated>${sorted[0]?.date ?? '1970-01-01'}T00:00:00Z</updated>
  <link rel="self" href="${escapeXml(`${base}feed.xml`)}"/>
${lines.join('\n')}
</feed>
`;
}

/** Text made safe inside XML elements and attributes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
