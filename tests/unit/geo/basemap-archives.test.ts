import { statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ATTRIBUTION, FIELDS } from '../../../geo/contract.mjs';
import archives from '../../../src/lib/map/tile-archives.json';
import {
  archivePath,
  covers,
  featuresOf,
  readAllTiles,
  readArchive,
  readTile,
  tileOf,
  type ReadTile
} from './read-archive';

type LonLat = readonly [number, number];
const POLYGON = 3;
const LINE = 2;
const POINT = 1;
const TYPES: Record<string, number> = {
  sea: POLYGON,
  land: POLYGON,
  lakes: POLYGON,
  rivers: LINE,
  borders: LINE,
  countries: POINT,
  seas: POINT,
  places: POINT
};
const ONLY_IN_WORLD = ['countries', 'seas'];
const all = [
  { id: 'world', ...archives.world, bounds: [-180, -85.0511287, 180, 85.0511287] },
  ...archives.regions
];
const tiles = new Map<string, ReadTile[]>();
const read = (id: string) => tiles.get(id) as ReadTile[];
const tileAt = (id: string, point: LonLat, z: number) => {
  const [x, y] = tileOf(point, z);
  return readTile(readArchive(id), z, x, y);
};
const named = async (id: string, point: LonLat, z: number, name: string) => {
  const tile = await tileAt(id, point, z);
  return tile && featuresOf(tile, 'places').find(({ properties }) => properties.name === name);
};

beforeAll(async () => {
  for (const { id } of all) tiles.set(id, await readAllTiles(readArchive(id)));
}, 60_000);

describe.each(all)('the archive $id', ({ id, bounds, minzoom, maxzoom }) => {
  it('has every tile that its header counts', async () => {
    const { numAddressedTiles } = await readArchive(id).getHeader();
    expect(read(id).length).toBe(numAddressedTiles);
  });

  it('has the bounds and zooms that the app is told of', async () => {
    const header = await readArchive(id).getHeader();
    expect([header.minZoom, header.maxZoom]).toEqual([minzoom, maxzoom]);
    const at = [header.minLon, header.minLat, header.maxLon, header.maxLat];
    bounds.forEach((value, i) => expect(at[i]).toBeCloseTo(value, 6));
  });

  it('says whom to credit, and which layers it has', async () => {
    const metadata = (await readArchive(id).getMetadata()) as {
      attribution: string;
      vector_layers: { id: string; fields: object }[];
    };
    expect(metadata.attribution).toBe(ATTRIBUTION);
    for (const { id: layer, fields } of metadata.vector_layers)
      expect(fields).toEqual(FIELDS[layer]);
  });

  it('keeps to the contract: layers, types of geometry, properties and their types', () => {
    const wrong = new Set<string>();
    for (const tile of read(id))
      for (const [layer, { extent }] of Object.entries(tile.tile.layers)) {
        const fields = FIELDS[layer];
        const here = id === 'world' ? layer !== 'sea' : !ONLY_IN_WORLD.includes(layer);
        if (fields === undefined || !here) wrong.add(`layer ${layer}`);
        if (extent !== 4096) wrong.add(`extent ${extent}`);
        for (const { type, properties } of featuresOf(tile, layer)) {
          if (type !== TYPES[layer]) wrong.add(`type ${type} in ${layer}`);
          for (const [key, value] of Object.entries(properties))
            if (fields?.[key]?.toLowerCase() !== typeof value)
              wrong.add(`${layer}.${key}: ${value}`);
        }
      }
    expect([...wrong]).toEqual([]);
  });

  it('has borders of three kinds and rivers of known rank', () => {
    const kinds = new Set<unknown>();
    const ranks = new Set<unknown>();
    for (const tile of read(id)) {
      for (const { properties } of featuresOf(tile, 'borders')) kinds.add(properties.kind);
      for (const { properties } of featuresOf(tile, 'rivers')) ranks.add(properties.rank);
    }
    const known = id === 'iran' ? ['country', 'region'] : ['country', 'disputed', 'region'];
    expect([...kinds].sort()).toEqual(known);
    for (const rank of ranks) expect([0, 1, 2, 3, 4]).toContain(rank);
  });

  it('names each place once a tile, in its own words only where they differ', () => {
    const wrong: string[] = [];
    for (const tile of read(id)) {
      const seen = new Set<string>();
      for (const feature of featuresOf(tile, 'places')) {
        const { name, name_sq, name_fa, local, rank, capital, zoom } = feature.properties;
        const point = feature.loadGeometry()[0]?.[0];
        const key = `${String(name)} ${point?.x} ${point?.y}`;
        if (seen.has(key)) wrong.push(`twice: ${key}`);
        seen.add(key);
        if ([name_sq, name_fa, local].includes(name as string)) wrong.push(`same: ${key}`);
        if (typeof name !== 'string' || name === '') wrong.push('no name');
        if (!((rank as number) >= 0 && (rank as number) <= 6)) wrong.push(`rank ${String(rank)}`);
        if (capital !== undefined && capital !== 1) wrong.push(`capital ${String(capital)}`);
        if ((zoom as number) >= tile.z + 1 && tile.z < maxzoom) wrong.push(`too early: ${key}`);
        if ((zoom as number) > (id === 'world' ? 7 : 11)) wrong.push(`too late: ${key}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is small enough to be handed out with the page', () => {
    expect(statSync(archivePath(`${id}.pmtiles`)).size).toBeLessThan(4_000_000);
  });

  it('has no border both solid and dashed', () => {
    const both: string[] = [];
    for (const tile of read(id).filter(({ z }) => z === maxzoom)) {
      const pieces = (kind: string) =>
        featuresOf(tile, 'borders')
          .filter(({ properties }) => properties.kind === kind)
          .flatMap((feature) => feature.loadGeometry())
          .flatMap((line) => line.slice(1).map((to, i) => [line[i], to] as const));
      const solid = pieces('country');
      const near = 8;
      for (const [from, to] of pieces('disputed')) {
        const [x, y] = [((from?.x ?? 0) + to.x) / 2, ((from?.y ?? 0) + to.y) / 2];
        const length = Math.hypot(to.x - (from?.x ?? 0), to.y - (from?.y ?? 0));
        if (length < 6 * near || x < 0 || y < 0 || x > 4096 || y > 4096) continue;
        for (const [a, b] of solid) {
          if (a === undefined) continue;
          const [dx, dy] = [b.x - a.x, b.y - a.y];
          const t = Math.max(
            0,
            Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1))
          );
          if (Math.hypot(x - a.x - t * dx, y - a.y - t * dy) < near)
            both.push(`${tile.z}/${tile.x}/${tile.y} at ${x},${y}`);
        }
      }
    }
    expect(both).toEqual([]);
  });
});

describe('the first view', () => {
  const cost = async (west: LonLat, east: LonLat, z: number) => {
    const archive = readArchive('world');
    const raw = await archive.getHeader();
    expect(raw.tileCompression).toBe(2);
    const { gzipSync } = await import('fflate');
    let bytes = 0;
    const [w, n] = tileOf(west, z);
    const [e, s] = tileOf(east, z);
    for (let x = w; x <= e; x++)
      for (let y = n; y <= s; y++) {
        const found = await archive.getZxy(z, x, y);
        if (found) bytes += gzipSync(new Uint8Array(found.data), { level: 9 }).length;
      }
    return bytes;
  };

  it('of the globe, and of Europe to Iran, costs at most 250 kB with all that is coarser', async () => {
    const globe = await cost([-180, 85], [179.9, -85], 2);
    const coarser =
      (await cost([-180, 85], [179.9, -85], 0)) + (await cost([-180, 85], [179.9, -85], 1));
    const near = await cost([-15, 60], [65, 20], 3);
    expect(globe + coarser + near).toBeLessThan(250_000);
  });

  it('has no tile above 40 kB down to zoom 3', async () => {
    const archive = readArchive('world');
    const { gzipSync } = await import('fflate');
    for (const { z, x, y } of read('world').filter((tile) => tile.z <= 3)) {
      const found = await archive.getZxy(z, x, y);
      const size = found ? gzipSync(new Uint8Array(found.data), { level: 9 }).length : 0;
      expect(size, `${z}/${x}/${y}`).toBeLessThan(40_000);
    }
  });
});

describe('land and sea', () => {
  const LAND: [string, LonLat][] = [
    ['Tirana', [19.82, 41.33]],
    ['Shijak, behind Durrës', [19.57, 41.35]],
    ['Manëz', [19.59, 41.43]],
    ['Tehran', [51.42, 35.69]],
    ['Qeshm', [55.9, 26.8]],
    ['Bushehr', [50.9, 28.95]],
    ['Corfu', [19.8, 39.6]],
    ['Crete', [24.9, 35.2]],
    ['Crimea', [34.2, 45.2]],
    ['Chukotka, west of 180°', [178, 67]],
    ['Chukotka, east of 180°', [-176, 66.7]],
    ['Chukotka, on 180°', [179.99, 67]],
    ['Viti Levu', [178, -17.8]],
    ['the South Pole’s plateau', [0, -82]],
    ['Antarctica at 179° W', [-179, -84.8]],
    ['the Antarctic Peninsula', [-64, -69.5]],
    ['Greenland’s north', [-35, 81]],
    ['Tasmania', [146.6, -42]],
    ['Sri Lanka', [80.7, 7.5]],
    ['Sicily', [14, 37.5]],
    ['Manhattan’s hinterland', [-74.5, 41.2]],
    ['Tierra del Fuego', [-69, -54]]
  ];
  const SEA: [string, LonLat][] = [
    ['the Adriatic off Durrës', [19.2, 41.35]],
    ['the Strait of Otranto', [18.9, 40.3]],
    ['the Ionian Sea', [18.6, 38]],
    ['the Caspian Sea', [51, 40.5]],
    ['the southern Caspian Sea', [51.5, 38]],
    ['the Persian Gulf', [51.5, 27.3]],
    ['the Strait of Hormuz', [56.5, 26.45]],
    ['the Black Sea', [34, 43]],
    ['the Bering Strait', [-169, 65.3]],
    ['the Koro Sea', [179.5, -18.3]],
    ['the Ross Sea', [-175, -75]],
    ['the Weddell Sea', [-40, -72]],
    ['the North Pole', [0, 84.9]],
    ['the Gulf of Guinea', [0, 0]],
    ['Hudson Bay', [-85, 60]],
    ['the Red Sea', [38, 20]]
  ];

  it.each(LAND)('%s is land', async (_, point) => {
    for (const z of [3, 6])
      expect(covers(await tileAt('world', point, z), 'land', point)).toBe(true);
  });

  it.each(SEA)('%s is sea', async (_, point) => {
    for (const z of [0, 3, 6])
      expect(covers(await tileAt('world', point, z), 'land', point)).toBe(false);
  });

  it('of a region agrees with the world, and its sea lies under all of it', async () => {
    for (const { id, bounds, minzoom, maxzoom } of archives.regions) {
      const [w = 0, s = 0, e = 0, n = 0] = bounds;
      const inside = ([, [lon, lat]]: [string, LonLat]) => lon > w && lon < e && lat > s && lat < n;
      for (const z of [minzoom, maxzoom])
        for (const [known, list] of [
          [true, LAND],
          [false, SEA]
        ] as const)
          for (const [name, point] of list.filter(inside)) {
            const tile = await tileAt(id, point, z);
            expect(covers(tile, 'land', point), `${name} at ${z}`).toBe(known);
            expect(covers(tile, 'sea', point), name).toBe(true);
          }
    }
  });

  it('has a tile wherever there is land, also where nothing else is', async () => {
    const sahara: LonLat = [9, 23];
    for (const z of [0, 1, 2, 3, 4, 5, 6])
      expect(covers(await tileAt('world', sahara, z), 'land', sahara)).toBe(true);
  });

  it('has all of a region’s tiles', () => {
    for (const { id, bounds, minzoom, maxzoom } of archives.regions) {
      const [w = 0, s = 0, e = 0, n = 0] = bounds;
      for (const z of [minzoom, maxzoom]) {
        const [west, north] = tileOf([w, n], z);
        const [east, south] = tileOf([e - 1e-9, s + 1e-9], z);
        const found = read(id).filter((tile) => tile.z === z);
        expect(found.length).toBe((east - west + 1) * (south - north + 1));
      }
    }
  });
});

describe('names', () => {
  it('finds Tirana, Tehran and Mashhad in the world, with their names in Albanian and Persian', async () => {
    const tirana = await named('world', [19.82, 41.33], 4, 'Tirana');
    expect(tirana?.properties).toMatchObject({ name_sq: 'Tiranë', local: 'Tiranë', capital: 1 });
    const tehran = await named('world', [51.42, 35.69], 3, 'Tehran');
    expect(tehran?.properties).toMatchObject({ name_fa: 'تهران', local: 'تهران', capital: 1 });
    const mashhad = await named('world', [59.6, 36.3], 6, 'Mashhad');
    expect(mashhad?.properties).toMatchObject({ name_fa: 'مشهد' });
    expect(mashhad?.properties.capital).toBeUndefined();
  });

  it.each(['Manëz', 'Kamëz'])('finds %s in the region of Albania only', async (name) => {
    const point: LonLat = name === 'Manëz' ? [19.59306, 41.42861] : [19.76, 41.38];
    expect(await named('albania', point, 9, name)).toBeDefined();
    expect(await named('world', point, 6, name)).toBeUndefined();
  });

  it('has each place in one archive only', () => {
    const places = (id: string, z: number) =>
      read(id)
        .filter((tile) => tile.z === z)
        .flatMap((tile) => featuresOf(tile, 'places'))
        .map(({ properties }) => properties.name as string);
    const world = new Set(places('world', archives.world.maxzoom));
    for (const name of ['Durrës', 'Skopje', 'Isfahan', 'Shiraz']) expect(world).toContain(name);
    expect(places('albania', 10)).not.toContain('Durrës');
    expect(places('iran', 10)).not.toContain('Isfahan');
  });

  it.each([
    ['Latin', /^[A-Za-zÀ-ɏ '’.-]+$/],
    ['Arabic', /[\u0600-\u06ff]/],
    ['Greek', /[\u0370-\u03ff]/],
    ['Cyrillic', /[\u0400-\u04ff]/]
  ])('has places whose own name is in %s script', (_, script) => {
    const own = read('world').flatMap((tile) => featuresOf(tile, 'places'));
    expect(own.some(({ properties }) => script.test(String(properties.local)))).toBe(true);
  });

  it('names the seas in three languages', () => {
    const found = read('world').flatMap((tile) => featuresOf(tile, 'seas'));
    const names = new Map(found.map(({ properties }) => [properties.name, properties]));
    expect(names.get('Adriatic Sea')).toMatchObject({ name_sq: 'Deti Adriatik' });
    expect(names.get('Persian Gulf')).toMatchObject({ name_fa: 'خلیج فارس' });
    expect(names.size).toBeGreaterThan(25);
  });

  it('gives countries the codes that the browser has names for', () => {
    const display = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const codes = new Set(
      read('world').flatMap((tile) =>
        featuresOf(tile, 'countries').map(({ properties }) => properties.code as string)
      )
    );
    for (const code of ['AL', 'IR', 'XK', 'MT', 'BH', 'PS', 'CD']) expect(codes).toContain(code);
    for (const code of codes) expect(display.of(code), code).toBeDefined();
  });
});

describe('disputed borders', () => {
  const kindAt = async (id: string, point: LonLat, z: number) => {
    const tile = await tileAt(id, point, z);
    const [x, y] = tileOf(point, z + 12).map((v) => v % 4096) as [number, number];
    const kinds = (tile ? featuresOf(tile, 'borders') : []).filter((feature) =>
      feature.loadGeometry().some((line) =>
        line.slice(1).some((to, i) => {
          const from = line[i] as { x: number; y: number };
          const [dx, dy] = [to.x - from.x, to.y - from.y];
          const t = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1);
          const k = Math.max(0, Math.min(1, t));
          return Math.hypot(x - from.x - k * dx, y - from.y - k * dy) < 120;
        })
      )
    );
    return [...new Set(kinds.map(({ properties }) => properties.kind))].filter(
      (k) => k !== 'region'
    );
  };

  it.each<[string, LonLat]>([
    ['Kosovo and Serbia', [21.4, 42.87]],
    ['Crimea and the mainland', [33.7, 46.12]],
    ['Crimea and Russia, through the Kerch Strait', [36.62, 45.38]],
    ['the Golan’s east', [35.84, 33.0]],
    ['the Golan’s west', [35.62, 32.9]],
    ['the two Koreas', [127, 38.2]],
    ['Morocco and Western Sahara', [-10, 27.66]],
    ['Aksai Chin’s north-east', [80.2, 35.3]]
  ])('between %s are dashed', async (_, point) => {
    expect(await kindAt('world', point, 6)).toEqual(['disputed']);
  });

  it.each<[string, LonLat]>([
    ['Albania and Kosovo', [20.5, 42.25]],
    ['Iran and Iraq', [45.6, 33.6]],
    ['Russia and Ukraine near Sumy', [34.8, 51.2]],
    ['India and Pakistan in the south', [71, 27.85]]
  ])('between %s are not', async (_, point) => {
    expect(await kindAt('world', point, 6)).toEqual(['country']);
  });
});
