import { cpus, loadavg, totalmem } from 'node:os';
import { chromium } from 'playwright-core';

/** What a run was made on. */
export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  /** Bytes. */
  readonly memory: number;
  readonly chromium: string;
  /** Who draws WebGL, as Chromium says. */
  readonly renderer: string;
  /** True where the CPU stands in for a GPU. */
  readonly software: boolean;
  /** Processes that wanted a core when the run began, mean of a minute; 0 where this system does not say. */
  readonly load: number;
}

/** `flags`: those that the pages are measured with. */
export async function readMachine(
  executablePath: string,
  flags: readonly string[]
): Promise<Machine> {
  const [first] = cpus();
  const load = loadavg()[0] ?? 0;
  const browser = await chromium.launch({ executablePath, args: [...flags] });
  try {
    const session = await browser.newBrowserCDPSession();
    const { gpu } = await session.send('SystemInfo.getInfo');
    const attributes = gpu.auxAttributes as Record<string, unknown> | undefined;
    const renderer = String(attributes?.glRenderer || 'none');
    return {
      cores: cpus().length,
      cpu: first?.model.trim() ?? 'unknown',
      memory: totalmem(),
      chromium: browser.version(),
      renderer,
      software: /swiftshader|llvmpipe|software|^none$/i.test(renderer),
      load
    };
  } finally {
    await browser.close();
  }
}
