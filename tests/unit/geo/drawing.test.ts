import { readFileSync } from 'node:fs';
import { geoContains } from 'd3-geo';
import { gzipSync } from 'fflate';
import { feature } from 'topojson-client';
import type {
  GeometryCollection,
  MultiLineString,
  MultiPolygon,
  Topology
} from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { archivePath } from './read-archive';

type Drawing = Topology<{
  land: MultiPolygon;
  borders: MultiLineString;
  disputed: MultiLineString;
  lakes: MultiPolygon;
  names?: GeometryCollection<{ zoom: number }>;
}>;
const bytes = (name: string) => readFileSync(archivePath(`drawing-${name}.json`));
const read = (name: string) => JSON.parse(bytes(name).toString()) as Drawing;

describe.each([
  { name: 'coarse', most: 25_000 },
  { name: 'fine', most: 190_000 }
])('the $name drawing', ({ name, most }) => {
  it('is small enough', () => {
    expect(gzipSync(bytes(name), { level: 9 }).length).toBeLessThanOrEqual(most);
  });

  it('has land where there is land, with rings that run as d3-geo has them', () => {
    const topology = read(name);
    const land = feature(topology, topology.objects.land);
    for (const point of [
      [20, 41],
      [52, 33],
      [0, -89],
      [178, 67],
      [-175, 66.6],
      [9, 23]
    ] as const)
      expect(geoContains(land, [...point]), String(point)).toBe(true);
    for (const point of [
      [17, 42.6],
      [51, 40],
      [0, 89],
      [-30, 30],
      [-150, 0]
    ] as const)
      expect(geoContains(land, [...point]), String(point)).toBe(false);
  });

  it('has lakes as holes are not: Lake Superior is water, the plains are not', () => {
    const topology = read(name);
    const lakes = feature(topology, topology.objects.lakes);
    expect(geoContains(lakes, [-87.5, 47.7])).toBe(true);
    expect(geoContains(lakes, [-100, 45])).toBe(false);
  });

  it('has settled and disputed borders', () => {
    const { borders, disputed } = read(name).objects;
    expect(borders.arcs.length).toBeGreaterThan(200);
    expect(disputed.arcs.length).toBeGreaterThan(30);
  });
});

it('names countries by code in the coarse drawing only', () => {
  const names = read('coarse').objects.names?.geometries ?? [];
  const codes = names.map(({ id }) => id);
  for (const code of ['AL', 'IR', 'XK', 'MT']) expect(codes).toContain(code);
  for (const { properties } of names)
    expect(properties).toMatchObject({ zoom: expect.any(Number) });
  expect(read('fine').objects.names).toBeUndefined();
});
