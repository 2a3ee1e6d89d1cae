/** What the map must say on screen, wherever it is shown. */
export const ATTRIBUTION = 'Natural Earth · © OpenStreetMap contributors · GeoNames · GSHHG';

/**
 * The tiles' layers and their properties: what the style may rely on.
 * @type {Record<string, Record<string, 'String' | 'Number'>>}
 */
export const FIELDS = {
  sea: {},
  land: {},
  lakes: {},
  rivers: { rank: 'Number' },
  borders: { kind: 'String' },
  countries: { code: 'String', zoom: 'Number' },
  seas: { name: 'String', name_sq: 'String', name_fa: 'String', zoom: 'Number' },
  places: {
    name: 'String',
    name_sq: 'String',
    name_fa: 'String',
    local: 'String',
    rank: 'Number',
    capital: 'Number',
    zoom: 'Number'
  }
};
