import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { serve } from '../../tools/static-server.mjs';
import { findChromium } from '../../tools/chromium.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built site at the root of a host, and in a sub-folder of another. Both end in "/". */
    site: string;
    siteInFolder: string;
    chromium: string;
  }
}

const build = new URL('../../build', import.meta.url).pathname;

export default async function setup(project: TestProject) {
  if (!existsSync(`${build}/index.html`)) {
    throw new Error('There is no built site to test. Run `npm run build` first, or `npm test`.');
  }
  const root = await serve(build);
  const folder = await serve(build, { base: '/news/2022' });
  project.provide('site', root.url);
  project.provide('siteInFolder', folder.url);
  project.provide('chromium', findChromium());
  return async () => {
    await root.close();
    await folder.close();
  };
}
