import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Window } from '../../../src/lib/core/story';
import { DAY } from '../../../src/lib/core/zone';
import { timeline as t } from '../../../src/lib/i18n/en/timeline';
import DateFields from '../../../src/lib/timeline/DateFields.svelte';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const START = Date.UTC(2022, 0, 1);
const from = (day: number): Window => ({
  from: START + day * DAY,
  to: START + (day + 30) * DAY - 1
});
const dates = () =>
  [t.from, t.to].map((name) => screen.getByLabelText<HTMLInputElement>(name).value);

function show() {
  const props = {
    t,
    zone: 'UTC',
    window: from(0) as Window | null,
    domain: { from: START, to: START + 365 * DAY },
    formatWindow: () => '',
    onchoose: (window: Window) => void rerender({ window }),
    written: null
  };
  const { rerender } = render(DateFields, { props });
  return (window: Window | null) => rerender({ window });
}

test('say the window as it is, and at once when it is moved out of its rest', async () => {
  const move = show();
  expect(dates()).toEqual(['2022-01-01', '2022-01-30']);
  vi.advanceTimersByTime(1000);
  await move(from(31));
  expect(dates()).toEqual(['2022-02-01', '2022-03-02']);
});

test('while it goes on moving wait for it to come to rest', async () => {
  const move = show();
  vi.advanceTimersByTime(1000);
  const filled: string[][] = [];
  for (let day = 1; day <= 20; day++) {
    await move(from(day));
    filled.push(dates());
    vi.advanceTimersByTime(16);
  }
  expect(new Set(filled.map(String)).size).toBe(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(dates()).toEqual(['2022-01-21', '2022-02-19']);
});

test('come to rest at the whole story too', async () => {
  const move = show();
  await move(from(5));
  await move(null);
  await vi.advanceTimersByTimeAsync(1000);
  expect(dates()).toEqual(['2022-01-01', '2022-12-31']);
});

test('are not filled from behind while they are being typed into', async () => {
  show();
  vi.advanceTimersByTime(1000);
  const field = screen.getByLabelText<HTMLInputElement>(t.from);
  for (const day of ['2022-01-02', '2022-01-03', '2022-01-02']) {
    await fireEvent.change(field, { target: { value: day } });
    vi.advanceTimersByTime(30);
  }
  expect(dates()[0]).toBe('2022-01-02');
  // As a browser says of a date that has no year yet.
  field.value = '';
  await vi.advanceTimersByTimeAsync(1000);
  expect(field.value).toBe('');
});
