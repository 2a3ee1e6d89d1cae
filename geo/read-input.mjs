import { readFileSync } from 'node:fs';
import { gunzipSync } from 'fflate';

/**
 * One of the files in geo/inputs/, which extract.mjs writes.
 * @param {string} name without `.json.gz`
 * @returns {any}
 */
export function readInput(name) {
  const bytes = gunzipSync(readFileSync(new URL(`./inputs/${name}.json.gz`, import.meta.url)));
  return JSON.parse(new TextDecoder().decode(bytes));
}
