import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  WhenReader,
  dayNumber,
  isWhenFault,
  readQuick,
  type TimeCell,
  type WhenBounds
} from '../../../../src/lib/core/archive/when-cell';
import { isFault, readWhen } from '../../../../src/lib/core/time';
import { DAY } from '../../../../src/lib/core/zone';

/** Zones whose clocks were put forward at midnight, left out a day, had odd seconds, or changed twice in a month. */
const ZONES = [
  'UTC',
  'Europe/Tirane',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Asia/Tehran',
  'Africa/Casablanca',
  'Europe/Dublin',
  'Australia/Lord_Howe'
];

const text = (value: string): TimeCell => ({ type: 'text', value });

/** The slow way. */
function bySpec(edtf: string, zone: string): WhenBounds | string {
  const time = readWhen(edtf, zone);
  if (isFault(time)) return time.fault;
  const { startEarliest, startLatest, endEarliest, endLatest } = time;
  return { startEarliest, startLatest, endEarliest, endLatest };
}

function read(zone: string, time: TimeCell, end: TimeCell | null = null) {
  const found = new WhenReader(zone).read(time, end);
  return isWhenFault(found) ? found.fault : found;
}

const two = (value: number) => String(value).padStart(2, '0');
const year = fc.oneof(
  fc.integer({ min: 1890, max: 2045 }),
  fc.integer({ min: 0, max: 9999 }),
  fc.integer({ min: -9999, max: -1 })
);
/** Days that are not there come too. */
const day = fc
  .tuple(year, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
  .map(
    ([y, m, d]) => `${y < 0 ? '-' : ''}${String(Math.abs(y)).padStart(4, '0')}-${two(m)}-${two(d)}`
  );
const offset = fc.oneof(
  fc.constantFrom('', 'Z', '+00:00', '-00:00', '+14:00', '-12:00', '+14:30', '-12:01'),
  fc
    .tuple(
      fc.constantFrom('+', '-'),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 60 })
    )
    .map(([sign, h, m]) => `${sign}${two(h)}:${two(m)}`)
);
const clock = fc
  .tuple(
    fc.integer({ min: 0, max: 24 }),
    fc.integer({ min: 0, max: 60 }),
    fc.option(fc.integer({ min: 0, max: 60 })),
    fc.option(fc.integer({ min: 0, max: 999 })),
    offset
  )
  .map(([h, m, s, ms, zone]) => {
    const seconds = s === null ? '' : `:${two(s)}`;
    const fraction = s === null || ms === null ? '' : `.${String(ms).padStart(3, '0')}`;
    return `T${two(h)}:${two(m)}${seconds}${fraction}${zone}`;
  });
const plain = fc.oneof(
  day,
  fc.tuple(day, clock).map((parts) => parts.join(''))
);
const qualified = fc.constantFrom(
  '2022',
  '2022-08~',
  '2022-08?',
  '199X',
  '2001-21',
  '-0044',
  'Y12345',
  '2022-02-30',
  'yesterday',
  '15.7.2022',
  '2022-07-XX'
);
const zone = fc.constantFrom(...ZONES);

describe('a time cell of text', () => {
  it('reads plain days and clock times exactly as EDTF is read, in every zone, the impossible ones too', () => {
    fc.assert(
      fc.property(plain, zone, (edtf, zone) => {
        expect(read(zone, text(edtf))).toEqual(bySpec(edtf, zone));
      }),
      { numRuns: 1500 }
    );
  }, 60_000);

  it('reads days around the changes of clocks as EDTF is read', () => {
    for (const name of ZONES) {
      const reader = new WhenReader(name);
      for (let n = dayNumber(2007, 1, 1); n < dayNumber(2012, 2, 1); n += 3) {
        const edtf = new Date(n * DAY).toISOString().slice(0, 10);
        expect(reader.read(text(edtf), null), `${edtf} ${name}`).toEqual(bySpec(edtf, name));
        const local = `${edtf}T00:30`;
        expect(reader.read(text(local), null), `${local} ${name}`).toEqual(bySpec(local, name));
      }
    }
  }, 120_000);

  it('reads an interval of two cells exactly as the EDTF interval of both', () => {
    const side = fc.oneof(plain, qualified);
    fc.assert(
      fc.property(side, fc.oneof(side, fc.constant('..')), zone, (time, end, zone) => {
        const found = read(zone, text(time), text(end));
        const expected = bySpec(`${time}/${end}`, zone);
        // Which of two faults is named first is a matter of order.
        if (typeof expected === 'string') expect(typeof found).toBe('string');
        else expect(found).toEqual(expected);
      }),
      { numRuns: 1500 }
    );
  }, 60_000);

  it('goes on from an unknown start, and from an open one', () => {
    expect(read('UTC', text(''), text('2022-07-15'))).toEqual(bySpec('/2022-07-15', 'UTC'));
    expect(read('UTC', text('..'), text('2022-07'))).toEqual(bySpec('../2022-07', 'UTC'));
  });

  it('may have a space before the clock time, fractions of any length, and short offsets', () => {
    const instant = Date.UTC(2022, 6, 15, 12, 5, 9, 120);
    for (const cell of [
      '2022-07-15 14:05:09.12+02:00',
      '2022-07-15T14:05:09.120000+0200',
      ' 2022-07-15 14:05:09.12+02 '
    ]) {
      expect(read('UTC', text(cell)), cell).toMatchObject({ startEarliest: instant });
    }
    expect(read('Europe/Tirane', text('2022-07-15 14:05/2022-07-16 09:00'))).toEqual(
      bySpec('2022-07-15T14:05/2022-07-16T09:00', 'Europe/Tirane')
    );
  });

  it('is undated when it is empty, and says of which cell a fault is', () => {
    const reader = new WhenReader('UTC');
    expect(reader.read(text(''), null)).toBeNull();
    expect(reader.read(text(' '), text(' '))).toBeNull();
    expect(reader.read({ type: 'instant', value: null }, null)).toBeNull();
    expect(reader.read({ type: 'instant', value: NaN }, null)).toBeNull();
    expect(reader.read(text('2022-13-01'), text('2022'))).toEqual({
      fault: 'date-impossible',
      at: 'time'
    });
    expect(reader.read(text('2022'), text('soon'))).toEqual({
      fault: 'date-unreadable',
      at: 'end'
    });
    expect(reader.read(text('2022-07-15'), text('2022-07-14'))).toEqual({
      fault: 'date-reversed',
      at: 'end'
    });
    expect(reader.read(text('2022-08'), text('2022-07'))).toEqual({
      fault: 'date-reversed',
      at: 'end'
    });
  });

  it('does not take digits without hyphens for milliseconds: they are more often a day', () => {
    for (const cell of ['20220715', '1657843200000']) {
      expect(typeof read('UTC', text(cell)), cell).toBe('string');
    }
  });
});

describe('a time cell of numbers', () => {
  it('is a day of the zone, an instant, or a clock time of the zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -800_000, max: 60_000 }),
        fc.nat(DAY - 1),
        zone,
        (n, ms, zone) => {
          const iso = new Date(n * DAY + ms).toISOString().replace(/^([-+])0*(\d{4}-)/, '$1$2');
          const edtf = iso.replace(/^\+/, '');
          expect(read(zone, { type: 'day', value: n })).toEqual(
            bySpec(edtf.slice(0, edtf.indexOf('T')), zone)
          );
          expect(read(zone, { type: 'instant', value: n * DAY + ms })).toEqual(bySpec(edtf, zone));
          expect(read(zone, { type: 'clock', value: n * DAY + ms })).toEqual(
            bySpec(edtf.replace('Z', ''), zone)
          );
        }
      ),
      { numRuns: 500 }
    );
  }, 60_000);

  it('is too far away beyond the year 270000', () => {
    for (const value of [8.6e15, -8.6e15, Infinity]) {
      expect(read('UTC', { type: 'instant', value })).toBe('date-out-of-range');
      expect(read('UTC', { type: 'clock', value })).toBe('date-out-of-range');
      expect(read('UTC', { type: 'day', value: value / DAY })).toBe('date-out-of-range');
    }
  });
});

describe('the number of a day', () => {
  it('is that of the calendar of Date', () => {
    fc.assert(
      fc.property(fc.integer({ min: -90_000_000, max: 90_000_000 }), (n) => {
        const date = new Date(n * DAY);
        const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const;
        expect(dayNumber(...parts)).toBe(n);
      })
    );
  });
});

describe('what is read without EDTF', () => {
  it('is nothing but plain dates that are there', () => {
    for (const cell of [
      '2022-02-29',
      '2022-07',
      '2022-07-15~',
      '-0000-01-01',
      '2022-07-15T24:00',
      ''
    ]) {
      expect(readQuick(cell), cell).toBeNull();
    }
    expect(readQuick('2024-02-29')).toEqual({
      day: dayNumber(2024, 2, 29),
      ms: null,
      offset: null
    });
  });
});
