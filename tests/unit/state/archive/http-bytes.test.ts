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
  closing.push(() => (server.closeAllConnections(), server.close()));
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

  it.each([403, 405, 501])(
    'takes the whole where the server says nothing of files, but answers %i',
    async (status) => {
      const { address, asked } = await serve((request, response) => {
        if (request.method === 'HEAD') response.statusCode = status;
        inOne(request, response);
      });
      const bytes = await openHttpBytes(address, never);
      expect(bytes.byteLength).toBe(1000);
      expect(bytesOf(await bytes.slice(10, 20))).toEqual([...FILE.slice(10, 20)]);
      expect(asked).toEqual(['HEAD all', 'GET all']);
    }
  );

  it('does not ask on for a file that is not there', async () => {
    const { address, asked } = await serve((_, response) => {
      response.statusCode = 404;
      response.end();
    });
    await expect(openHttpBytes(address, never)).rejects.toThrow('the server answered 404');
    expect(asked).toEqual(['HEAD all']);
  });

  it('asks but once where the server gives no parts, however many ask at a time', async () => {
    const { address, asked } = await serve(inOne);
    const bytes = await openHttpBytes(address, never);
    const starts = Array.from({ length: 20 }, (_, i) => 10 * i);
    const parts = await Promise.all(starts.map((start) => bytes.slice(start, start + 10)));
    expect(parts.map(bytesOf)).toEqual(starts.map((start) => [...FILE.slice(start, start + 10)]));
    expect(asked).toEqual(['HEAD all', 'GET bytes=0-9']);
  });

  it('asks for all parts at once as soon as the server has given one', async () => {
    let at = 0;
    let most = 0;
    const { address } = await serve((request, response) => {
      most = Math.max(most, ++at);
      setTimeout(() => {
        at--;
        inParts()(request, response);
      }, 20);
    });
    const bytes = await openHttpBytes(address, never);
    const starts = Array.from({ length: 6 }, (_, i) => 10 * i);
    const parts = await Promise.all(starts.map((start) => bytes.slice(start, start + 10)));
    expect(parts.map(bytesOf)).toEqual(starts.map((start) => [...FILE.slice(start, start + 10)]));
    expect(most).toBeGreaterThan(2);
  });

  it('asks again for the whole after the line broke in the middle of it', async () => {
    let breaks = 1;
    const { address } = await serve((request, response) => {
      if (request.method === 'HEAD' || breaks-- <= 0) return inOne(request, response);
      response.setHeader('content-length', FILE.length);
      response.write(FILE.subarray(0, 100), () => response.destroy());
    });
    const bytes = await openHttpBytes(address, never);
    const both = [bytes.slice(10, 20), bytes.slice(30, 40)];
    await Promise.allSettled(both);
    await expect(both[0]).rejects.toThrow();
    expect(bytesOf(await bytes.slice(10, 20))).toEqual([...FILE.slice(10, 20)]);
  });

  it('lets the next one ask when the first is stopped', async () => {
    const { address } = await serve((request, response) => {
      if (request.headers.range === 'bytes=0-9') return;
      inParts()(request, response);
    });
    const bytes = await openHttpBytes(address, never);
    const stop = new AbortController();
    const first = bytes.slice(0, 10, stop.signal);
    const second = bytes.slice(10, 20);
    stop.abort(new Error('enough'));
    await expect(first).rejects.toThrow('enough');
    expect(bytesOf(await second)).toEqual([...FILE.slice(10, 20)]);
  });

  it('does not take a part for whole that comes short again and again', async () => {
    const { address } = await serve(inParts(2));
    const bytes = await openHttpBytes(address, never);
    await expect(bytes.slice(10, 20)).rejects.toThrow('events.parquet came cut short.');
    expect(bytesOf(await bytes.slice(10, 20))).toEqual([...FILE.slice(10, 20)]);
  });

  describe('that becomes another file while it is open', () => {
    const monday = 'Mon, 21 Nov 2022 10:00:00 GMT';
    const tuesday = 'Tue, 22 Nov 2022 10:00:00 GMT';
    type Version = Readonly<Record<string, string>>;
    const versions = async (handler: Handler, ...each: Version[]) => {
      const { address } = await serve((request, response) => {
        const version = (each.length > 1 ? each.shift() : each[0]) ?? {};
        for (const [name, value] of Object.entries(version)) response.setHeader(name, value);
        handler(request, response);
      });
      return openHttpBytes(address, never);
    };

    for (const [name, before, after] of [
      ['tag', { etag: '"a"' }, { etag: '"b"' }],
      ['day', { 'last-modified': monday }, { 'last-modified': tuesday }],
      [
        'tag, though not its day,',
        { etag: 'W/"a"', 'last-modified': monday },
        { etag: 'W/"b"', 'last-modified': monday }
      ]
    ] as [string, Version, Version][]) {
      it(`gives no more of it, as its ${name} shows, in parts or in one`, async () => {
        for (const handler of [inParts(), inOne]) {
          const bytes = await versions(handler, before, after);
          await expect(bytes.slice(10, 20)).rejects.toThrow(
            'events.parquet is another file by now'
          );
        }
      });
    }

    it('is the same file while its tag is, packed or not, and where neither tag nor day is told twice', async () => {
      for (const [before, after] of [
        [
          { etag: '"a"', 'last-modified': monday },
          { etag: '"a"', 'last-modified': tuesday }
        ],
        [{ etag: '"a"' }, { etag: 'W/"a"' }],
        [{ etag: '"a"' }, { etag: '"a-gzip"' }],
        [{ etag: '"a"' }, { 'last-modified': tuesday }],
        [{}, {}]
      ] as [Version, Version][]) {
        const bytes = await versions(inParts(), before, after);
        expect(bytesOf(await bytes.slice(10, 20))).toEqual([...FILE.slice(10, 20)]);
      }
    });

    it('does not give its whole a second time', async () => {
      const bytes = await versions(inParts(), { etag: '"a"' }, { etag: '"b"' }, { etag: '"c"' });
      const all = async () => {
        let size = 0;
        for await (const chunk of bytes.chunks()) size += chunk.length;
        return size;
      };
      expect(await all()).toBe(1000);
      await expect(all()).rejects.toThrow('events.parquet is another file by now');
    });

    it('gives parts of the one whose whole it gave last', async () => {
      const bytes = await versions(inParts(), { etag: '"a"' }, { etag: '"b"' }, { etag: '"b"' });
      const all: number[] = [];
      for await (const chunk of bytes.chunks()) all.push(...chunk);
      expect(all).toHaveLength(1000);
      expect(bytesOf(await bytes.slice(10, 20))).toEqual([...FILE.slice(10, 20)]);
    });
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
