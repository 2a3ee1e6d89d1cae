import { readdir, readFile } from 'node:fs/promises';
import type { BenchPage } from './page';

/** Seconds of CPU since the browser began. Null where this system does not say (all but Linux). */
export interface CpuTimes {
  readonly main: number;
  readonly workers: number | null;
  readonly gpu: number;
  readonly all: number;
}

export interface Memory {
  /** Bytes that the page's and the GPU's processes keep, shared ones in parts (PSS). Null where this system does not say. */
  readonly processes: number | null;
  /** Bytes of JavaScript objects of the page's main thread, after a collection. */
  readonly heap: number;
}

type Source = Pick<BenchPage, 'session' | 'browserSession'>;

export async function readCpu(source: Source): Promise<CpuTimes> {
  const processes = await listProcesses(source);
  const sum = (type: string | null) =>
    processes.filter((p) => type === null || p.type === type).reduce((s, p) => s + p.cpuTime, 0);
  return {
    main: await metric(source, 'TaskDuration'),
    workers: await workerSeconds(processes.filter(isPage).map(({ id }) => id)),
    gpu: sum('GPU'),
    all: sum(null)
  };
}

/** Collects garbage first. */
export async function readMemory(source: Source): Promise<Memory> {
  await source.session.send('HeapProfiler.collectGarbage');
  await new Promise((resolve) => setTimeout(resolve, 500));
  const processes = await listProcesses(source);
  const kept = processes.filter((p) => isPage(p) || p.type === 'GPU');
  return {
    processes: await total(kept.map(({ id }) => proportionalBytes(id))),
    heap: await metric(source, 'JSHeapUsedSize')
  };
}

interface ProcessInfo {
  readonly type: string;
  readonly id: number;
  readonly cpuTime: number;
}

/** One page is open; a second renderer may wait idly for the next. */
const isPage = ({ type }: ProcessInfo) => type === 'renderer';

async function listProcesses({ browserSession }: Source): Promise<readonly ProcessInfo[]> {
  return (await browserSession.send('SystemInfo.getProcessInfo')).processInfo;
}

async function metric({ session }: Source, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const found = metrics.find((each) => each.name === name);
  if (!found) throw new Error(`Chromium reports no ${name}.`);
  return found.value;
}

async function workerSeconds(pids: readonly number[]): Promise<number | null> {
  return total(pids.map(workerSecondsOf));
}

async function workerSecondsOf(pid: number): Promise<number | null> {
  try {
    const threads = await readdir(`/proc/${pid}/task`);
    return await total(threads.map((thread) => threadSeconds(`/proc/${pid}/task/${thread}`)));
  } catch {
    return null;
  }
}

/** 0 for what is no worker, and for a thread that has ended since it was listed. */
async function threadSeconds(folder: string): Promise<number> {
  try {
    const name = await readFile(`${folder}/comm`, 'utf8');
    if (!name.startsWith('DedicatedWorker')) return 0;
    const [nanoseconds = '0'] = (await readFile(`${folder}/schedstat`, 'utf8')).split(' ');
    return Number(nanoseconds) / 1e9;
  } catch {
    return 0;
  }
}

async function proportionalBytes(pid: number): Promise<number | null> {
  try {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
    const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(text) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

/** Null if one of them is. */
async function total(parts: Promise<number | null>[]): Promise<number | null> {
  let sum = 0;
  for (const part of await Promise.all(parts)) {
    if (part === null) return null;
    sum += part;
  }
  return sum;
}
