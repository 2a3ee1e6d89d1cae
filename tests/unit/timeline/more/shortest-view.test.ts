import { expect, test } from 'vitest';
import { HOUR } from '../../../../src/lib/core/zone';
import { shortestView } from '../../../../src/lib/timeline/more/shortest-view';
import { mark, onDay, part } from '../event-times';

const at = (text: string) =>
  mark(
    'a',
    onDay('2022-09-07', {
      start: part('2022-09-07', { precision: 'instant', instant: Date.parse(text) })
    })
  );

test('an axis is worth seeing down to an hour of days, some seconds of seconds and 20 ms of thousandths', () => {
  expect(shortestView([mark('a', onDay('2022-09-07'))])).toBe(HOUR);
  expect(shortestView([at('2022-09-07T12:30Z')])).toBe(HOUR);
  expect(shortestView([at('2022-09-07T12:30Z'), at('2022-09-07T12:30:15Z')])).toBe(20_000);
  expect(shortestView([at('2022-09-07T12:30:15.5Z')])).toBe(20);
});
