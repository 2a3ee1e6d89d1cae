import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const build = new URL('../../build', import.meta.url).pathname;
const files = listFiles(build);
const pages = files.filter((file) => file.endsWith('.html'));
const storyPage = join(build, 'stories/albania-iran-2022/index.html');

function listFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFiles(path) : [path];
  });
}

/** The scripts a page loads before it does anything of its own accord: what it preloads and what its start-up script imports. */
function firstScripts(page: string): string[] {
  const html = readFileSync(page, 'utf8');
  const preloaded = [...html.matchAll(/<link[^>]*rel="modulepreload"[^>]*>/g)].map(
    ([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? ''
  );
  const imported = [...html.matchAll(/import\("([^"]+)"\)/g)].map(([, path]) => path ?? '');
  return closure([...preloaded, ...imported].map((path) => join(dirname(page), path)));
}

/** Those files with all that they import statically. */
function closure(paths: string[]): string[] {
  const seen = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    const code = readFileSync(path, 'utf8');
    for (const [, specifier] of code.matchAll(/(?:import|from)\s*"(\.[^"]+\.js)"/g)) {
      visit(join(dirname(path), specifier ?? ''));
    }
  };
  paths.forEach(visit);
  return [...seen];
}

describe('the scripts of the story page', () => {
  const scripts = firstScripts(storyPage);

  it('are found by this test at all', () => {
    expect(scripts.length).toBeGreaterThan(3);
  });

  it('come to 70 kB gzip at most before MapLibre', () => {
    const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
    expect(bytes).toBeLessThanOrEqual(70_000);
  });

  it('hold nothing of MapLibre, of the schema library or of the EDTF parser', () => {
    const heavy = scripts.filter((path) =>
      /maplibregl-canvas|ZodError|nearley/.test(readFileSync(path, 'utf8'))
    );
    expect(heavy).toEqual([]);
  });
});

describe('the picture before the map', () => {
  const html = readFileSync(storyPage, 'utf8');
  const [drawing = ''] = /<svg class="poster-drawing.*?<\/svg>(?=<p)/s.exec(html) ?? [];

  it('is in the page as sent, with land, places and counts', () => {
    expect(drawing).toContain('class="land"');
    expect(drawing).toMatch(/aria-label="\d+ places near Tirana, \d+ events/);
  });

  it('takes 25 kB gzip at most', () => {
    expect(gzipSync(drawing).length).toBeLessThanOrEqual(25_000);
  });

  it('stands once in what is sent: scripts take it over as it is', () => {
    expect(html.split('poster-drawing').length - 1).toBe(1);
  });
});

it('the picture that links show is a PNG of 1200 by 630 pixels, named in the page’s head', () => {
  const png = readFileSync(join(dirname(storyPage), 'card.png'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  const html = readFileSync(storyPage, 'utf8');
  expect(html).toMatch(/<meta property="og:image" content="(https?:[^"]*\/)?card\.png"/);
});

describe('the built site', () => {
  it('has the worker of MapLibre as a file of its own, since a missing one leaves the map blank without an error', () => {
    const workers = files.filter((file) => /maplibre-gl-worker[^/]*\.m?js$/.test(file));
    // One for the site, one for what is embedded in others.
    const folders = workers.map((file) => relative(build, dirname(file)).split('/')[1]);
    expect(folders.sort()).toEqual(['embed', 'immutable']);
  });

  it.each(pages.map((page) => [relative(build, page), page]))(
    '%s has a strict policy, no inline style and only links that lead somewhere',
    (_, page) => {
      const html = readFileSync(page, 'utf8');
      const policy = /http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-(inline|eval)|\*/);
      expect(html).not.toMatch(/<[a-z][^>]*\sstyle="/);

      const addresses = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, path]) => path ?? '');
      const unsafe = addresses.filter((a) => /^[a-z]+:/i.test(a) && !/^(https?|data):/i.test(a));
      expect(unsafe).toEqual([]);
      const own = addresses.filter((a) => !/^([a-z]+:|#)/i.test(a));
      // A sub-folder is served by the same files, so no address may start at the root of the host.
      expect(own.filter((address) => address.startsWith('/'))).toEqual([]);
      const dead = own.filter((address) => {
        const path = join(dirname(page), (address.split(/[#?]/)[0] ?? '').replaceAll('%20', ' '));
        return !files.includes(path) && !files.includes(join(path, 'index.html'));
      });
      expect(dead).toEqual([]);
    }
  );

  it('has an embed that is read for 40 kB, and asks for MapLibre within 90', () => {
    const page = join(build, 'embed/albania-iran-2022/index.html');
    const html = readFileSync(page, 'utf8');
    const sizeOf = (file: string) => brotliCompressSync(readFileSync(file)).length;
    const asked = (pattern: RegExp) =>
      [...html.matchAll(pattern)].map(([, path]) => join(dirname(page), path ?? ''));
    const sum = (paths: readonly string[]) => paths.reduce((all, path) => all + sizeOf(path), 0);
    const styles = asked(/rel="stylesheet" href="([^"]+)"/g);
    const scripts = asked(/(?:rel="modulepreload" href|type="module" src)="([^"]+)"/g);
    expect(styles).not.toEqual([]);
    expect(scripts.length).toBeGreaterThan(1);
    const read = sum([page, ...styles]);
    expect(read).toBeLessThan(40_000);
    const outline = join(dirname(page), 'outline-en.json');
    expect(read + sum([...scripts, outline])).toBeLessThan(90_000);
    expect(gzipSync(readFileSync(join(build, 'embed.js'))).length).toBeLessThan(4_000);
  });

  it('gives the story page structured data that parses and holds every event', () => {
    const html = readFileSync(storyPage, 'utf8');
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    const data = JSON.parse(json);
    const story = JSON.parse(
      readFileSync(join(build, 'stories/albania-iran-2022/story.json'), 'utf8')
    );
    expect(data['@type']).toBe('Article');
    expect(data.about).toHaveLength(story.events.length);
  });

  it('has a page for every place of the story', () => {
    const story = JSON.parse(
      readFileSync(join(build, 'stories/albania-iran-2022/story.json'), 'utf8')
    );
    const missing = story.places.filter(
      (place: { id: string }) =>
        !files.includes(join(build, `stories/albania-iran-2022/places/${place.id}/index.html`))
    );
    expect(missing).toEqual([]);
  });

  it('has a feed and a sitemap', () => {
    expect(readFileSync(join(build, 'feed.xml'), 'utf8')).toContain('<entry>');
    expect(readFileSync(join(build, 'sitemap.xml'), 'utf8')).toContain('<urlset');
  });
});
