import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { openHttpBytes } from '../../../../src/lib/state/archive/http-bytes';

const FILE = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine, and what was asked of it. */
async function serve(handler: Handler) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers.range ?? 'all'}`);
    handler(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/events.parquet`, asked };
}

/** Gives parts of the file, cut short as many times as told. */
const inParts = (cutShort = 0): Handler => {
  let cuts = cutShort;
  return (request, response) => {
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
    if (from === undefined) {
      response.setHeader('content-length', FILE.length);
      response.end(request.method === 'HEAD' ? undefined : FILE);
      return;
    }
    const part = FILE.subarray(Number(from), Number(to) + 1);
    response.statusCode = 206;
    response.end(cuts-- > 0 ? part.subarray(0, 3) : part);
  };
};

const inOne: Handler = (request, response) => {
  response.setHeader('content-length', FILE.length);
  response.end(request.method === 'HEAD' ? undefined : FILE);
};

const never = new AbortController().signal;
const bytesOf = (buffer: ArrayBuffer) => [...new Uint8Array(buffer)];

describe('a file by HTTP', () => {
  it('asks for no more than it is asked for, where the server gives parts', async () => {
    const { address, asked } = await serve(inParts());
    const bytes = await openHttpBytes(address, never);
    expect(bytes.byteLength).toBe(1000);
    expect(bytesOf(await bytes.slice(10, 20))).toEqual([...FILE.slice(10, 20)]);
    expect(bytesOf(await bytes.slice(990))).toEqual([...FILE.slice(990)]);
    expect(asked).toEqual(['HEAD all', 'GET bytes=10-19', 'GET bytes=990-999']);
  });

  it('asks again for a part that came short', async () => {
    const { address, asked } = await serve(inParts(1));
    const bytes = await openHttpBytes(address, never);
    expect(bytesOf(await bytes.slice(10, 20))).toEqual([...FILE.slice(10, 20)]);
    expect(asked).toHaveLength(3);
  });

  it('takes the whole once, where the server gives no parts', async () => {
    const { address, asked } = await serve(inOne);
    const bytes = await openHttpBytes(address, never);
    expect(bytesOf(await bytes.slice(10, 20))).toEqual([...FILE.slice(10, 20)]);
    expect(bytesOf(await bytes.slice(500, 600))).toEqual([...FILE.slice(500, 600)]);
    expect(asked).toEqual(['HEAD all', 'GET bytes=10-19']);
  });

  it('takes the whole at once, where the length that the server tells is that of a packed file', async () => {
    const { address } = await serve((request, response) => {
      const packed = gzipSync(FILE);
      response.setHeader('content-encoding', 'gzip');
      response.setHeader('content-length', packed.length);
      response.end(request.method === 'HEAD' ? undefined : packed);
    });
    const bytes = await openHttpBytes(address, never);
    expect(bytes.byteLength).toBe(1000);
    expect(bytesOf(await bytes.slice(10, 20))).toEqual([...FILE.slice(10, 20)]);
  });

  it('gives all of it in pieces, whether the server gives parts or not', async () => {
    for (const handler of [inParts(), inOne]) {
      const { address } = await serve(handler);
      const all: number[] = [];
      for await (const chunk of (await openHttpBytes(address, never)).chunks()) all.push(...chunk);
      expect(all).toEqual([...FILE]);
    }
  });

  it('says which file is not there, and what the server said', async () => {
    const { address } = await serve((_, response) => {
      response.statusCode = 404;
      response.end();
    });
    await expect(openHttpBytes(address, never)).rejects.toThrow(
      'events.parquet is not where it should be: the server answered 404.'
    );
  });

  it('says that it could not be fetched when there is no server', async () => {
    await expect(openHttpBytes('http://127.0.0.1:1/events.parquet', never)).rejects.toThrow(
      'events.parquet could not be fetched'
    );
  });

  it('rejects with the reason of who stopped it', async () => {
    const { address } = await serve(inOne);
    await expect(openHttpBytes(address, AbortSignal.abort(new Error('enough')))).rejects.toThrow(
      'enough'
    );
  });
});
