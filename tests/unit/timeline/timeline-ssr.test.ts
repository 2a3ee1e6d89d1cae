import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { timeline as t } from '../../../src/lib/i18n/en/timeline';
import { timelineMore as more } from '../../../src/lib/i18n/en/timeline-more';
import ArchiveTimeline from '../../../src/lib/timeline/ArchiveTimeline.svelte';
import { densityOfEvents } from '../../../src/lib/timeline/many/event-density';
import Timeline from '../../../src/lib/timeline/Timeline.svelte';
import { fromTo, mark, onDay } from './event-times';

const shared = {
  window: null,
  certainty: 'may' as const,
  count: 2,
  zone: 'UTC',
  locale: 'en-GB',
  t,
  formatWindow: () => 'WINDOW',
  formatInstant: () => 'INSTANT',
  onwindow: () => undefined,
  onselect: () => undefined,
  onstep: () => undefined,
  oncertainty: () => undefined
};

const props = {
  ...shared,
  events: [
    mark('a', onDay('2013-05-15'), { hue: 'green' as const }),
    mark('b', fromTo('2022-07-15', '2022-08-31')),
    mark('c', onDay('2022-09-07'), { contested: true })
  ],
  axis: 'elastic' as const,
  onaxis: () => undefined
};

describe('the timeline as it is prerendered', () => {
  const { body } = render(Timeline, { props });

  test('has the axis and every mark, at a nominal width', () => {
    expect(body).toContain('viewBox="0 0 1000 128"');
    for (const id of ['a', 'b', 'c']) expect(body).toContain(`data-mark="${id}"`);
    expect(body).toMatch(/>2022</);
  });

  test('has the dates of the window in words', () => {
    expect(body).toContain('Whole story: WINDOW');
  });

  test('has no style attribute, which the content security policy would refuse', () => {
    expect(body).not.toMatch(/\sstyle=/);
  });

  test('says so when nothing is dated', () => {
    expect(render(Timeline, { props: { ...props, events: [] } }).body).toContain(t.nothing);
  });
});

describe('the timeline of an archive as it is prerendered', () => {
  const days = Array.from({ length: 28 }, (_, i) => `2022-02-${String(i + 1).padStart(2, '0')}`);
  const events = days.flatMap((date, i) =>
    Array.from({ length: 20 }, (_, n) =>
      mark(`${date} ${n}`, onDay(date, i < 3 ? { endEarliest: -Infinity } : {}))
    )
  );
  const { body } = render(ArchiveTimeline, {
    props: { ...shared, density: densityOfEvents(events, null), count: 560 }
  });

  test('has its bars in two paths and says how high they are', () => {
    expect(body).toContain('viewBox="0 0 1000 128"');
    expect(body).toMatch(/<path class="surely[^"]*" d="M[\d.,MVHz-]{200,}"/);
    expect(body).toContain(more.bars.scale(20, { unit: 'day', count: 1 }, false));
    expect(body).not.toContain('data-mark');
  });

  test('has the numbers in words and no style attribute', () => {
    expect(body).toContain(t.summary(560, 560, 'Whole story: WINDOW'));
    expect(body).not.toMatch(/\sstyle=/);
  });
});
