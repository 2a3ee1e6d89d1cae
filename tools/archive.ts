import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { EXAMPLES, FaultLog } from '../src/lib/core/archive/archive-fault';
import { isZone } from '../src/lib/core/zone';
import { describeFaults, tableOfFaults } from './describe-faults';
import { fileBytes } from './file-bytes';
import { isNumberDate, readNumberDate } from './number-dates';
import { writeArchive, type WrittenArchive } from './write-archive';

/**
 * npm run archive -- FILE.csv --time COLUMN --lon COLUMN --lat COLUMN … : makes a Parquet archive of a CSV file, says row by row what could
 * not be used, and prints what to write into story.json. Exits 1 when nothing could be used, 2 when it was not told what to do.
 */

const USAGE = `npm run archive -- FILE.csv --time COLUMN --lon COLUMN --lat COLUMN
  --end COLUMN      when an event that lasts ended
  --title COLUMN    its title              --text COLUMN    more about it
  --place COLUMN    name of the place      --radius COLUMN  how exactly it is known, in metres
  --source COLUMN   what the row rests on: an address or words
  --kind COLUMN     what tells one kind of event from another
  --zone ZONE       the story's time zone (UTC)
  --dates dmy|mdy   what is first in dates such as 15.07.2022 or 7/15/2022
  --encoding NAME   what the file is written in (utf-8), such as windows-1252
  --report FILE     all that could not be used, row by row, as a CSV file
  --out FILE        the archive to write (FILE.parquet)
  --help            to see this`;

const COLUMNS = [
  'time',
  'lon',
  'lat',
  'end',
  'title',
  'text',
  'place',
  'radius',
  'kind',
  'source'
] as const;

const SETTINGS = ['zone', 'dates', 'encoding', 'report', 'out'] as const;

const { file, out, zone, dates, encoding, report, names } = readArguments();
const { time, lon, lat, end, title, text, place, radius, kind, source } = names;
if (time === undefined || lon === undefined || lat === undefined) stop(USAGE);

const timeOf = (text: string) => (dates ? readNumberDate(text, dates) : text);
// A report holds them all.
const log = new FaultLog(report === undefined ? EXAMPLES : { each: Infinity, all: Infinity });
const written = await writeArchive(
  readFile(),
  {
    time,
    where: { lon, lat },
    end: end ?? null,
    title: title ?? null,
    text: text ?? null,
    place: place ?? null,
    radius: radius ?? null,
    kind: kind ?? null,
    source: source ?? null
  },
  zone,
  timeOf,
  log
);
for (const line of describeFaults(file, written.faults)) console.log(line);
console.log(summary(written));
if (written.faults.examples.some(({ value }) => isNumberDate(String(value)))) {
  console.log('\nDates such as 15.07.2022 are read with --dates dmy, 7/15/2022 with --dates mdy.');
}
if (report !== undefined) {
  writeFileSync(report, await tableOfFaults(written.faults));
  console.log(`\nwrote ${report}, all that could not be used.`);
}
if (written.parquet) {
  writeFileSync(out, written.parquet);
  console.log(`\nwrote ${out}, ${written.parquet.length.toLocaleString('en')} bytes.`);
  console.log('\nIn story.json:\n');
  console.log(blockFor(written));
} else process.exitCode = 1;

function readArguments() {
  const options = [...COLUMNS, ...SETTINGS].map((name) => [name, { type: 'string' }] as const);
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: { ...Object.fromEntries(options), help: { type: 'boolean' } }
    });
  } catch (error) {
    stop(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
  const [file, ...more] = parsed.positionals;
  if (parsed.values.help) {
    console.log(USAGE);
    process.exit();
  }
  if (file === undefined || more.length > 0) stop(USAGE);
  if (!existsSync(file)) stop(`There is no file ${file}.`);
  const {
    zone = 'UTC',
    dates,
    encoding,
    report,
    out = `${file.replace(/\.[^./\\]*$/, '')}.parquet`,
    ...names
  } = parsed.values;
  if (!isZone(zone)) stop(`There is no time zone "${zone}". Use a name such as "Europe/Tirane".`);
  if (!/\.(geo)?parquet$/.test(out)) stop(`"${out}" must end in .parquet.`);
  if (dates !== undefined && dates !== 'dmy' && dates !== 'mdy') {
    stop(`Dates are "dmy" (15.07.2022) or "mdy" (7/15/2022), not "${dates}".`);
  }
  for (const path of [out, report]) {
    const folder = path && dirname(path);
    if (folder && !existsSync(folder)) stop(`There is no folder ${folder} to write into.`);
  }
  if (encoding !== undefined && !isEncoding(encoding)) {
    stop(`There is no encoding "${encoding}". Use a name such as "windows-1252" or "utf-16le".`);
  }
  return {
    file,
    out,
    zone,
    dates,
    encoding,
    report,
    names: names as Partial<Record<(typeof COLUMNS)[number], string>>
  };
}

function isEncoding(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}

function readFile() {
  try {
    return fileBytes(file, encoding);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    stop(`${file} is not written in ${encoding}. Name another encoding, such as windows-1252.`);
  }
}

function summary({ rows, events, undated, unplaced }: WrittenArchive): string {
  const count = (number: number) => number.toLocaleString('en');
  const left = rows - events;
  return [
    `${file}: ${count(rows)} rows, ${count(events)} events`,
    `${count(undated)} without a time, ${count(unplaced)} without a place`,
    `${count(left)} left out`
  ].join('; ');
}

/** The "archive" of a story: what only its author knows is left to be filled in. */
function blockFor({ events, kinds }: WrittenArchive): string {
  const values = kinds && kinds.length <= 200 ? kinds : null;
  const archive = {
    file: basename(out),
    rows: events,
    columns: names,
    ...(values ? { kinds: Object.fromEntries(values.map((cell) => [cell, idOf(cell)])) } : {}),
    citation: 'ID-OF-A-CITATION'
  };
  const lines = [`"archive": ${JSON.stringify(archive, null, 2)}`];
  if (values) {
    lines.push('', 'Each id in "kinds" must be one of a kind of the story: write those you mean.');
  } else if (kinds) {
    lines.push('', `The column "${kind}" holds ${kinds.length} values, too many for kinds.`);
  }
  return lines.join('\n');
}

function idOf(cell: string): string {
  const id = cell
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return id.slice(0, 80).replace(/-$/, '') || 'other';
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
