import { Protocol } from 'pmtiles';
import { describe, expect, it, vi } from 'vitest';
import { readThrough, registerTiles } from '../../../../src/lib/map/style/tile-protocol';
import { TileArchive } from '../../../../src/lib/map/style/tile-archive';

const ADDRESS = 'https://example.org/world.pmtiles?v=2';

/** The smallest archive: one tile, 0/0/0, that holds the bytes 7, 8, 9. */
function smallArchive(): Uint8Array<ArrayBuffer> {
  // One entry: tile 0, a run of 1, 3 bytes long, at offset 0 (written as 1).
  const directory = [1, 0, 1, 3, 1];
  const header = new DataView(new ArrayBuffer(127));
  [...'PMTiles'].forEach((letter, i) => header.setUint8(i, letter.charCodeAt(0)));
  header.setUint8(7, 3);
  const offsets = [127, directory.length, 0, 0, 0, 0, 127 + directory.length, 3];
  offsets.forEach((value, i) => header.setBigUint64(8 + 8 * i, BigInt(value), true));
  const [uncompressed, vector] = [1, 1];
  header.setUint8(97, uncompressed);
  header.setUint8(98, uncompressed);
  header.setUint8(99, vector);
  [-10, -10, 10, 10].forEach((degrees, i) => header.setInt32(102 + 4 * i, degrees * 1e7, true));
  return Uint8Array.from([...new Uint8Array(header.buffer), ...directory, 7, 8, 9]);
}

describe('readThrough', () => {
  const host = vi.fn(async () => new Response(smallArchive()));
  const read = readThrough(
    new Protocol(),
    (address) => new TileArchive(address, host as typeof fetch)
  );
  const ask = (url: string, type: 'json' | 'arrayBuffer' = 'arrayBuffer') =>
    read({ url, type }, new AbortController());

  it('has one archive for all its tiles, which it reads from its host once', async () => {
    const { data } = await ask(`pmtiles://${ADDRESS}/0/0/0`);
    expect([...(data as Uint8Array)]).toEqual([7, 8, 9]);
    const missing = await ask(`pmtiles://${ADDRESS}/1/0/0`);
    expect((missing.data as Uint8Array).byteLength).toBe(0);
    expect(host.mock.calls).toHaveLength(1);
  });

  it('answers for the archive as a TileJSON', async () => {
    const { data } = await ask(`pmtiles://${ADDRESS}`, 'json');
    expect(data).toMatchObject({
      tiles: [`pmtiles://${ADDRESS}/{z}/{x}/{y}`],
      bounds: [-10, -10, 10, 10]
    });
  });

  it('asks again for what it could not have before', async () => {
    const url = 'pmtiles://https://example.org/other.pmtiles/0/0/0';
    host.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await expect(ask(url)).rejects.toThrow('https://example.org/other.pmtiles');
    expect(await ask(url)).toHaveProperty('data');
  });
});

describe('registerTiles', () => {
  it('teaches MapLibre the scheme once for the page', () => {
    const addProtocol = vi.fn();
    registerTiles(addProtocol);
    registerTiles(addProtocol);
    expect(addProtocol).toHaveBeenCalledExactlyOnceWith('pmtiles', expect.any(Function));
  });
});
