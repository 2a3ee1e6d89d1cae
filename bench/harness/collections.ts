import type { CDPSession } from 'playwright-core';

/** Garbage collections of the page's main thread. */
export interface Collections {
  readonly steps: number;
  readonly minor: number;
  readonly major: number;
  /** Milliseconds. */
  readonly total: number;
  readonly longest: number;
}

/** What Chromium's trace events have of use here. `dur` is in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

/** Follows what the browser does while `work` runs; `session` is the browser's own. */
export async function trace(
  session: CDPSession,
  work: () => Promise<unknown>
): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => {
    events.push(...(value as TraceEvent[]));
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8'] }
  });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return events;
}

/** Counts the collections in a trace. Throws where the trace names no main thread, since it would then count none. */
export function countCollections(events: readonly TraceEvent[], steps: number): Collections {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`)
  );
  if (mains.size === 0) throw new Error('The trace names no main thread.');
  const own = events.filter(({ pid, tid, ph }) => ph === 'X' && mains.has(`${pid} ${tid}`));
  const minor = own.filter(({ name }) => name === 'MinorGC');
  const major = own.filter(({ name }) => name === 'MajorGC');
  const times = [...minor, ...major].map(({ dur }) => (dur ?? 0) / 1000);
  return {
    steps,
    minor: minor.length,
    major: major.length,
    total: times.reduce((sum, time) => sum + time, 0),
    longest: Math.max(0, ...times)
  };
}
