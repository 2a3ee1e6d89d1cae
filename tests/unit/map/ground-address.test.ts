import { afterEach, describe, expect, it, vi } from 'vitest';
import { absolute, creditsOf } from '../../../src/lib/map/ground-address';

afterEach(() => vi.unstubAllGlobals());

describe('creditsOf', () => {
  const own = { basemap: '/basemap', streets: null, style: null };

  it('names whom our ground is owed to, and who gives the streets besides where there are any', () => {
    const ground = creditsOf(own);
    for (const name of ['Natural Earth', 'OpenStreetMap', 'GeoNames', 'GSHHG'])
      expect(ground.filter((credit) => credit.includes(name))).toHaveLength(1);
    const streets = creditsOf({ ...own, streets: '/streets.pmtiles' });
    expect(streets.slice(0, ground.length)).toEqual(ground);
    expect(streets.length).toBeGreaterThan(ground.length);
  });

  it('names those a style of somebody else’s names first, and those of the drawings besides', () => {
    const style = { address: '/style.json', credits: ['The Office of Works'] };
    const both = [...style.credits, ...creditsOf(own)];
    expect(creditsOf({ ...own, streets: '/streets.pmtiles', style })).toEqual(both);
  });
});

describe('absolute', () => {
  it('is what the page means by an address, in a sub-folder too', () => {
    vi.stubGlobal('document', { baseURI: 'https://example.org/sub/stories/one/' });
    expect(absolute('../../basemap')).toBe('https://example.org/sub/basemap');
    expect(absolute('/basemap')).toBe('https://example.org/basemap');
    expect(absolute('https://tiles.example/x.pmtiles')).toBe('https://tiles.example/x.pmtiles');
  });
});
