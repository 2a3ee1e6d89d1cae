import { mount } from 'svelte';
import type { ArchiveSource, Story } from '$lib/core/story';
import type { BenchSubject } from '../contract';
import '../../src/app.css';
import DatelinePage from './DatelinePage.svelte';

const name = (text: string) => ({ en: text });
const shapes = ['circle', 'square', 'diamond', 'triangle', 'cross', 'star'] as const;

const story: Story = {
  meta: {
    id: 'bench',
    title: name('Made-up events'),
    summary: name('Nothing of this happened.'),
    languages: ['en'],
    timeZone: 'UTC',
    licence: { name: 'none', url: null },
    authors: [],
    updated: '2026-01-01'
  },
  kinds: shapes.map((shape, i) => ({ id: `kind-${i}`, name: name(`Kind ${i}`), shape })),
  groups: [],
  places: [],
  parties: [],
  citations: [],
  events: [],
  archive: null,
  chapters: [],
  corrections: []
};

const source: ArchiveSource = {
  file: 'made-up',
  rows: null,
  columns: {
    ...{ time: 'time', end: null, where: { lon: 'lon', lat: 'lat' }, title: null },
    ...{ text: null, place: null, radius: null, kind: null, source: null }
  },
  kinds: null,
  citation: '',
  note: null
};

/** Dateline's own page: map, marks, timeline with its histogram, counts, list. There once its map stands and has come to rest. */
export async function dateline(box: HTMLElement): Promise<BenchSubject> {
  box.remove();
  const page = mount(DatelinePage, { target: document.body, props: { story, source } });
  while (!document.querySelector('.ground.living')) await pause(100);
  await quiet();
  return page;
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Resolves when no task has kept the page's thread for long for two seconds; after half a minute in any case. */
async function quiet(): Promise<void> {
  let last = performance.now();
  const watch = new PerformanceObserver(() => (last = performance.now()));
  watch.observe({ type: 'longtask' });
  const end = last + 30_000;
  while (performance.now() < Math.min(end, last + 2_000)) await pause(100);
  watch.disconnect();
}
