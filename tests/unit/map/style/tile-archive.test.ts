import { EtagMismatch } from 'pmtiles';
import { describe, expect, it, vi } from 'vitest';
import { TileArchive } from '../../../../src/lib/map/style/tile-archive';

const ADDRESS = 'https://example.org/world.pmtiles';
const FILE = Uint8Array.from({ length: 100 }, (_, i) => i);

type Answer = (request: RequestInit, range: [number, number]) => Response | Promise<Response>;

/** A source over hosts that answer as told, and what they were asked. */
function over(answer: Answer) {
  const ask = vi.fn(async (_: unknown, request: RequestInit = {}) => {
    const [from = 0, to = 0] = (new Headers(request.headers).get('range')?.match(/\d+/g) ?? []).map(
      Number
    );
    return answer(request, [from, to]);
  });
  return { ask, source: new TileArchive(ADDRESS, ask as typeof fetch) };
}

const part: Answer = (_, [from, to]) => new Response(FILE.slice(from, to + 1), { status: 206 });
const whole: Answer = () => new Response(FILE, { headers: { 'content-length': '100' } });
const bytes = async (reading: Promise<{ data: ArrayBuffer }>) => [
  ...new Uint8Array((await reading).data)
];
const tagged = (etag: string): Answer => {
  return (_, [from, to]) =>
    new Response(FILE.slice(from, to + 1), { status: 206, headers: { etag } });
};

describe('an archive on a host that knows byte ranges', () => {
  it('is read in the parts asked for', async () => {
    const { source, ask } = over(part);
    expect(await bytes(source.getBytes(10, 3))).toEqual([10, 11, 12]);
    expect(ask.mock.calls[0]?.[0]).toBe(ADDRESS);
    expect(await bytes(source.getBytes(50, 1))).toEqual([50]);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('may be called 200 for the part, as some hosts do', async () => {
    const { source, ask } = over((_, [from, to]) => {
      const headers = { 'content-length': String(to + 1 - from) };
      return new Response(FILE.slice(from, to + 1), { headers });
    });
    expect(await bytes(source.getBytes(10, 3))).toEqual([10, 11, 12]);
    expect(await bytes(source.getBytes(20, 2))).toEqual([20, 21]);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('passes on what the host says of the file, but for a weak etag', async () => {
    const said = { etag: '"a"', 'cache-control': 'max-age=9', expires: 'never' };
    const { source } = over(() => new Response(FILE, { status: 206, headers: said }));
    expect(await source.getBytes(0, 100)).toMatchObject({
      etag: '"a"',
      cacheControl: 'max-age=9',
      expires: 'never'
    });
    expect(await over(tagged('W/"a"')).source.getBytes(0, 1)).not.toHaveProperty('etag');
  });

  it('rejects with EtagMismatch once the file is another, and then asks past the cache', async () => {
    const { source, ask } = over(tagged('"b"'));
    await expect(source.getBytes(0, 1, undefined, '"a"')).rejects.toThrow(EtagMismatch);
    await source.getBytes(0, 1);
    expect(ask.mock.calls.map(([, request]) => request?.cache)).toEqual([undefined, 'reload']);
  });

  it('takes a range beyond the end for another file too', async () => {
    const { source } = over(() => new Response(null, { status: 416 }));
    await expect(source.getBytes(0, 1)).rejects.toThrow(EtagMismatch);
  });
});

describe('readers of the same stretch', () => {
  it('share one request', async () => {
    const { source, ask } = over(part);
    const both = [bytes(source.getBytes(10, 3)), bytes(source.getBytes(10, 3))];
    expect(await Promise.all(both)).toEqual([
      [10, 11, 12],
      [10, 11, 12]
    ]);
    expect(ask).toHaveBeenCalledTimes(1);
    await source.getBytes(10, 3);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('do not take it from one another by leaving, and end it when the last has left', async () => {
    let seen: AbortSignal | null | undefined;
    const { source } = over((request, range) => {
      seen = request.signal;
      return new Promise((resolve) => setTimeout(() => resolve(part(request, range)), 20));
    });
    const [first, second] = [new AbortController(), new AbortController()];
    const left = source.getBytes(10, 3, first.signal);
    const stays = bytes(source.getBytes(10, 3, second.signal));
    first.abort();
    await expect(left).rejects.toThrow('abort');
    expect(seen?.aborted).toBe(false);
    expect(await stays).toEqual([10, 11, 12]);

    const third = new AbortController();
    const gone = source.getBytes(20, 3, third.signal);
    third.abort();
    await expect(gone).rejects.toThrow('abort');
    expect(seen?.aborted).toBe(true);
  });
});

it('a stretch whose last reader has left is asked for anew by the next', async () => {
  const { source, ask } = over((request, range) => {
    return new Promise((resolve, reject) => {
      request.signal?.addEventListener('abort', () =>
        setTimeout(() => reject(request.signal?.reason), 5)
      );
      setTimeout(() => resolve(part(request, range)), 20);
    });
  });
  const first = new AbortController();
  const left = expect(source.getBytes(10, 3, first.signal)).rejects.toThrow('abort');
  first.abort();
  expect(await bytes(source.getBytes(10, 3))).toEqual([10, 11, 12]);
  await left;
  expect(ask).toHaveBeenCalledTimes(2);
});

it('a part that comes cut short is asked for again, past the cache', async () => {
  const { source, ask } = over((request, [from, to]) => {
    const end = request.cache === 'reload' ? to + 1 : to - 1;
    const headers = { 'content-length': String(to + 1 - from) };
    return new Response(FILE.slice(from, end), { status: 206, headers });
  });
  expect(await bytes(source.getBytes(10, 4))).toEqual([10, 11, 12, 13]);
  expect(ask.mock.calls.map(([, request]) => request?.cache)).toEqual([undefined, 'reload']);
});

describe('an archive on a host that sends all of it', () => {
  it('is fetched once, whoever asks meanwhile and afterwards', async () => {
    const { source, ask } = over(whole);
    expect(await bytes(source.getBytes(0, 2))).toEqual([0, 1]);
    const readings = [bytes(source.getBytes(98, 9)), bytes(source.getBytes(5, 1))];
    expect(await Promise.all(readings)).toEqual([[98, 99], [5]]);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('shares one body between those who asked before it was known', async () => {
    const { source, ask } = over(whole);
    const readings = [bytes(source.getBytes(1, 1)), bytes(source.getBytes(2, 1))];
    expect(await Promise.all(readings)).toEqual([[1], [2]]);
    expect(ask.mock.calls.map(([, request]) => request?.signal?.aborted)).toEqual([false, true]);
  });

  it('goes on for others when the first leaves', async () => {
    let send: () => void = () => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        send = () => {
          controller.enqueue(FILE);
          controller.close();
        };
      }
    });
    const { source } = over(() => new Response(body));
    const first = new AbortController();
    const left = source.getBytes(0, 1, first.signal);
    await new Promise((resolve) => setTimeout(resolve));
    const stays = bytes(source.getBytes(7, 1));
    first.abort();
    await expect(left).rejects.toThrow(/abort/i);
    send();
    expect(await stays).toEqual([7]);
  });

  it('is asked for again when its body broke off', async () => {
    let times = 0;
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) });
    const { source } = over((...asked) => (times++ ? whole(...asked) : new Response(broken)));
    await expect(source.getBytes(0, 1)).rejects.toThrow(`The map at ${ADDRESS} could not be read`);
    expect(await bytes(source.getBytes(3, 1))).toEqual([3]);
  });

  it('is refused when it is too large, whether the host says so or not', async () => {
    const headers = { 'content-length': String(2 ** 30) };
    const told = over(() => new Response(FILE, { headers }));
    await expect(told.source.getBytes(0, 1)).rejects.toThrow(/byte ranges.*too large/);
    const chunk = new Uint8Array(2 ** 22);
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
    await expect(over(() => new Response(endless)).source.getBytes(0, 1)).rejects.toThrow(
      /too large/
    );
  });
});

describe('an archive that cannot be had', () => {
  it('rejects with its address and the status', async () => {
    const { source } = over(() => new Response('', { status: 404 }));
    await expect(source.getBytes(0, 1)).rejects.toThrow(
      `The map at ${ADDRESS} could not be read: status 404.`
    );
  });

  it('rejects with its address when there is no network', async () => {
    const { source } = over(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(source.getBytes(0, 1)).rejects.toThrow(
      `The map at ${ADDRESS} could not be read: no connection.`
    );
  });

  it('rejects with the signal’s reason when the reader has left', async () => {
    const leave = new AbortController();
    const { source, ask } = over(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
        })
    );
    const reading = source.getBytes(0, 1, leave.signal);
    leave.abort();
    await expect(reading).rejects.toBe(leave.signal.reason);
    await expect(source.getBytes(0, 1, leave.signal)).rejects.toBe(leave.signal.reason);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
