import { gzipSync } from 'fflate';

/** @typedef {{ z: number, x: number, y: number, data: Uint8Array }} Tile `data` is the tile as it is served, gzip and all */
/** @typedef {{ id: number, run: number, offset: number, length: number }} Entry */

const HEADER = 127;
/** Header and root directory together fit in the 16 KiB that a reader asks for first. */
const ROOT_LIMIT = 16_384 - HEADER;

/**
 * An archive after the PMTiles specification, version 3: tiles in the order of the Hilbert curve, each different tile once.
 * The same tiles in any order make the same bytes.
 * @param {Tile[]} tiles at least one, no two at one place
 * @param {{ bounds: readonly number[], metadata: object }} about bounds west, south, east, north in degrees
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function writePmtiles(tiles, { bounds, metadata }) {
  if (tiles.length === 0) throw new Error('An archive needs at least one tile');
  const { entries, contents, dataLength } = layOut(tiles);
  const { root, leaves } = writeDirectories(entries);
  const json = gzip(new TextEncoder().encode(JSON.stringify(metadata)));
  const zooms = tiles.map(({ z }) => z);
  const start = {
    root: HEADER,
    json: HEADER + root.length,
    leaves: HEADER + root.length + json.length,
    data: HEADER + root.length + json.length + leaves.length
  };
  const out = new Uint8Array(start.data + dataLength);
  writeHeader(new DataView(out.buffer), {
    sections: [start.root, root.length, start.json, json.length, start.leaves, leaves.length],
    data: [start.data, dataLength],
    counts: [tiles.length, entries.length, contents.length],
    minzoom: zooms.reduce((a, b) => Math.min(a, b)),
    maxzoom: zooms.reduce((a, b) => Math.max(a, b)),
    bounds
  });
  out.set(root, start.root);
  out.set(json, start.json);
  out.set(leaves, start.leaves);
  for (const { offset, data } of contents) out.set(data, start.data + offset);
  return out;
}

/**
 * A tile's number: all of the zooms before it, then its place on the Hilbert curve.
 * @param {number} z
 * @param {number} x
 * @param {number} y
 */
export function tileId(z, x, y) {
  let id = (4 ** z - 1) / 3;
  for (let s = 2 ** (z - 1); s >= 1; s /= 2) {
    const rx = (x & s) > 0 ? 1 : 0;
    const ry = (y & s) > 0 ? 1 : 0;
    id += s * s * ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) [x, y] = [s - 1 - (x & (s - 1)), s - 1 - (y & (s - 1))];
      [x, y] = [y, x];
    }
  }
  return id;
}

/** @param {Tile[]} tiles */
function layOut(tiles) {
  const ordered = tiles
    .map(({ z, x, y, data }) => ({ id: tileId(z, x, y), data }))
    .sort((a, b) => a.id - b.id);
  /** @type {Map<string, { offset: number, data: Uint8Array }>} */
  const known = new Map();
  /** @type {Entry[]} */
  const entries = [];
  let dataLength = 0;
  for (const { id, data } of ordered) {
    const key = keyOf(data);
    let content = known.get(key);
    if (content === undefined) {
      content = { offset: dataLength, data };
      known.set(key, content);
      dataLength += data.length;
    }
    const last = entries.at(-1);
    if (last && last.id + last.run === id && last.offset === content.offset) last.run++;
    else if (last && last.id + last.run > id) throw new Error(`Two tiles have the number ${id}`);
    else entries.push({ id, run: 1, offset: content.offset, length: data.length });
  }
  return { entries, contents: [...known.values()], dataLength };
}

/** @param {Uint8Array} data */
function keyOf(data) {
  return Buffer.from(data.buffer, data.byteOffset, data.length).toString('latin1');
}

/** @param {Entry[]} entries */
function writeDirectories(entries) {
  const whole = directory(entries);
  if (whole.length <= ROOT_LIMIT) return { root: whole, leaves: new Uint8Array() };
  for (let size = 4096; ; size *= 2) {
    /** @type {Entry[]} */
    const pointers = [];
    /** @type {Uint8Array[]} */
    const parts = [];
    let offset = 0;
    for (let i = 0; i < entries.length; i += size) {
      const part = directory(entries.slice(i, i + size));
      pointers.push({ id: entries[i]?.id ?? 0, run: 0, offset, length: part.length });
      parts.push(part);
      offset += part.length;
    }
    const root = directory(pointers);
    if (root.length <= ROOT_LIMIT) return { root, leaves: concat(parts) };
  }
}

/** Four columns, each as varints: steps of the number, runs, lengths, offsets (0: right after the entry before). @param {Entry[]} entries */
function directory(entries) {
  /** @type {number[]} */
  const bytes = [];
  const put = (/** @type {number} */ value) => {
    for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
  };
  put(entries.length);
  entries.forEach(({ id }, i) => put(id - (entries[i - 1]?.id ?? 0)));
  for (const { run } of entries) put(run);
  for (const { length } of entries) put(length);
  entries.forEach(({ offset }, i) => {
    const before = entries[i - 1];
    put(before && before.offset + before.length === offset ? 0 : offset + 1);
  });
  return gzip(Uint8Array.from(bytes));
}

/**
 * @param {DataView} view
 * @param {{ sections: number[], data: number[], counts: number[], minzoom: number, maxzoom: number, bounds: readonly number[] }} values
 */
function writeHeader(view, { sections, data, counts, minzoom, maxzoom, bounds }) {
  const [GZIP, MVT, CLUSTERED] = [2, 1, 1];
  [...'PMTiles'].forEach((letter, i) => view.setUint8(i, letter.charCodeAt(0)));
  view.setUint8(7, 3);
  [...sections, ...data, ...counts].forEach((value, i) =>
    view.setBigUint64(8 + 8 * i, BigInt(value), true)
  );
  [CLUSTERED, GZIP, GZIP, MVT, minzoom, maxzoom].forEach((value, i) =>
    view.setUint8(96 + i, value)
  );
  const [w = 0, s = 0, e = 0, n = 0] = bounds;
  [w, s, e, n].forEach((degrees, i) => view.setInt32(102 + 4 * i, Math.round(degrees * 1e7), true));
  view.setUint8(118, minzoom);
  [(w + e) / 2, (s + n) / 2].forEach((degrees, i) =>
    view.setInt32(119 + 4 * i, Math.round(degrees * 1e7), true)
  );
}

/** By fflate: zlib's bytes depend on the processor. @param {Uint8Array} bytes */
function gzip(bytes) {
  return gzipSync(bytes, { level: 9, mtime: 0 });
}

/** @param {Uint8Array[]} parts */
function concat(parts) {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
