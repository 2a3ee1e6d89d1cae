import { countByBruteForce } from '../brute-force';
import type { BenchColumns } from '../data';
import { project } from '../subjects/view';
import { drag, sweep, WINDOW_KINDS, type BenchWindow, type WindowKind } from '../windows';
import { countCollections, trace, type Collections } from './collections';
import { openPage, type BenchPage, type BrowserOptions, type Dragged, type Loaded } from './page';
import { BLANK, DATELINE, EMPTY_MAP, type Visiting } from './plan';
import { readCpu, readMemory, type CpuTimes, type Memory } from './processes';

/** What one opening of one page came to. All times are milliseconds; null is what was not measured. */
export interface Visit {
  readonly approach: string;
  readonly size: number;
  readonly round: number;
  name: string;
  load: Loaded | null;
  readonly steps: Record<WindowKind, number[]>;
  /** A step of a 30-day window. */
  cpu: CpuTimes | null;
  memory: Memory | null;
  hover: number[] | null;
  drag: Dragged | null;
  collections: Collections | null;
  readonly checks: Check[];
  /** Errors that the page wrote, and in brackets what the harness has to say. */
  readonly problems: string[];
  /** Why the visit ended early. */
  failure: string | null;
}

/** A count that the page reported beside the one by brute force. */
interface Check {
  readonly window: BenchWindow;
  readonly reported: number;
  readonly expected: number;
}

const TIMEOUT = 300_000;
const DRAG = 2_000;
const TRACED_STEPS = 600;
const CHECKS: Readonly<Record<WindowKind, number>> = { month: 3, year: 1, all: 1 };

/** What is left undone when a step has settled is done in this time, and counted with it. */
const REST = 300;
const LONGEST_REST = 30_000;

/** Opens one page and measures what it is asked to; never throws: what went wrong is in the visit. `columns` are those the page makes. */
export async function visit(
  visiting: Visiting,
  columns: BenchColumns,
  site: string,
  options: BrowserOptions & { readonly traced: boolean }
): Promise<Visit> {
  const { approach, size, round } = visiting;
  const result: Visit = {
    approach: approach.id,
    size,
    round,
    name: approach.id,
    load: null,
    steps: { month: [], year: [], all: [] },
    cpu: null,
    memory: null,
    hover: null,
    drag: null,
    collections: null,
    checks: [],
    problems: [],
    failure: null
  };
  let open: BenchPage | null = null;
  try {
    open = await openPage(site + approach.path, options, (text) => result.problems.push(text));
    result.name = open.name;
    await withinTime(measure(open, visiting, columns, result));
    if (options.traced && approach.id === DATELINE && round === 0) {
      await open.close();
      open = await openPage(site + approach.path, options, (text) => result.problems.push(text));
      await withinTime(followCollections(open, columns, result));
    }
  } catch (error) {
    result.failure = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  } finally {
    await open?.close();
  }
  return result;
}

/** Fills in the result part by part, so that a page which breaks down keeps what it had. */
async function measure(
  open: BenchPage,
  visiting: Visiting,
  columns: BenchColumns,
  result: Visit
): Promise<void> {
  const { page } = open;
  const { approach, round } = visiting;
  result.load = await page.evaluate((n) => harness.load(n), columns.n);
  if (approach.id === BLANK) {
    result.memory = await readMemory(open);
    return;
  }
  await comeToRest(open, result);
  for (const kind of WINDOW_KINDS) {
    const windows = windowsOf(kind, visiting, columns);
    const [first] = windows;
    if (!first) continue;
    // One step beforehand: leaflet.timeline begins anew with another width.
    await page.evaluate((window) => harness.count(window), first);
    await rest();
    const before = await readCpu(open);
    result.steps[kind] = await page.evaluate((all) => harness.steps(all), windows);
    await rest();
    if (kind === 'month') {
      result.cpu = perStep(before, await readCpu(open), windows.length);
      result.memory = await readMemory(open);
    }
    if (approach.id !== EMPTY_MAP)
      await check(open, windows.slice(0, CHECKS[kind]), columns, result);
  }
  if (round > 0) return;

  const [back] = windowsOf('month', visiting, columns);
  if (back) await page.evaluate((window) => harness.count(window), back);
  result.hover = await page.evaluate((points) => harness.hover(points), somePlaces(columns, 60));
  const dragged = drag(columns, TRACED_STEPS);
  result.drag = await page.evaluate(([all, ms]) => harness.drag(all, ms), [dragged, DRAG] as const);
}

/** On a page of its own: the measuring before would leave garbage behind. */
async function followCollections(
  open: BenchPage,
  columns: BenchColumns,
  result: Visit
): Promise<void> {
  const { page, browserSession } = open;
  await page.evaluate((n) => harness.load(n), columns.n);
  await comeToRest(open, result);
  const events = await trace(browserSession, () =>
    page.evaluate((all) => harness.drag(all, Infinity), drag(columns, TRACED_STEPS))
  );
  result.collections = countCollections(events, TRACED_STEPS);
}

/** Each round has its share of the steps, spread over all ten years. */
function windowsOf(
  kind: WindowKind,
  { steps, round, rounds }: Visiting,
  columns: BenchColumns
): BenchWindow[] {
  return sweep(kind, columns, steps[kind]).filter((_, i) => i % rounds === round % rounds);
}

async function check(
  { page }: BenchPage,
  windows: readonly BenchWindow[],
  columns: BenchColumns,
  { checks }: Visit
): Promise<void> {
  for (const window of windows) {
    const reported = await page.evaluate((one) => harness.count(one), window);
    checks.push({ window, reported, expected: countByBruteForce(columns, window) });
  }
}

/** Milliseconds of CPU a step. */
function perStep(before: CpuTimes, after: CpuTimes, steps: number): CpuTimes {
  const between = (key: keyof CpuTimes) => {
    const [from, to] = [before[key], after[key]];
    return from === null || to === null ? null : ((to - from) * 1000) / steps;
  };
  return {
    main: between('main') as number,
    workers: between('workers'),
    gpu: between('gpu') as number,
    all: between('all') as number
  };
}

/** Where events are, so that there is something to be found. */
function somePlaces({ n, lon, lat }: BenchColumns, count: number): [number, number][] {
  return Array.from({ length: Math.min(count, n) }, (_, i) => {
    const at = Math.floor((i * n) / Math.min(count, n));
    return project(lon[at] as number, lat[at] as number);
  });
}

const rest = () => new Promise((resolve) => setTimeout(resolve, REST));

/** Waits until a page that has loaded has also got the rest of what it shows, its base map among it: until the browser does next to nothing. */
async function comeToRest(open: BenchPage, { problems }: Visit): Promise<void> {
  const until = Date.now() + LONGEST_REST;
  let { all: before } = await readCpu(open);
  while (Date.now() < until) {
    await rest();
    const { all } = await readCpu(open);
    if ((all - before) * 1000 < REST / 10) return;
    before = all;
  }
  problems.push(`[It was still busy ${LONGEST_REST / 1000} s after it had loaded.]`);
}

async function withinTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done in ${TIMEOUT / 1000} s.`)), TIMEOUT);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
