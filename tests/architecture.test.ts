import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which part may import which; a part may always import itself. "pure" means small packages without browser, clock or network. */
const rules: Record<string, { parts: string[]; packages: RegExp }> = {
  core: { parts: [], packages: /^(edtf|zod|@date-fns\/tz|d3-array|geographiclib-geodesic)$/ },
  state: { parts: ['core'], packages: /^svelte(\/|$)/ },
  map: { parts: ['core', 'i18n'], packages: /^(maplibre-gl|svelte|topojson-client|d3-geo)(\/|$)/ },
  timeline: { parts: ['core', 'i18n'], packages: /^(d3-scale|d3-shape|svelte)(\/|$)/ },
  viewer: { parts: ['core', 'i18n', 'state', 'map', 'timeline'], packages: /^svelte(\/|$)/ },
  i18n: { parts: ['core'], packages: /^$/ }
};

const lib = new URL('../src/lib/', import.meta.url).pathname;

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    return /\.(ts|svelte)$/.test(name) ? [path] : [];
  });
}

/** What a file imports, statically, dynamically or as a type. */
function importsOf(source: string): string[] {
  return [...source.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g)].map(
    (m) => m[1] ?? ''
  );
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
        for (const specifier of importsOf(readFileSync(file, 'utf8'))) {
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

  it('core reads no browser global, no network and no clock', () => {
    const forbidden = /\b(document|window\.|fetch\(|Date\.now\(|new Date\(\)|localStorage|\$app\/)/;
    const wrong = filesIn(join(lib, 'core')).filter((file) => {
      const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return forbidden.test(code);
    });
    expect(wrong).toEqual([]);
  });
});
