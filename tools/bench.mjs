/**
 * `npm run bench`: Dateline's page and other ways of showing events in time, side by side in Chromium. `--help` says more; the parts are in
 * `bench/`.
 */
import { register } from 'tsx/esm/api';
import { checkNode } from './set-up.mjs';

checkNode();
register();
const { runBench } = await import('../bench/harness/run.ts');
process.exitCode = await runBench(process.argv.slice(2));
