import type { WatchedBytes } from './archive-bytes';

/** What is read of a file's end at first, in bytes: what says where all else is, and of a small file everything. */
const TAIL = 1 << 19;

/** A file in the manner of hyparquet. */
export interface ParquetBytes {
  readonly byteLength: number;
  slice(start: number, end?: number, signal?: AbortSignal): Promise<ArrayBuffer>;
}

/** Opens a file and keeps its end at hand; one of unknown length is read whole. */
export async function openParquetBytes(
  bytes: WatchedBytes,
  signal: AbortSignal | undefined
): Promise<ParquetBytes> {
  const known = bytes.byteLength;
  const from = known === null ? 0 : Math.max(0, known - TAIL);
  const tail = known === null ? await all(bytes, signal) : await bytes.slice(from, known, signal);
  const byteLength = known ?? tail.byteLength;
  return {
    byteLength,
    slice: async (start, end = byteLength, stop) =>
      start >= from ? tail.slice(start - from, end - from) : bytes.slice(start, end, stop)
  };
}

/** The same file, until the signal aborts. */
export function abortable(file: ParquetBytes, signal: AbortSignal | undefined): ParquetBytes {
  const { byteLength } = file;
  return {
    byteLength,
    slice: async (start, end) => {
      signal?.throwIfAborted();
      return file.slice(start, end, signal);
    }
  };
}

async function all(bytes: WatchedBytes, signal: AbortSignal | undefined): Promise<ArrayBuffer> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of bytes.chunks(signal)) chunks.push(new Uint8Array(chunk));
  return new Blob(chunks).arrayBuffer();
}
