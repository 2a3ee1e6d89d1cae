import { element, type Markup } from '$lib/map/poster/markup';
import { baseMapAddress } from '../../map-settings';

/** What each part of the base map comes from, under which licence, and where to read of both: `geo/README.md` has the whole account. */
const PARTS = [
  ['Natural Earth', 'public domain', 'https://www.naturalearthdata.com/about/terms-of-use/'],
  ['© OpenStreetMap contributors', 'ODbL', 'https://www.openstreetmap.org/copyright'],
  ['GeoNames', 'CC BY 4.0', 'https://www.geonames.org/about.html'],
  ['GSHHG', 'LGPL', 'https://www.soest.hawaii.edu/pwessel/gshhg/']
] as const;

/** Elements for the part of a story's page that says whose work it is. */
export function mapLicences(): string {
  const { streets, style } = baseMapAddress();
  const parts = PARTS.map(([name, licence, href]) => [
    element('a', { href, rel: 'external license' }, name),
    ` (${licence})`
  ]);
  const others = style ? style.credits : streets === null ? [] : ['© OpenMapTiles (streets)'];
  const said = [...parts, ...others.map((credit) => [credit])].flatMap(
    (part, i): (Markup | string)[] => (i === 0 ? part : [', ', ...part])
  );
  return element('span', {}, ...said).markup;
}
