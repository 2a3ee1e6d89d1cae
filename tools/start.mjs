/** `npm start`: from a fresh clone to a site one can open. PORT and HOST choose where. */
import { join } from 'node:path';
import { build, checkNode, install, root, stop } from './set-up.mjs';

checkNode();
install();
build();

const { serve } = await import('./static-server.mjs');
const wanted = Number(process.env.PORT ?? 4173);
const host = process.env.HOST ?? '127.0.0.1';
const folder = join(root, 'build');

/** The port asked for; when nobody asked for one and the usual is taken, any free one. */
async function listen() {
  try {
    return await serve(folder, { port: wanted, host });
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    if (process.env.PORT) {
      return stop(`Port ${wanted} is taken. Choose another: PORT=${wanted + 1} npm start`);
    }
    return serve(folder, { port: 0, host });
  }
}

const site = await listen();
console.log(`Dateline is at ${site.url} (Ctrl+C stops it)`);
