import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openArchive, type LoadedArchive } from '../../../src/lib/core/archive/archive-file';
import type { ArchiveTexts } from '../../../src/lib/core/archive/archive-texts';
import { readStory } from '../../../src/lib/core/format';
import { textIn, type Story } from '../../../src/lib/core/story';
import { dayOf } from '../../../src/lib/core/zone';
import { fileBytes } from '../../../tools/file-bytes';

const folder = new URL('../../../src/stories/wildlife-strikes-1990-2002/', import.meta.url)
  .pathname;
const read = readStory(JSON.parse(readFileSync(`${folder}story.json`, 'utf8')));
const story = read.story as Story;
const source = story.archive;
if (!source) throw new Error('The story has no archive');

const zone = story.meta.timeZone;
const kinds = story.kinds.map(({ id }) => id);
let loaded: LoadedArchive;
let texts: readonly ArchiveTexts[];

beforeAll(async () => {
  const archive = openArchive({ source, zone, kinds }, fileBytes(folder + source.file));
  loaded = await archive.load();
  texts = await archive.texts(Array.from({ length: loaded.columns.size }, (_, i) => i));
}, 60_000);

describe('the story of wildlife strikes', () => {
  it('reads without a problem, and so does its archive', () => {
    expect(read.problems).toEqual([]);
    expect(loaded).toMatchObject({ complete: true, rows: source.rows, faults: { total: 0 } });
  });

  it('says of itself what the records say', () => {
    const { columns, undated } = loaded;
    expect(undated).toBe(0);
    const summary = textIn(story.meta.summary, 'en');
    const days = [Math.min(...columns.start), Math.max(...columns.start)].map((ms) =>
      dayOf(ms, zone)
    );
    expect(days).toEqual([
      { year: 1990, month: 1, day: 8 },
      { year: 2002, month: 7, day: 25 }
    ]);
    expect(summary).toContain('between January 1990 and July 2002');
    const count = (id: string) => (columns.kind ?? []).filter((kind) => kinds[kind] === id).length;
    expect(kinds.map(count)).toEqual([8939, 549, 186, 311, 15]);
    // The title speaks of deer.
    expect(texts.some(({ title }) => title?.startsWith('White-tailed deer'))).toBe(true);
  });

  it('has fifty airports, each at one point in the United States, and one without a point', () => {
    const points = new Map<string, Set<string>>();
    texts.forEach(({ place }, i) => {
      const point = `${loaded.columns.lon[i]} ${loaded.columns.lat[i]}`;
      points.set(place ?? '', (points.get(place ?? '') ?? new Set()).add(point));
    });
    expect(points.size).toBe(50);
    expect([...points.values()].filter(({ size }) => size !== 1)).toEqual([]);
    expect([...(points.get('Barksdale Air Force Base (BAD)') ?? [])]).toEqual(['NaN NaN']);
    expect(textIn(source.note ?? {}, 'en')).toContain(
      `its ${loaded.unplaced} records have no point`
    );
    expect([...(points.get("Chicago O'Hare International (ORD)") ?? [])]).toEqual([
      '-87.90446417 41.979595'
    ]);
    for (const lon of loaded.columns.lon) if (!Number.isNaN(lon)) expect(lon).toBeLessThan(-70);
  });

  it('credits each record to a row of its own of the file it comes from', () => {
    const rows = texts.map(({ source }) =>
      Number(/^Row (\d+) of birdstrikes\.csv$/.exec(source ?? '')?.[1])
    );
    expect([...rows].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 10_000 }, (_, i) => i + 1)
    );
    expect(story.citations.map(({ id }) => id)).toContain(source.citation);
  });

  it('tells what the row says, in order of the days', () => {
    // Row 4, which is the first with damage.
    const at = texts.findIndex(({ source }) => source === 'Row 4 of birdstrikes.csv');
    expect(texts[at]).toMatchObject({
      title: 'Rock pigeon (small), B-737-300, take-off run',
      place: 'New Orleans International (MSY)',
      text: 'Damage: Substantial\nOperator: SOUTHWEST AIRLINES\nTime of day: Day\nIndicated air speed: 140 knots'
    });
    const start = loaded.columns.start[at] ?? NaN;
    expect(dayOf(start, zone)).toEqual({ year: 1990, month: 1, day: 11 });
    expect(kinds[loaded.columns.kind?.[at] ?? -1]).toBe('substantial');
    expect(loaded.columns.start).toEqual(loaded.columns.start.slice().sort());
  });
});
