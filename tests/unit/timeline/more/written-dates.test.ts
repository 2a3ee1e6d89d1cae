import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateText, readWritten } from '../../../../src/lib/timeline/more/written-dates';

const ages = { from: Date.parse('-009999-01-01T00:00Z'), to: Date.parse('+012000-01-01T00:00Z') };

test.each([
  ['-0043-03-15', '-000043-03-15', '-000043-03-16'],
  ['-0043-03', '-000043-03-01', '-000043-04-01'],
  ['-0043', '-000043-01-01', '-000042-01-01'],
  ['44 BC', '-000043-01-01', '-000042-01-01'],
  ['44 BCE', '-000043-01-01', '-000042-01-01'],
  ['1066', '1066-01-01', '1067-01-01'],
  ['Y10500', '+010500-01-01', '+010501-01-01']
])('what is typed as "%s" is all of that', (text, from, to) => {
  expect(readWritten(text, text, 'UTC', ages)).toEqual({
    window: { from: Date.parse(`${from}T00:00Z`), to: Date.parse(`${to}T00:00Z`) - 1 }
  });
});

test('dates beyond the years of a date field are written as EDTF, no longer than they must be', () => {
  const ms = (text: string) => Date.parse(`${text}T00:00Z`);
  expect(dateText(ms('-000043-03-15'), 'UTC', 'first')).toBe('-0043-03-15');
  expect(dateText(ms('-000043-03-01'), 'UTC', 'first')).toBe('-0043-03');
  expect(dateText(ms('-000043-01-01'), 'UTC', 'first')).toBe('-0043');
  expect(dateText(ms('0001-01-01') - 1, 'UTC', 'last')).toBe('0000');
  expect(dateText(ms('+012345-01-01'), 'UTC', 'first')).toBe('Y12345');
});

test('what is written is read as the same window', () => {
  const day = fc.integer({ min: -4_000_000, max: 4_000_000 });
  fc.assert(
    fc.property(day, day, (a, b) => {
      const from = Math.min(a, b) * 86_400_000;
      const to = (Math.max(a, b) + 1) * 86_400_000 - 1;
      const read = readWritten(dateText(from, 'UTC', 'first'), dateText(to, 'UTC', 'last'), 'UTC', {
        from: -8e15,
        to: 8e15
      });
      expect(read).toEqual({ window: { from, to } });
    })
  );
});

test.each([
  ['unreadable', 'yesterday', '2022-09-08'],
  ['unreadable', '2022-09-31', '2022-10-08'],
  ['unreadable', '-44 BC', '2022-10-08'],
  ['missing', '', '2022-09-08'],
  ['reversed', '44 BC', '45 BC'],
  ['outside', 'Y-20000', 'Y-19000']
])('dates that are %s are named as such', (problem, from, to) => {
  expect(readWritten(from, to, 'UTC', ages)).toEqual({ problem });
});
