import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { PMTiles, zxyToTileId } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { tileId, writePmtiles } from '../../../geo/pmtiles-writer.mjs';
import { openArchive, sourceOf } from './read-archive';

const BOUNDS = [-180, -85, 180, 85];
const bytes = (text: string) => gzipSync(new TextEncoder().encode(text), { mtime: 0 });
const write = (tiles: { z: number; x: number; y: number; text: string }[], metadata = {}) =>
  writePmtiles(
    tiles.map(({ text, ...at }) => ({ ...at, data: bytes(text) })),
    { bounds: BOUNDS, metadata }
  );
async function textAt(archive: PMTiles, z: number, x: number, y: number) {
  const found = await archive.getZxy(z, x, y);
  return found === undefined ? null : new TextDecoder().decode(found.data);
}

const position = fc.nat({ max: 7 }).chain((z) =>
  fc.record({
    z: fc.constant(z),
    x: fc.nat({ max: 2 ** z - 1 }),
    y: fc.nat({ max: 2 ** z - 1 })
  })
);
const tileSet = fc.uniqueArray(
  fc.record({
    at: position,
    text: fc.constantFrom('', 'sea', 'land', 'a', 'b', 'long '.repeat(50))
  }),
  { minLength: 1, maxLength: 120, selector: ({ at }) => `${at.z}/${at.x}/${at.y}` }
);

describe('tileId', () => {
  it('numbers tiles as the reader does', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.nat(), fc.nat(), (z, a, b) => {
        const [x, y] = [a % 2 ** z, b % 2 ** z];
        expect(tileId(z, x, y)).toBe(zxyToTileId(z, x, y));
      })
    );
  });
});

describe('writePmtiles', () => {
  it('gives back each tile that was put in, and nothing elsewhere', async () => {
    await fc.assert(
      fc.asyncProperty(tileSet, fc.array(position, { maxLength: 20 }), async (set, others) => {
        const archive = openArchive(write(set.map(({ at, text }) => ({ ...at, text }))));
        const known = new Map(set.map(({ at, text }) => [`${at.z}/${at.x}/${at.y}`, text]));
        for (const { at } of set) others.push(at);
        for (const { z, x, y } of others)
          expect(await textAt(archive, z, x, y)).toBe(known.get(`${z}/${x}/${y}`) ?? null);
      }),
      { numRuns: 100 }
    );
  });

  it('makes the same bytes whatever the order of the tiles', () => {
    fc.assert(
      fc.property(tileSet, (set) => {
        const tiles = set.map(({ at, text }) => ({ ...at, text }));
        expect(write([...tiles].reverse())).toEqual(write(tiles));
      }),
      { numRuns: 30 }
    );
  });

  it('says truly in its header what is in it', async () => {
    const archive = openArchive(
      write([
        { z: 2, x: 0, y: 0, text: 'a' },
        { z: 3, x: 7, y: 7, text: 'b' },
        { z: 3, x: 0, y: 0, text: 'a' }
      ])
    );
    expect(await archive.getHeader()).toMatchObject({
      specVersion: 3,
      clustered: true,
      numAddressedTiles: 3,
      numTileContents: 2,
      minZoom: 2,
      maxZoom: 3,
      minLon: -180,
      minLat: -85,
      maxLon: 180,
      maxLat: 85,
      centerZoom: 2,
      centerLon: 0,
      centerLat: 0
    });
  });

  it('keeps a tile that is at many places once', async () => {
    const many = Array.from({ length: 64 }, (_, i) => ({ z: 3, x: i % 8, y: i >> 3, text: 'sea' }));
    const archive = openArchive(write(many));
    expect(await archive.getHeader()).toMatchObject({
      numAddressedTiles: 64,
      // All sixty-four follow each other on the curve: one entry with a run.
      numTileEntries: 1,
      numTileContents: 1,
      tileDataLength: bytes('sea').length
    });
  });

  it('puts what does not fit in the root into leaf directories, and finds it there', async () => {
    const z = 8;
    // Scattered and of uneven lengths, so that the directory does not shrink to nothing.
    const scatter = (n: number) => (Math.imul(n + 1, 2654435761) >>> 0) / 2 ** 32;
    const many = Array.from({ length: 2 ** 16 }, (_, i) => ({ z, x: i % 256, y: i >> 8 }))
      .filter(({ x, y }) => (x !== 0 || y !== 0) && scatter(x * 256 + y) < 0.3)
      .map((at) => ({
        ...at,
        text: Array.from({ length: 9 * scatter(at.y * 256 + at.x) }, (_, i) =>
          scatter(at.x + 256 * at.y + 7 * i).toFixed(9)
        ).join(' ')
      }));
    const archive = openArchive(write(many));
    const header = await archive.getHeader();
    expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16_384);
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
    for (const { x, y, text } of many.filter((_, i) => i % 997 === 0))
      expect(await textAt(archive, z, x, y)).toBe(text);
    expect(await textAt(archive, z, 0, 0)).toBeNull();
  });

  it('keeps metadata in any script', async () => {
    const metadata = { attribution: '© دریای خزر', vector_layers: [] };
    const archive = openArchive(write([{ z: 0, x: 0, y: 0, text: '' }], metadata));
    expect(await archive.getMetadata()).toEqual(metadata);
  });

  it('refuses no tiles at all, and two at one place', () => {
    expect(() => write([])).toThrow('at least one tile');
    const twice = { z: 1, x: 1, y: 0 };
    expect(() =>
      write([
        { ...twice, text: 'a' },
        { ...twice, text: 'b' }
      ])
    ).toThrow('Two tiles have the number 4');
  });

  it('reads as the bytes that it is', async () => {
    const data = write([{ z: 0, x: 0, y: 0, text: 'x' }]);
    expect(new TextDecoder().decode(data.slice(0, 7))).toBe('PMTiles');
    expect(await sourceOf(data).getBytes(0, 8)).toMatchObject({ data: expect.any(ArrayBuffer) });
  });
});
