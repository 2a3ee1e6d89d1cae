import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';

/**
 * node src/stories/wildlife-strikes-1990-2002/make-archive.mjs FOLDER : makes strikes.parquet of birdstrikes.csv and airports.csv, which are in
 * FOLDER: `data/` of the npm package vega-datasets 3.2.1.
 */

/**
 * IATA code of each airport that birdstrikes.csv names, matched by hand to name, city and state in airports.csv, which has no Barksdale
 * Air Force Base.
 */
const AIRPORTS = {
  'ATLANTA INTL': 'ATL',
  'ATLANTIC CITY INTL': 'ACY',
  'AUSTIN-BERGSTROM INTL': 'AUS',
  'BALTIMORE WASH INTL': 'BWI',
  'BARKSDALE AIR FORCE BASE ARPT': 'BAD',
  'CHARLESTON AFB/INTL ARPT': 'CHS',
  'CHARLOTTE/DOUGLAS INTL ARPT': 'CLT',
  'CHICAGO MIDWAY INTL ARPT': 'MDW',
  "CHICAGO O'HARE INTL ARPT": 'ORD',
  'CINCINNATI/NORTHERN KENTUCKY INTL ARPT': 'CVG',
  'CLEVELAND-HOPKINS INTL ARPT': 'CLE',
  'DALLAS/FORT WORTH INTL ARPT': 'DFW',
  'DENVER INTL AIRPORT': 'DEN',
  'DETROIT METRO WAYNE COUNTY ARPT': 'DTW',
  'EPPLEY AIRFIELD': 'OMA',
  'FORT LAUDERDALE/HOLLYWOOD INTL': 'FLL',
  'GEORGE BUSH INTERCONTINENTAL': 'IAH',
  'GREATER PITTSBURGH': 'PIT',
  'HONOLULU INTL ARPT': 'HNL',
  'HOUSTON-HOBBY': 'HOU',
  'INDIANAPOLIS INTL': 'IND',
  'JOHN F KENNEDY INTL': 'JFK',
  'KANSAS CITY INTL': 'MCI',
  'LAGUARDIA NY': 'LGA',
  'LAMBERT-ST LOUIS INTL': 'STL',
  'LIHUE ARPT': 'LIH',
  'LOGAN INTL': 'BOS',
  'LOS ANGELES INTL': 'LAX',
  'LOUISVILLE INTL ARPT': 'SDF',
  'MEMPHIS INTL': 'MEM',
  'METRO OAKLAND INTL': 'OAK',
  'MINETA SAN JOSE INTL': 'SJC',
  'MINNEAPOLIS-ST PAUL INTL': 'MSP',
  'NASHVILLE INTL': 'BNA',
  'NEW ORLEANS INTL': 'MSY',
  'NEWARK LIBERTY INTL ARPT': 'EWR',
  'ORLANDO INTL': 'MCO',
  'PHILADELPHIA INTL': 'PHL',
  'PHOENIX SKY HARBOR': 'PHX',
  'PORT COLUMBUS INTL': 'CMH',
  'PORTLAND INTL (OR)': 'PDX',
  'RONALD REAGAN WASHINGTON NATL': 'DCA',
  'SACRAMENTO INTL': 'SMF',
  'SALT LAKE CITY INTL': 'SLC',
  'SAN ANTONIO INTL': 'SAT',
  'SAN FRANCISCO INTL ARPT': 'SFO',
  'SEATTLE-TACOMA INTL': 'SEA',
  'TETERBORO AIRPORT': 'TEB',
  'WASHINGTON DULLES INTL ARPT': 'IAD',
  'WILL ROGERS WORLD ARPT': 'OKC'
};

/** Of each file, as Git names it and the package's datapackage.json states it. */
const HASHES = {
  'birdstrikes.csv': '1b8b190c9bc02ef7bcbfe5a8a70f61b1616d3f6c',
  'airports.csv': '608ba6d51fa70584c3fa1d31eb94533302553838'
};

/** What an airport is called that airports.csv does not have. */
const UNLISTED = { BAD: 'Barksdale Air Force Base' };

const here = fileURLToPath(new URL('.', import.meta.url));
const project = join(here, '../../..');
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Say where birdstrikes.csv and airports.csv are.');

const airports = new Map(readCsv('airports.csv').map((airport) => [airport.iata, airport]));
const rows = readCsv('birdstrikes.csv').map((strike, i) => {
  const code = AIRPORTS[strike['Airport Name']];
  if (!code) throw new Error(`Row ${i + 1} names an unknown airport: ${strike['Airport Name']}`);
  const airport = airports.get(code);
  if (!airport && !UNLISTED[code]) throw new Error(`airports.csv has no ${code}`);
  return {
    day: strike['Flight Date'],
    lon: airport?.longitude ?? '',
    lat: airport?.latitude ?? '',
    damage: strike['Effect Amount of damage'],
    title: titleOf(strike),
    text: textOf(strike),
    airport: `${airport?.name ?? UNLISTED[code]} (${code})`,
    source: `Row ${i + 1} of birdstrikes.csv`
  };
});

const temporary = mkdtempSync(join(tmpdir(), 'strikes-'));
try {
  const csv = join(temporary, 'strikes.csv');
  writeFileSync(csv, Papa.unparse(rows));
  const names = ['--time', 'day', '--lon', 'lon', '--lat', 'lat', '--kind', 'damage'];
  const words = ['--title', 'title', '--text', 'text', '--place', 'airport', '--source', 'source'];
  const out = ['--zone', 'America/New_York', '--out', join(here, 'strikes.parquet')];
  const made = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tools/archive.ts', csv, ...names, ...words, ...out],
    { cwd: project, stdio: 'inherit' }
  );
  process.exitCode = made.status ?? 1;
} finally {
  rmSync(temporary, { recursive: true });
}

function readCsv(name) {
  const content = readFileSync(join(folder, name));
  const hash = createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
  if (hash !== HASHES[name]) throw new Error(`${name} is not that of vega-datasets 3.2.1`);
  const text = content.toString('utf8');
  const { data, errors } = Papa.parse(text, { header: true, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${name}: ${errors[0].message}, row ${errors[0].row}`);
  return data;
}

/** "Rock pigeon (small), B-737-300, take-off run" */
function titleOf(strike) {
  const size = strike['Wildlife Size'].toLowerCase();
  const species = strike['Wildlife Species'].replace(` - ${size}`, '');
  return `${species} (${size}), ${strike['Aircraft Make Model']}, ${strike['Phase of flight'].toLowerCase()}`;
}

/** What the row says besides, in its own words. Of costs it says 0 where there were none and, it may be, where none are known. */
function textOf(strike) {
  const dollars = (column) => `$${Number(strike[column]).toLocaleString('en-US')}`;
  const lines = [
    `Damage: ${strike['Effect Amount of damage']}`,
    `Operator: ${strike['Aircraft Airline Operator']}`,
    `Time of day: ${strike['Time of day']}`
  ];
  const speed = strike['Speed IAS in knots'];
  if (speed !== '') lines.push(`Indicated air speed: ${speed} knots`);
  if (Number(strike['Cost Total $']) > 0) {
    const parts = `repair ${dollars('Cost Repair')}, other ${dollars('Cost Other')}`;
    lines.push(`Cost: ${dollars('Cost Total $')} (${parts})`);
  }
  return lines.join('\n');
}
