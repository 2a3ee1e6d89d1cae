/** Serves a built site as any static host would. */
import { createServer } from 'node:http';
import sirv from 'sirv';

/**
 * @param {string} folder the built site
 * @param {{ port?: number, host?: string, base?: string }} [options] `port` 0 takes any free one; `base` is the sub-folder, "" or "/name"
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` ends in "/"; rejects when the port is taken
 */
export function serve(folder, { port = 0, host = '127.0.0.1', base = '' } = {}) {
  const files = sirv(folder, {
    etag: true,
    dev: false,
    // What an embed in a sandboxed frame needs of its host: such a frame is of another origin than its own site.
    setHeaders: (response) => response.setHeader('access-control-allow-origin', '*')
  });
  const server = createServer((request, response) => {
    const missing = () => {
      response.statusCode = 404;
      response.setHeader('content-type', 'text/plain; charset=utf-8');
      response.end('Not found');
    };
    const url = request.url ?? '/';
    if (base && !url.startsWith(`${base}/`)) return missing();
    request.url = url.slice(base.length) || '/';
    files(request, response, missing);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : port;
      const shown = host === '127.0.0.1' ? 'localhost' : host;
      resolve({
        url: `http://${shown}:${taken}${base}/`,
        close: () =>
          new Promise((done) => {
            server.closeAllConnections();
            server.close(() => done());
          })
      });
    });
  });
}
