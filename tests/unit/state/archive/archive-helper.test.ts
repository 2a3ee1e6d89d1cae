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

afterEach(() => vi.unstubAllGlobals());

/** Resolves with the first answer. */
const asked = (request: Request) =>
  new Promise<Answer>((resolve) => new ArchiveHelper(resolve).ask(request));

it('works on the page’s own thread where a page may not have a worker', async () => {
  vi.stubGlobal('Worker', function refuse() {
    throw new DOMException('refused', 'SecurityError');
  });
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
