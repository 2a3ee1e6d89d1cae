import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { timeline as t } from '../../../src/lib/i18n/en/timeline';
import Timeline from '../../../src/lib/timeline/Timeline.svelte';
import { fromTo, mark, onDay } from './event-times';

const props = {
  events: [
    mark('a', onDay('2013-05-15'), { hue: 'green' as const }),
    mark('b', fromTo('2022-07-15', '2022-08-31')),
    mark('c', onDay('2022-09-07'), { contested: true })
  ],
  window: null,
  certainty: 'may' as const,
  zone: 'UTC',
  locale: 'en-GB',
  axis: 'elastic' as const,
  t,
  formatWindow: () => 'WINDOW',
  formatInstant: () => 'INSTANT',
  onwindow: () => undefined,
  onselect: () => undefined,
  onaxis: () => undefined,
  onstep: () => undefined,
  oncertainty: () => undefined
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
