import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * Which part may import which; a part may always import itself. That core reads no browser global, no network and no clock is a rule of the
 * linter's (eslint.config.js).
 */
const rules: Record<string, { parts: string[]; packages: RegExp }> = {
  core: {
    parts: [],
    packages:
      /^(edtf|zod|@date-fns\/tz\/tzOffset|geographiclib-geodesic|papaparse|hyparquet|hyparquet-compressors)$/
  },
  state: { parts: ['core'], packages: /^svelte(\/|$)/ },
  map: {
    parts: ['core', 'i18n'],
    packages:
      /^(maplibre-gl|svelte|topojson-client|topojson-specification|geojson|d3-geo|pmtiles|@fontsource-variable\/source-serif-4)(\/|$)/
  },
  timeline: { parts: ['core', 'i18n'], packages: /^svelte(\/|$)/ },
  viewer: {
    parts: ['core', 'i18n', 'state', 'map', 'timeline', 'present', 'practice'],
    packages: /^svelte(\/|$)/
  },
  embed: { parts: ['core'], packages: /^$/ },
  present: { parts: ['core'], packages: /^$/ },
  offline: { parts: [], packages: /^$/ },
  practice: { parts: ['core'], packages: /^$/ },
  handout: { parts: ['core'], packages: /^$/ },
  teach: { parts: ['core', 'present'], packages: /^$/ },
  // Of the modes for a class what their words are for.
  i18n: { parts: ['core', 'present', 'practice', 'teach'], packages: /^$/ }
};

const lib = new URL('../src/lib/', import.meta.url).pathname;

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    return /\.(ts|svelte)$/.test(name) ? [path] : [];
  });
}

/** What a file imports, statically, dynamically or as a type, as the TypeScript compiler sees it. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const code = file.endsWith('.svelte')
    ? [...source.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(([, script]) => script).join('\n')
    : source;
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
}

function partOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('$lib/')) return specifier.split('/')[1] ?? null;
  if (!specifier.startsWith('.')) return null;
  const resolved = join(file, '..', specifier);
  return resolved.startsWith(lib)
    ? (resolved.slice(lib.length).split('/')[0] ?? null)
    : `outside:${specifier}`;
}

describe('the import table', () => {
  it('has a row for every folder of src/lib', () => {
    const folders = readdirSync(lib).filter((name) => statSync(join(lib, name)).isDirectory());
    expect(Object.keys(rules).sort()).toEqual(folders.sort());
  });

  for (const [part, rule] of Object.entries(rules)) {
    it(`${part} imports nothing but ${['itself', ...rule.parts].join(', ')} and its packages`, () => {
      const wrong: string[] = [];
      for (const file of filesIn(join(lib, part))) {
        for (const specifier of importsOf(file)) {
          const target = partOf(file, specifier);
          const allowed = target
            ? target === part || rule.parts.includes(target)
            : rule.packages.test(specifier.replace(/\?.*$/, ''));
          if (!allowed) wrong.push(`${file.slice(lib.length)} imports ${specifier}`);
        }
      }
      expect(wrong).toEqual([]);
    });
  }
});
