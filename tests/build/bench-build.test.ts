import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const build = join(root, 'build');
const files = readdirSync(build, { recursive: true, encoding: 'utf8' });
const scripts = files.filter((file) => file.endsWith('.js'));

/** What a page of the bench cannot do without, in its own source and however small it is made. */
const MARK = 'globalThis.benchData';

describe('the bench', () => {
  it('has a page at /bench/, which is known by what it takes its events from', () => {
    expect(existsSync(join(root, 'bench/routes/bench/+page.svelte'))).toBe(true);
    expect(readFileSync(join(root, 'bench/shell.ts'), 'utf8')).toContain(MARK);
  });

  it('is no part of the ordinary site: neither its pages nor its scripts nor what it compares with', () => {
    expect(files.filter((file) => /(^|\/)bench(\/|\.|$)/.test(file))).toEqual([]);
    expect(scripts.length).toBeGreaterThan(10);
    const holding = scripts.filter((file) =>
      /benchData|leaflet-container/.test(readFileSync(join(build, file), 'utf8'))
    );
    expect(holding).toEqual([]);
  });

  it('is not in the sitemap', () => {
    expect(readFileSync(join(build, 'sitemap.xml'), 'utf8')).not.toContain('/bench');
  });
});
