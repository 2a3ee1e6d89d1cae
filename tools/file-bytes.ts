import { readFileSync } from 'node:fs';
import type { ArchiveBytes } from '../src/lib/core/archive/archive-bytes';

/** The bytes of a file on this machine. */
export function fileBytes(path: string): ArchiveBytes {
  const content = readFileSync(path);
  return {
    byteLength: content.length,
    slice: async (from, to) => new Uint8Array(content.subarray(from, to)).buffer,
    async *chunks() {
      yield content;
    }
  };
}
