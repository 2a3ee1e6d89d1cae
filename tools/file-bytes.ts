import { readFileSync } from 'node:fs';
import type { ArchiveBytes } from '../src/lib/core/archive/archive-bytes';

/** The bytes of a file on this machine, turned into UTF-8 from what it is written in. Throws a TypeError when it is not written in that. */
export function fileBytes(path: string, encoding = 'utf-8'): ArchiveBytes {
  const bytes = readFileSync(path);
  const content = isUtf8(encoding)
    ? bytes
    : Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  return {
    byteLength: content.length,
    slice: async (from, to) => new Uint8Array(content.subarray(from, to)).buffer,
    async *chunks() {
      yield content;
    }
  };
}

/** Left as it is: what is wrong in it is to be named by row. */
function isUtf8(encoding: string): boolean {
  return new TextDecoder(encoding).encoding === 'utf-8';
}
