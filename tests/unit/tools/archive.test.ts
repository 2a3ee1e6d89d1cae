import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { loadAll, makePlan } from '../core/archive/archive-fixture';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const fixtures = join(root, 'tests/fixtures');

function run(tool: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `tools/${tool}.ts`, ...args],
    { cwd: root, encoding: 'utf8' }
  );
  return { status, stdout, stderr };
}

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'archive-'));
}

/** The story of the fixtures, whose archive this folder does not have yet. */
function storyIn(
  folder: string,
  change: (archive: Record<string, unknown>) => void = () => undefined
) {
  const story = JSON.parse(readFileSync(join(fixtures, 'stories/good-archive.in.json'), 'utf8'));
  change(story.archive);
  writeFileSync(join(folder, 'story.json'), JSON.stringify(story));
}

const NAMES = ['--time', 'day', '--end', 'until', '--lon', 'x', '--lat', 'y', '--title', 'what'];
const MORE = ['--text', 'more', '--place', 'where', '--kind', 'type', '--source', 'report'];

describe('npm run archive', () => {
  it('makes an archive that the story it prints for can be checked with', () => {
    const folder = makeFolder();
    const csv = join(folder, 'fires.csv');
    copyFileSync(join(fixtures, 'archives/fires.csv'), csv);
    const made = run('archive', csv, ...NAMES, ...MORE);
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(made.stdout).toContain(
      '7 rows, 5 events; 1 without a time, 1 without a place; 2 left out'
    );
    expect(made.stdout).toContain(
      `error date-impossible at ${csv}, line 5, column "day"\n  found:  2022-02-30\n`
    );
    expect(made.stdout).toContain(
      `error coordinate-unreadable at ${csv}, line 8, column "x"\n  found:  19,45\n`
    );

    const printed = made.stdout.slice(made.stdout.indexOf('"archive": ') + 11).split('\n\n')[0];
    const block = JSON.parse(printed ?? '');
    expect(block).toEqual({
      file: 'fires.parquet',
      rows: 5,
      columns: {
        time: 'day',
        end: 'until',
        lon: 'x',
        lat: 'y',
        title: 'what',
        text: 'more',
        place: 'where',
        kind: 'type',
        source: 'report'
      },
      kinds: { Fire: 'fire', Word: 'word' },
      citation: 'ID-OF-A-CITATION'
    });
    storyIn(folder, (archive) =>
      Object.assign(archive, block, { citation: archive['citation'], kinds: archive['kinds'] })
    );
    const checked = run('story-check', folder);
    expect(checked.stdout).toMatch(/5 events in fires\.parquet, .*: no problems\n$/);
    expect(checked.status).toBe(0);
  }, 60_000);

  it('shows twenty rows of a sort and counts the rest', () => {
    const folder = makeFolder();
    const rows = Array.from({ length: 30 }, (_, i) => (i === 4 ? '2022,1,2' : `no date ${i},1,2`));
    writeFileSync(join(folder, 'a.csv'), ['t,x,y', ...rows].join('\n'));
    const out = join(folder, 'b.geoparquet');
    const args = ['--time', 't', '--lon', 'x', '--lat', 'y', '--out', out];
    const { status, stdout } = run('archive', join(folder, 'a.csv'), ...args);
    expect(status).toBe(0);
    expect(stdout.match(/error date-unreadable/g)).toHaveLength(20);
    expect(stdout).toContain('and 9 more date-unreadable');
    expect(existsSync(out)).toBe(true);
  }, 60_000);

  it('reads what a spreadsheet writes elsewhere: days first, commas in numbers, an encoding of its own', async () => {
    const folder = makeFolder();
    const csv = join(folder, 'a.csv');
    const rows = [
      'Tag;Länge;Breite;Ort',
      '15.07.2022;19,82;41,33;Tiranë',
      '3.8.2022 14:05;20,1;41;Vlorë'
    ];
    writeFileSync(csv, Buffer.from(rows.join('\r\n'), 'latin1'));
    const args = ['--time', 'Tag', '--lon', 'Länge', '--lat', 'Breite', '--title', 'Ort'];
    const plain = run('archive', csv, ...args, '--encoding', 'windows-1252');
    expect(plain.status).toBe(1);
    expect(plain.stdout).toContain('2 rows, 0 events');
    expect(plain.stdout).toContain('Dates such as 15.07.2022 are read with --dates dmy');

    const made = run('archive', csv, ...args, '--encoding', 'windows-1252', '--dates', 'dmy');
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(made.stdout).toContain('2 rows, 2 events');
    expect(made.stdout).not.toContain('Dates such as');
    // With the other order there is no such month: what is in the file is named, and what may help.
    const out = ['--out', join(folder, 'b.parquet')];
    const months = ['--encoding', 'windows-1252', '--dates', 'mdy'];
    const other = run('archive', csv, ...args, ...out, ...months);
    expect(other.stdout).toContain('found:  15.07.2022');
    expect(other.stdout).toContain('Dates such as 15.07.2022 are read with --dates dmy');
    const where = { lon: 'Länge', lat: 'Breite' };
    const { archive, columns } = await loadAll(
      makePlan('a.parquet', { time: 'Tag', where, title: 'Ort' }),
      readFileSync(join(folder, 'a.parquet'))
    );
    const texts = await archive.texts([0, 1]);
    expect(texts.map(({ title }) => title)).toEqual(['Tiranë', 'Vlorë']);
    // In Tirana, two hours ahead of UTC.
    expect(columns.start[1]).toBe(Date.UTC(2022, 7, 3, 12, 5));
  }, 60_000);

  it('reports every row that could not be used, when it is asked to', () => {
    const folder = makeFolder();
    const rows = Array.from({ length: 300 }, (_, i) => (i === 4 ? '2022,1,2' : `=no ${i},1,2`));
    writeFileSync(join(folder, 'a.csv'), ['t,x,y', ...rows].join('\n'));
    const report = join(folder, 'report.csv');
    const args = ['--time', 't', '--lon', 'x', '--lat', 'y', '--report', report];
    const { status, stdout } = run('archive', join(folder, 'a.csv'), ...args);
    expect(status).toBe(0);
    expect(stdout.match(/error date-unreadable/g)).toHaveLength(20);
    const { data } = Papa.parse<Record<string, string>>(readFileSync(report, 'utf8'), {
      ...{ header: true, skipEmptyLines: true }
    });
    expect(data.map(({ line }) => Number(line))).toEqual(
      rows.flatMap((_, i) => (i === 4 ? [] : [i + 2]))
    );
    // Not as a formula.
    expect(data[0]).toMatchObject({
      row: '1',
      column: 't',
      found: "'=no 0",
      code: 'date-unreadable'
    });
  }, 60_000);

  it('writes nothing and exits 1 when no row can be used', () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'a.csv'), 't,x,y\nsoon,1,2\n');
    const args = ['--time', 't', '--lon', 'x', '--lat', 'y'];
    const { status, stdout } = run('archive', join(folder, 'a.csv'), ...args);
    expect(status).toBe(1);
    expect(stdout).toContain('1 rows, 0 events');
    expect(existsSync(join(folder, 'a.parquet'))).toBe(false);
  }, 60_000);

  it('says how it is used and exits 2 when it is not told enough, or what it does not know', () => {
    const csv = join(fixtures, 'archives/fires.csv');
    const place = ['--lon', 'x', '--lat', 'y'];
    const latin = join(makeFolder(), 'latin.csv');
    writeFileSync(latin, Buffer.from('day,x,y\ncafé,1,2\n', 'latin1'));
    for (const [args, words] of [
      [[], 'npm run archive -- FILE.csv'],
      [[csv, ...place], 'npm run archive -- FILE.csv'],
      [[csv, '--time', 'day', ...place, '--colour', 'red'], "Unknown option '--colour'"],
      [['no-such.csv', '--time', 'day', ...place], 'There is no file no-such.csv.'],
      [[csv, '--time', 'day', ...place, '--zone', 'Mars'], 'There is no time zone "Mars".'],
      [[csv, '--time', 'day', ...place, '--out', 'x.csv'], '"x.csv" must end in .parquet.'],
      [[csv, '--time', 'day', ...place, '--dates', 'ymd'], 'not "ymd".'],
      [[csv, '--time', 'day', ...place, '--report', 'no-such/a.csv'], 'There is no folder no-such'],
      [
        [latin, '--time', 'day', ...place, '--encoding', 'shift_jis'],
        'is not written in shift_jis.'
      ],
      [[csv, '--time', 'day', ...place, '--encoding', 'ansi?'], 'There is no encoding "ansi?".']
    ] as const) {
      const found = run('archive', ...args);
      expect(found).toMatchObject({ status: 2, stdout: '' });
      expect(found.stderr).toContain(words);
    }
  }, 120_000);

  it('says how it is used to whoever asks', () => {
    const { status, stdout, stderr } = run('archive', '--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('npm run archive -- FILE.csv');
  });
});

describe('story:check of a story with an archive', () => {
  it('names what of the archive cannot be used, by row, and exits 1', () => {
    const folder = makeFolder();
    copyFileSync(join(fixtures, 'archives/fires.csv'), join(folder, 'fires.csv'));
    storyIn(folder, (archive) => Object.assign(archive, { file: 'fires.csv', rows: 7 }));
    const { status, stdout } = run('story-check', folder);
    expect(status).toBe(1);
    expect(stdout).toContain('error date-impossible at fires.csv, line 5, column "day"');
    expect(stdout).toMatch(/5 events in fires\.csv, .*: 2 errors, 0 warnings\n$/);
  }, 60_000);

  it('warns when the story says another number of rows', () => {
    const folder = makeFolder();
    writeFileSync(
      join(folder, 'fires.csv'),
      'day,until,x,y,what,more,where,type,report\n2022,,1,2,,,,Fire,\n'
    );
    storyIn(folder, (archive) => Object.assign(archive, { file: 'fires.csv', rows: 12 }));
    const { status, stdout } = run('story-check', join(folder, 'story.json'));
    expect(status).toBe(0);
    expect(stdout).toContain('warning archive-rows at fires.csv');
    expect(stdout).toContain('remedy: Write "rows": 1, or leave it out.');
  }, 60_000);

  it('says that the file is not there, or what it is not', () => {
    const folder = makeFolder();
    storyIn(folder);
    expect(run('story-check', folder).stdout).toContain('there is no such file');
    writeFileSync(join(folder, 'fires.parquet'), 'PAR1 and no more');
    const { status, stdout } = run('story-check', folder);
    expect(status).toBe(1);
    expect(stdout).toContain('error file-cut-off at fires.parquet\n');
  }, 60_000);
});
