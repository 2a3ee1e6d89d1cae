import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { EventColumns } from '../../../../src/lib/core/archive/event-columns';
import { ArchiveIndex } from '../../../../src/lib/core/archive/archive-index';
import { ArchiveService, type Answer } from '../../../../src/lib/state/archive/archive-service';
import { makePlan } from '../../core/archive/archive-fixture';

const ROWS = 20_000;
const FILE = `time,lon,lat,what\n${Array.from({ length: ROWS }, (_, i) => `2022,1,2,Title ${i}\n`).join('')}`;
const plan = makePlan('fires.csv', { title: 'what' });

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A server of one file, and a service that reads it. `whole` answers who asks for all of it, the first time, the second, and so on. */
async function open(...whole: ((response: ServerResponse) => void)[]) {
  const server = createServer((request, response) => {
    response.setHeader('content-length', FILE.length);
    if (request.method === 'HEAD') return response.end();
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
    if (from === undefined) return whole.shift()?.(response);
    const part = FILE.slice(Number(from), Number(to) + 1);
    response.writeHead(206, { 'content-length': part.length });
    return response.end(part);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => (server.closeAllConnections(), server.close()));
  const { port } = server.address() as AddressInfo;
  const heard: Answer[] = [];
  const service = new ArchiveService((answer) => heard.push(answer));
  const load = async () => {
    await service.hear({ ask: 'load', plan, address: `http://127.0.0.1:${port}/fires.csv` });
    const answer = heard.at(-1);
    return answer?.say === 'loaded' ? ArchiveIndex.from(answer.buffer).size : answer?.say;
  };
  const titles = async (...rows: number[]) => {
    await service.hear({ ask: 'texts', id: 1, rows });
    const answer = heard.at(-1);
    return answer?.say === 'texts' ? (answer.texts?.map(({ title }) => title) ?? null) : answer;
  };
  const search = async (typed: string) => {
    await service.hear({ ask: 'search', id: 7, typed });
    const answer = heard.at(-1);
    return answer?.say === 'found' ? answer.found : answer;
  };
  return { service, heard, load, titles, search };
}

const all = (response: ServerResponse) => void response.end(FILE);
const half = (response: ServerResponse) => {
  response.write(FILE.slice(0, FILE.length / 2), () => response.destroy());
};

describe('whoever reads an archive', () => {
  it('has texts for what is on screen while it loads again', async () => {
    const { service, load, titles } = await open(half, () => undefined);
    expect(await load()).toBeGreaterThan(1000);
    const again = load();
    await new Promise((done) => setTimeout(done, 50));
    expect(await titles(0, 999)).toEqual(['Title 0', 'Title 999']);
    await service.hear({ ask: 'stop' });
    await again;
  });

  it('keeps the texts of what had come when loading again brings less', async () => {
    const { service, load, titles } = await open(half, () => undefined, all);
    const come = Number(await load());
    const again = load();
    await new Promise((done) => setTimeout(done, 50));
    await service.hear({ ask: 'stop' });
    expect(await again).toBe(0);
    expect(await titles(come - 1)).toEqual([`Title ${come - 1}`]);
    expect(await load()).toBe(ROWS);
    expect(await titles(ROWS - 1)).toEqual([`Title ${ROWS - 1}`]);
  });

  it('says how far the sorting is of what it has read', async () => {
    const { heard, load } = await open(all);
    await load();
    const sorted = heard.flatMap((answer) =>
      answer.say === 'progress' && 'sorted' in answer.progress ? [answer.progress.sorted] : []
    );
    expect(sorted.at(-1)).toBe(1);
    expect(sorted.length).toBeGreaterThan(2);
    expect(heard.at(-1)?.say).toBe('loaded');
  });

  it('searches what has come, and says how far it is', async () => {
    const { heard, load, search } = await open(all, all);
    await load();
    const found = await search('title 19999');
    expect(found).toEqual(Uint8Array.from({ length: ROWS }, (_, i) => Number(i === ROWS - 1)));
    expect(heard).toContainEqual({ say: 'passing', id: 7, share: 1 });
  });

  it('says why it could not search, and does not reject', async () => {
    const { load, search } = await open(all, half);
    const reason = { say: 'not-passed', id: 7, words: expect.any(String) as string };
    expect(await search('title')).toEqual({
      ...reason,
      words: 'The events have not come yet: load them first.'
    });
    await load();
    expect(await search('title')).toEqual(reason);
  });

  it('collects the texts of many events, in the order of their rows', async () => {
    const { service, heard, load } = await open(all, all);
    await load();
    const wanted = Uint8Array.from({ length: ROWS }, (_, row) => Number(row % 9999 === 1));
    await service.hear({ ask: 'collect', id: 3, wanted });
    const answer = heard.at(-1);
    expect(answer?.say === 'collected' && answer.texts.map(({ title }) => title)).toEqual([
      'Title 1',
      'Title 10000',
      'Title 19999'
    ]);
  });

  it('answers no search that is ended', async () => {
    const { service, heard, load, search } = await open(all, () => undefined);
    await load();
    const before = heard.length;
    const searching = search('title');
    await service.hear({ ask: 'end-pass', id: 7 });
    await searching;
    expect(heard).toHaveLength(before);
  });

  it('says that it failed when columns make no index, and does not reject', async () => {
    const { service, heard } = await open();
    const time = (...ms: number[]) => Float64Array.from(ms);
    const backwards: EventColumns = {
      ...{ size: 1, start: time(5), end: time(4), startLatest: null, endEarliest: null },
      ...{ lon: time(NaN), lat: time(NaN), kind: null }
    };
    await service.hear({ ask: 'index', columns: backwards });
    expect(heard).toEqual([{ say: 'failed', words: 'Row 0 ends before it starts: 5 to 4' }]);
  });
});
