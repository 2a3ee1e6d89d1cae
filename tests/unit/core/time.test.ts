import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certainCore, possibleSpan } from '../../../src/lib/core/span';
import type { EventTime } from '../../../src/lib/core/story';
import {
  isFault,
  readIsoDay,
  readWhen,
  writeEdtf,
  type WhenText
} from '../../../src/lib/core/time';

const TIRANE = 'Europe/Tirane';

function read(when: WhenText, zone = TIRANE): EventTime {
  const time = readWhen(when, zone);
  if (isFault(time)) throw new Error(`${JSON.stringify(when)}: ${time.fault}`);
  return time;
}

function faultOf(when: WhenText): string {
  const time = readWhen(when, TIRANE);
  return isFault(time) ? `${time.fault} at ${time.at}` : 'none';
}

/** The four bounds as UTC text, to the minute, with ∞ for open. */
function bounds(when: WhenText, zone = 'UTC'): string {
  const { startEarliest, startLatest, endEarliest, endLatest } = read(when, zone);
  const show = (ms: number) =>
    Number.isFinite(ms)
      ? new Date(ms)
          .toISOString()
          .replace(/(:00)?:00\.000Z$/, '')
          .replace(':59:59.999Z', '$')
      : ms > 0
        ? '∞'
        : '-∞';
  return `${show(startEarliest)} … ${show(startLatest)} | ${show(endEarliest)} … ${show(endLatest)}`;
}

/** A single sure date: both start and end lie anywhere in it. */
const unit = (from: string, to: string) => `${from}T00 … ${to}T23$ | ${from}T00 … ${to}T23$`;

describe('a single date', () => {
  it.each([
    ['2022', '2022-01-01', '2022-12-31'],
    ['2022-07', '2022-07-01', '2022-07-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2022-07-15', '2022-07-15', '2022-07-15'],
    ['2022-XX', '2022-01-01', '2022-12-31'],
    ['2022-XX-XX', '2022-01-01', '2022-12-31'],
    ['2022-09-XX', '2022-09-01', '2022-09-30'],
    ['199X', '1990-01-01', '1999-12-31'],
    ['19XX', '1900-01-01', '1999-12-31'],
    ['20', '2000-01-01', '2099-12-31'],
    ['2022-21', '2022-03-01', '2022-05-31'],
    ['2022-22', '2022-06-01', '2022-08-31'],
    ['2022-23', '2022-09-01', '2022-11-30'],
    ['2022-24', '2022-12-01', '2023-02-28'],
    ['0044-03-15', '0044-03-15', '0044-03-15'],
    ['0000', '0000-01-01', '0000-12-31'],
    ['-0044-03-15', '-000044-03-15', '-000044-03-15'],
    ['-199X', '-001999-01-01', '-001990-12-31'],
    ['-19XX', '-001999-01-01', '-001900-12-31'],
    ['Y-17000', '-017000-01-01', '-017000-12-31'],
    ['Y12000', '+012000-01-01', '+012000-12-31']
  ])('%s began and ended some time from %s to %s', (edtf, from, to) => {
    expect(bounds(edtf)).toBe(unit(from, to));
  });

  it('is counted in the zone of the story, or in its own', () => {
    expect(read('2022-07-15').startEarliest).toBe(Date.UTC(2022, 6, 14, 22));
    expect(read({ edtf: '2022-07-15', zone: 'Asia/Tehran' }).startEarliest).toBe(
      Date.UTC(2022, 6, 14, 19, 30)
    );
    expect(read({ edtf: '2022-07-15', zone: 'Asia/Tehran' }).zone).toBe('Asia/Tehran');
  });

  it('has no certain core, and its possible span is the unit', () => {
    const time = read('2022-07-15');
    expect(certainCore(time)).toBeNull();
    expect(possibleSpan(time)).toEqual({
      from: Date.UTC(2022, 6, 14, 22),
      to: Date.UTC(2022, 6, 15, 22) - 1
    });
  });

  it('says what was given and how precisely', () => {
    expect(read('2022-24').start).toEqual({
      year: 2022,
      month: null,
      day: null,
      season: 24,
      precision: 'season',
      instant: null,
      approximate: false,
      uncertain: false
    });
    expect(read('199X').start).toMatchObject({ year: 1990, precision: 'decade' });
    expect(read('20').start).toMatchObject({ year: 2000, precision: 'century' });
    expect(read('2022-XX').start).toMatchObject({ year: 2022, month: null, precision: 'year' });
    expect(read('2022-09-XX').start).toMatchObject({ month: 9, day: null, precision: 'month' });
    expect(read('2022-07-15')).toMatchObject({
      interval: false,
      end: null,
      clock: null,
      note: null
    });
  });
});

describe('an instant', () => {
  it('is one moment, at its offset or else in the zone', () => {
    const moment = Date.UTC(2022, 8, 8, 14, 30);
    for (const edtf of [
      '2022-09-08T18:00:00+03:30',
      '2022-09-08T14:30:00Z',
      '2022-09-08T16:30',
      '2022-09-08T10:30:00-04'
    ]) {
      const time = read(edtf);
      expect([time.startEarliest, time.startLatest, time.endEarliest, time.endLatest]).toEqual(
        Array(4).fill(moment)
      );
      expect(certainCore(time)).toEqual({ from: moment, to: moment });
      expect(time.start).toMatchObject({ precision: 'instant', instant: moment, month: 9, day: 8 });
    }
  });

  it('is named by its day in the zone, not in UTC', () => {
    expect(read('2022-09-07T23:30:00Z').start).toMatchObject({ month: 9, day: 8 });
    expect(read('2022-09-07T24:00:00').start).toMatchObject({ month: 9, day: 8 });
  });

  it('is either of two when the clock showed it twice', () => {
    const time = read('2022-10-30T02:30:00');
    expect(time.endLatest - time.startEarliest).toBe(3_600_000);
  });
});

describe('an interval', () => {
  it('starts in its first unit, ends in its second and certainly goes on between', () => {
    expect(bounds('2022-07-15/2022-08')).toBe(
      '2022-07-15T00 … 2022-07-15T23$ | 2022-08-01T00 … 2022-08-31T23$'
    );
    expect(certainCore(read('2022-07-15/2022-07-17', 'UTC'))).toEqual({
      from: Date.UTC(2022, 6, 16) - 1,
      to: Date.UTC(2022, 6, 17)
    });
    expect(read('2022-07-15/2022-08')).toMatchObject({
      interval: true,
      openStart: false,
      openEnd: false
    });
  });

  it('does not end before it starts, where its units overlap', () => {
    expect(bounds('2022-07-15/2022-07')).toBe(
      '2022-07-15T00 … 2022-07-15T23$ | 2022-07-15T00 … 2022-07-31T23$'
    );
    expect(bounds('2022-07/2022-07-15')).toBe(
      '2022-07-01T00 … 2022-07-15T23$ | 2022-07-15T00 … 2022-07-15T23$'
    );
    expect(certainCore(read('2022/2022'))).toBeNull();
  });

  it('may be open: it goes on for ever, surely', () => {
    expect(bounds('../2022-09')).toBe('-∞ … -∞ | 2022-09-01T00 … 2022-09-30T23$');
    expect(bounds('2022-09-09/..')).toBe('2022-09-09T00 … 2022-09-09T23$ | ∞ … ∞');
    expect(read('2022-09-09/..')).toMatchObject({ openEnd: true, end: null, interval: true });
    expect(read('../2022')).toMatchObject({ openStart: true, start: null });
    expect(certainCore(read('2022-09-09/..', 'UTC'))).toEqual({
      from: Date.UTC(2022, 8, 10) - 1,
      to: Infinity
    });
  });

  it('may have an unknown end: any time after the start, never surely', () => {
    expect(bounds('2022/')).toBe('2022-01-01T00 … 2022-12-31T23$ | 2022-01-01T00 … ∞');
    expect(bounds('/2022')).toBe('-∞ … 2022-12-31T23$ | 2022-01-01T00 … 2022-12-31T23$');
    expect(read('2022/')).toMatchObject({ openEnd: false, end: null, interval: true });
    expect(certainCore(read('2022/'))).toBeNull();
    expect(certainCore(read('/2022'))).toBeNull();
  });

  it('may go from season to season and from decade to decade', () => {
    expect(bounds('2022-21/2022-23')).toBe(
      '2022-03-01T00 … 2022-05-31T23$ | 2022-09-01T00 … 2022-11-30T23$'
    );
    expect(bounds('199X/200X')).toBe(
      '1990-01-01T00 … 1999-12-31T23$ | 2000-01-01T00 … 2009-12-31T23$'
    );
  });
});

describe('"about" and "possibly"', () => {
  it.each([
    ['2022-08-24~', '2022-08-23', '2022-08-25'],
    ['2022-08~', '2022-07-01', '2022-09-30'],
    ['2022-01~', '2021-12-01', '2022-02-28'],
    ['2022~', '2021-01-01', '2023-12-31'],
    ['2022-21~', '2021-12-01', '2022-08-31'],
    ['2022-08%', '2022-07-01', '2022-09-30'],
    ['2022-06-07?', '2022-06-07', '2022-06-07']
  ])('%s may be from %s to %s and is never sure', (edtf, from, to) => {
    expect(bounds(edtf)).toBe(`${from}T00 … ∞ | -∞ … ${to}T23$`);
    expect(certainCore(read(edtf))).toBeNull();
  });

  it('are kept as qualifiers', () => {
    expect(read('2022~').start).toMatchObject({ approximate: true, uncertain: false });
    expect(read('2022?').start).toMatchObject({ approximate: false, uncertain: true });
    expect(read('2022%').start).toMatchObject({ approximate: true, uncertain: true });
  });

  it('apply to one end of an interval only', () => {
    expect(bounds('2022-07-15/2022-08~')).toBe(
      '2022-07-15T00 … 2022-07-15T23$ | -∞ … 2022-09-30T23$'
    );
    expect(bounds('2022-07?/2022-08-20')).toBe(
      '2022-07-01T00 … ∞ | 2022-08-20T00 … 2022-08-20T23$'
    );
    expect(bounds('2022-07~/..')).toBe('2022-06-01T00 … ∞ | ∞ … ∞');
  });
});

describe('stated bounds', () => {
  it('make a qualified date sure for a window that holds all of them', () => {
    const when = { edtf: '2022-08-24?', earliest: '2022-08-20', latest: '2022-08-26' };
    expect(bounds(when)).toBe(unit('2022-08-20', '2022-08-26'));
    expect(bounds({ ...when, edtf: '2022-08~' })).toBe(unit('2022-08-20', '2022-08-26'));
  });

  it('leave it unsure when only one is stated', () => {
    expect(bounds({ edtf: '2022-08~', earliest: '2022-08-20' })).toBe(
      '2022-08-20T00 … ∞ | -∞ … 2022-09-30T23$'
    );
    expect(bounds({ edtf: '2022-08~', latest: '2022-08-20' })).toBe(
      '2022-07-01T00 … ∞ | -∞ … 2022-08-20T23$'
    );
  });

  it('narrow or widen a sure date', () => {
    expect(bounds({ edtf: '2022-08', earliest: '2022-08-20' })).toBe(
      unit('2022-08-20', '2022-08-31')
    );
    expect(bounds({ edtf: '2022-08-24', latest: '2022-08-26' })).toBe(
      unit('2022-08-24', '2022-08-26')
    );
  });

  it('narrow or widen the ends of an interval, and stay beside what is known', () => {
    expect(
      bounds({ edtf: '2022-07-15/2022-08', earliest: '2022-07-10', latest: '2022-08-20' })
    ).toBe('2022-07-10T00 … 2022-07-15T23$ | 2022-08-01T00 … 2022-08-20T23$');
    expect(bounds({ edtf: '2022-07/2022-08', earliest: '2022-07-10', latest: '2022-08-20' })).toBe(
      '2022-07-10T00 … 2022-07-31T23$ | 2022-08-01T00 … 2022-08-20T23$'
    );
    expect(bounds({ edtf: '2022/', latest: '2022-08-20' })).toBe(
      '2022-01-01T00 … 2022-08-20T23$ | 2022-01-01T00 … 2022-08-20T23$'
    );
    expect(bounds({ edtf: '/2022', earliest: '2021-08-20' })).toBe(
      '2021-08-20T00 … 2022-12-31T23$ | 2022-01-01T00 … 2022-12-31T23$'
    );
    expect(
      bounds({ edtf: '2022-07~/2022-08~', earliest: '2022-07-10', latest: '2022-08-20' })
    ).toBe('2022-07-10T00 … ∞ | -∞ … 2022-08-20T23$');
  });

  it('keep their note', () => {
    expect(read({ edtf: '2022', note: { en: 'Why.' } }).note).toEqual({ en: 'Why.' });
  });

  it.each([
    [
      { edtf: '2022-08', earliest: '2022-08-26', latest: '2022-08-20' },
      'bounds-reversed at latest'
    ],
    [{ edtf: '2022-08', earliest: '2022-09-01' }, 'bounds-beside-date at earliest'],
    [{ edtf: '2022-08', latest: '2022-07-31' }, 'bounds-beside-date at latest'],
    [{ edtf: '2022-07/2022-08', earliest: '2022-08-01' }, 'bounds-beside-date at earliest'],
    [{ edtf: '2022-07/2022-08', latest: '2022-07-31' }, 'bounds-beside-date at latest'],
    [{ edtf: '2022/', latest: '2021-07-31' }, 'bounds-beside-date at latest'],
    [{ edtf: '/2022', earliest: '2023-07-31' }, 'bounds-beside-date at earliest'],
    [{ edtf: '../2022', earliest: '2021-07-31' }, 'bounds-on-open-end at earliest'],
    [{ edtf: '2022/..', latest: '2023-07-31' }, 'bounds-on-open-end at latest'],
    [{ edtf: '2022', earliest: '2022-02-30' }, 'date-impossible at earliest'],
    [{ edtf: '2022', latest: 'soon' }, 'date-unreadable at latest']
  ])('%j: %s', (when, fault) => {
    expect(faultOf(when)).toBe(fault);
  });
});

describe('a clock time', () => {
  const day = '2022-09-08';
  const on = (time: string, edtf = day) => bounds({ edtf, time });

  it('narrows the day', () => {
    expect(on('06:00')).toBe('2022-09-08T06 … 2022-09-08T06 | 2022-09-08T06 … 2022-09-08T06');
    expect(on('06:00~')).toBe('2022-09-08T05 … 2022-09-08T07 | 2022-09-08T05 … 2022-09-08T07');
    expect(on('06:00/09:00')).toBe('2022-09-08T06 … 2022-09-08T09 | 2022-09-08T06 … 2022-09-08T09');
    expect(on('22:00/24:00')).toBe(
      '2022-09-08T22 … 2022-09-08T23$ | 2022-09-08T22 … 2022-09-08T23$'
    );
    expect(on('early-hours')).toBe(
      '2022-09-08T00 … 2022-09-08T05$ | 2022-09-08T00 … 2022-09-08T05$'
    );
    expect(on('evening')).toBe('2022-09-08T18 … 2022-09-08T23$ | 2022-09-08T18 … 2022-09-08T23$');
  });

  it('is local, and kept as written', () => {
    const time = read({ edtf: day, zone: 'Asia/Tehran', time: '18:00' });
    expect(time.startEarliest).toBe(Date.UTC(2022, 8, 8, 13, 30));
    expect(time.clock).toEqual({ from: '18:00', to: '18:00', approximate: false });
    expect(read({ edtf: day, time: '18:00~' }).clock).toEqual({
      from: '18:00',
      to: '18:00',
      approximate: true
    });
    expect(read({ edtf: day, time: 'morning' }).clock).toEqual({ part: 'morning' });
  });

  it('holds both hours when the clock is set back', () => {
    const time = read({ edtf: '2022-10-30', time: '02:30' });
    expect(time.endLatest - time.startEarliest).toBe(3_600_000);
  });

  it('narrows a day that is only possible, without making it sure', () => {
    expect(on('06:00', '2022-09-08?')).toBe('2022-09-08T06 … ∞ | -∞ … 2022-09-08T06');
    expect(bounds({ edtf: '2022-09-08?', time: '06:00', earliest: day, latest: day })).toBe(
      '2022-09-08T06 … 2022-09-08T06 | 2022-09-08T06 … 2022-09-08T06'
    );
  });

  it('does not narrow a day that is about right, nor bounds stated wider than the day', () => {
    expect(on('06:00', '2022-09-08~')).toBe('2022-09-07T00 … ∞ | -∞ … 2022-09-09T23$');
    expect(bounds({ edtf: day, time: '06:00', earliest: '2022-09-07' })).toBe(
      unit('2022-09-07', day)
    );
    expect(bounds({ edtf: day, time: '06:00', latest: '2022-09-09' })).toBe(
      unit(day, '2022-09-09')
    );
    expect(bounds({ edtf: day, time: '06:00', earliest: '2022-09-07', latest: day })).toBe(
      unit('2022-09-07', day)
    );
  });

  it.each([
    ['6:00', 'clock-malformed'],
    ['25:00', 'clock-malformed'],
    ['10:60', 'clock-malformed'],
    ['24:00', 'clock-malformed'],
    ['10:00/10:75', 'clock-malformed'],
    ['dawn', 'clock-malformed'],
    ['', 'clock-malformed'],
    ['constructor', 'clock-malformed'],
    ['10:00/09:00', 'clock-reversed']
  ])('"%s" is %s', (time, fault) => {
    expect(faultOf({ edtf: day, time })).toBe(`${fault} at time`);
  });

  it('needs one single day', () => {
    for (const edtf of ['2022-09', '2022-09-07/2022-09-08', '2022-09-07T10:00:00', '../2022']) {
      expect(faultOf({ edtf, time: '10:00' })).toBe('clock-without-day at time');
    }
  });
});

describe('what cannot be read', () => {
  it.each([
    ['2022-02-30', 'date-impossible'],
    ['2023-02-29', 'date-impossible'],
    ['1900-02-29', 'date-impossible'],
    ['2023-02-29T10:00:00', 'date-impossible'],
    ['2022-13', 'date-impossible'],
    ['2022-00', 'date-impossible'],
    ['2022-09-07T25:00:00Z', 'date-impossible'],
    ['2022-01-01/2022-02-30', 'date-impossible'],
    ['', 'date-unreadable'],
    ['/', 'date-unreadable'],
    ['../..', 'date-unreadable'],
    ['../', 'date-unreadable'],
    ['2021/2022/2023', 'date-unreadable'],
    ['7 July 2022', 'date-unreadable'],
    ['2022-9-7', 'date-unreadable'],
    ['12345', 'date-unreadable'],
    [' 2022', 'date-unreadable'],
    ['2'.repeat(100), 'date-unreadable'],
    ['2022-25', 'date-unsupported'],
    ['2022-25~', 'date-unsupported'],
    ['[2021,2022]', 'date-unsupported'],
    ['{2021-01/2021-02}', 'date-unreadable'],
    ['2022?-09', 'date-unsupported'],
    ['156X-12-25', 'date-unsupported'],
    ['XXXX', 'date-unsupported'],
    ['1XXX', 'date-unsupported'],
    ['-000X', 'date-unsupported'],
    ['199', 'date-unsupported'],
    ['1950S2', 'date-unsupported'],
    ['Y3388E2', 'date-unsupported'],
    ['Y170000002', 'date-out-of-range'],
    ['Y-300000', 'date-out-of-range'],
    ['2022-09-08/2022-09-07', 'date-reversed'],
    ['2022-09/2022-08-31', 'date-reversed']
  ])('"%s" is %s', (edtf, fault) => {
    expect(faultOf(edtf)).toBe(`${fault} at edtf`);
  });

  it('is a zone that there is not', () => {
    expect(faultOf({ edtf: '2022', zone: 'Europe/Tirana' })).toBe('zone-unknown at zone');
  });
});

describe('readIsoDay', () => {
  it('reads a real day and names what is wrong with any other', () => {
    expect(readIsoDay('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
    expect(
      ['2022-02-29', '2022-00-01', '2022-13-01', '2022-01-00', '2022-1-1', 'x'].map(readIsoDay)
    ).toEqual([
      'date-impossible',
      'date-impossible',
      'date-impossible',
      'date-impossible',
      'date-unreadable',
      'date-unreadable'
    ]);
  });
});

describe('any time', () => {
  it('is written back as EDTF that reads as the same time', () => {
    fc.assert(
      fc.property(edtfText(), fc.constantFrom(TIRANE, 'Asia/Tehran', 'UTC'), (edtf, zone) => {
        const time = readWhen(edtf, zone);
        fc.pre(!isFault(time));
        expect(read(writeEdtf(time), zone)).toEqual({ ...time, edtf: writeEdtf(time) });
      }),
      { numRuns: 500 }
    );
  }, 60_000);

  it('is written as it was read when it was written in its shortest form', () => {
    for (const edtf of [
      '2022',
      '2022-07',
      '2022-07-15',
      '199X',
      '19XX',
      '-199X',
      '2022-21?',
      '2022-08~',
      '2022-06-07?',
      '2022%',
      '2022-07-15/2022-08~',
      '../2022-09',
      '2022-09-09/..',
      '2022/',
      '/2022',
      '-0044-03-15',
      'Y-17000',
      '2022-09-08T14:30:00Z',
      '-0044-03-15T10:00:00Z',
      '0044'
    ]) {
      expect(writeEdtf(read(edtf))).toBe(edtf);
    }
    expect(writeEdtf(read('20'))).toBe('20XX');
    expect(writeEdtf(read('2022-XX'))).toBe('2022');
  });

  it('keeps its bounds in order', () => {
    fc.assert(
      fc.property(whenText(), (when) => {
        const time = readWhen(when, TIRANE);
        fc.pre(!isFault(time));
        expect(time.startEarliest).toBeLessThanOrEqual(time.startLatest);
        expect(time.endEarliest).toBeLessThanOrEqual(time.endLatest);
        expect(time.startEarliest).toBeLessThanOrEqual(time.endLatest);
        const core = certainCore(time);
        const span = possibleSpan(time);
        if (core) {
          expect(core.from).toBeGreaterThanOrEqual(span.from);
          expect(core.to).toBeLessThanOrEqual(span.to);
        }
      }),
      { numRuns: 500 }
    );
  }, 60_000);

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0129-/.XTZ:~?%Y[]{}') })),
        (text) => {
          readWhen(text, TIRANE);
          readWhen({ edtf: '2022-09-08', time: text, earliest: text }, TIRANE);
        }
      ),
      { numRuns: 1000 }
    );
  });

  it('does not move with the clock of the machine', () => {
    const script = `
      import { readWhen } from './src/lib/core/time.ts';
      const whens = ['2022-07-15', '2022-03-27', '2022-09-08T16:30', '199X', { edtf: '2022-10-30', time: '02:30' }];
      console.log(JSON.stringify(whens.map((when) => readWhen(when, 'Europe/Tirane'))));`;
    const outputs = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((TZ) =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        cwd: fileURLToPath(new URL('../../../', import.meta.url)),
        env: { ...process.env, TZ },
        encoding: 'utf8'
      })
    );
    expect(JSON.parse(outputs[0] ?? '')[0].startEarliest).toBe(Date.UTC(2022, 6, 14, 22));
    expect(outputs[1]).toBe(outputs[0]);
    expect(outputs[2]).toBe(outputs[0]);
  }, 60_000);
});

/** One end of an EDTF text, most of them real dates. */
function endText() {
  const two = (n: number) => String(n).padStart(2, '0');
  const year = fc.oneof(
    fc.integer({ min: 1000, max: 2100 }).map(String),
    fc.integer({ min: 1, max: 3000 }).map((n) => `-${String(n).padStart(4, '0')}`),
    fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(4, '0'))
  );
  const month = fc.integer({ min: 1, max: 12 }).map(two);
  const day = fc.integer({ min: 1, max: 31 }).map(two);
  const date = fc.oneof(
    year,
    fc.tuple(year, month).map((p) => p.join('-')),
    fc.tuple(year, month, day).map((p) => p.join('-')),
    fc.tuple(year, fc.integer({ min: 21, max: 24 })).map((p) => p.join('-'))
  );
  const plain = fc.oneof(
    fc.integer({ min: 1, max: 300 }).map((n) => `${String(n).padStart(3, '0')}X`),
    fc.integer({ min: 1, max: 30 }).map((n) => `-${two(n)}XX`),
    fc.integer({ min: 0, max: 30 }).map(two),
    fc.integer({ min: 10_000, max: 200_000 }).map((n) => `Y${n}`),
    fc
      .tuple(month, day, fc.integer({ min: 0, max: 23 }).map(two))
      .map(([m, d, h]) => `2022-${m}-${d}T${h}:30:15`),
    fc.tuple(month, day).map(([m, d]) => `1950-${m}-${d}T10:00:00+03:30`)
  );
  return fc.oneof(
    fc.tuple(date, fc.constantFrom('', '', '~', '?', '%')).map((p) => p.join('')),
    plain
  );
}

function edtfText() {
  const side = fc.oneof({ weight: 4, arbitrary: endText() }, fc.constantFrom('..', ''));
  return fc.oneof(
    endText(),
    fc.tuple(side, side).map((sides) => sides.join('/'))
  );
}

function whenText(): fc.Arbitrary<WhenText> {
  const day = fc
    .tuple(fc.integer({ min: 2000, max: 2030 }), fc.integer({ min: 10, max: 12 }))
    .map(([y, m]) => `${y}-${m}-11`);
  const near = fc.constantFrom(
    '2022-10',
    '2022-10-11',
    '2022',
    '2022-10~',
    '2022-11-11?',
    '2022/',
    '/2022',
    '2022-10/2022-11~',
    '2021~/..',
    '2022-10-11%'
  );
  return fc.record(
    {
      edtf: fc.oneof(edtfText(), near),
      earliest: fc.oneof(day, fc.constant('2022-10-01')),
      latest: fc.oneof(day, fc.constant('2022-12-01')),
      time: fc.constantFrom('10:00', '00:30~', '22:00/24:00', 'midday', 'evening')
    },
    { requiredKeys: ['edtf'] }
  );
}
