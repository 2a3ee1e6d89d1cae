import { afterEach, expect, it, vi } from 'vitest';
import { ArchiveIndex } from '../../../../src/lib/core/archive/archive-index';
import { ArchiveHelper } from '../../../../src/lib/state/archive/archive-helper';
import type { Answer, Request } from '../../../../src/lib/state/archive/archive-service';
import { ColumnsFeed } from '../../../../src/lib/state/archive/columns-feed';
import { columnsOf, type Row } from '../../core/archive/arbitrary-columns';

const row: Row = {
  when: { start: 1, startLatest: 1, endEarliest: 2, end: 2 },
  at: [1, 2],
  kind: 0
};
const columns = columnsOf([row, { ...row, when: null }]);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.doUnmock(SERVICE);
  vi.resetModules();
});

const SERVICE = '../../../../src/lib/state/archive/archive-service';
const refuse = () =>
  vi.stubGlobal('Worker', function refuse() {
    throw new DOMException('refused', 'SecurityError');
  });

/** Resolves with the first answer that does not only say how far it is. */
const asked = (request: Request) =>
  new Promise<Answer>((resolve) =>
    new ArchiveHelper((answer) => answer.say !== 'progress' && resolve(answer)).ask(request)
  );

it('works on the page’s own thread where a page may not have a worker', async () => {
  refuse();
  const answer = await asked({ ask: 'index', columns });
  if (answer.say !== 'loaded') throw new Error(answer.say);
  expect(ArchiveIndex.from(answer.buffer).size).toBe(1);
  expect([...answer.undated]).toEqual([1]);
});

it('does what was asked itself when the worker’s script cannot be run', async () => {
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      postMessage() {
        this.dispatchEvent(new Event('error'));
      }
      terminate() {}
    }
  );
  expect((await asked({ ask: 'index', columns })).say).toBe('loaded');
});

it('says so when the worker breaks off in the middle of its work', async () => {
  const heard: Answer[] = [];
  let worker: EventTarget | null = null;
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      constructor() {
        super();
        worker = this; // eslint-disable-line @typescript-eslint/no-this-alias
      }
      postMessage() {}
      terminate() {}
    }
  );
  new ArchiveHelper((answer) => heard.push(answer)).ask({ ask: 'index', columns });
  const progress = { rows: 1, rowsTotal: null, bytes: 1, bytesTotal: null };
  const made = worker as EventTarget | null;
  made?.dispatchEvent(new MessageEvent('message', { data: { say: 'progress', progress } }));
  made?.dispatchEvent(new Event('error'));
  expect(heard.map(({ say }) => say)).toEqual(['progress', 'failed']);
});

it('builds the index of a few columns at once, without anybody’s help', async () => {
  vi.stubGlobal('Worker', undefined);
  const { index, complete } = await new ColumnsFeed(columns).load();
  expect(index.size).toBe(1);
  expect(complete).toBe(true);
});

it('says so when neither a worker nor what it would run can be had, and tries again when asked again', async () => {
  refuse();
  vi.doMock(SERVICE, () => {
    throw new Error('Failed to fetch');
  });
  const heard: Answer[] = [];
  const helper = new ArchiveHelper((answer) => heard.push(answer));
  helper.ask({ ask: 'index', columns });
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  expect(heard[0]).toEqual({
    say: 'failed',
    words: 'The part of the page that reads it could not be fetched: is there a connection?'
  });
  vi.doUnmock(SERVICE);
  vi.resetModules();
  helper.ask({ ask: 'index', columns });
  await vi.waitFor(() => expect(heard.at(-1)?.say).toBe('loaded'));
});

it('tells which of the columns’ events have no date, few or many', async () => {
  refuse();
  expect([...(await new ColumnsFeed(columns).load()).undated]).toEqual([1]);
  const many = columnsOf(
    Array.from({ length: 100_000 }, () => row).with(77, { ...row, when: null })
  );
  expect([...(await new ColumnsFeed(many).load()).undated]).toEqual([77]);
});

it('tells how far the sorting of many columns is, and ends it when it is told to', async () => {
  refuse();
  const many = columnsOf(Array.from({ length: 100_000 }, () => row));
  const shares: unknown[] = [];
  const loaded = await new ColumnsFeed(many).load((progress) => shares.push(progress));
  expect(loaded.index.size).toBe(100_000);
  expect(shares).toContainEqual({ sorted: 0.4 });
  expect(shares.at(-1)).toEqual({ sorted: 1 });

  const stop = new AbortController();
  const feed = new ColumnsFeed(many);
  const loading = feed.load(undefined, stop.signal);
  stop.abort();
  const { index, complete } = await loading;
  expect([index.size, complete]).toEqual([0, false]);
  // What was being fetched for it would come into the next test.
  await vi.dynamicImportSettled();
});

it('rejects many columns that make no index, as it does a few', async () => {
  refuse();
  for (const size of [1, 100_000]) {
    const many = columnsOf(Array.from({ length: size }, () => row));
    many.end[0] = 0;
    const loading = Promise.resolve().then(() => new ColumnsFeed(many).load());
    await expect(loading).rejects.toThrow('Row 0 ends before it starts: 1 to 0');
  }
});
