import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Answer, Request } from '../../../../src/lib/state/archive/archive-service';
import { FileFeed } from '../../../../src/lib/state/archive/file-feed';
import { makeStory } from '../../core/arbitrary-story';
import { makePlan } from '../../core/archive/archive-fixture';

/** A worker that answers when the test says so. */
class Silent extends EventTarget {
  static hired: Silent[] = [];
  readonly asked: Request[] = [];
  terminated = false;
  constructor() {
    super();
    Silent.hired.push(this);
  }
  postMessage(request: Request) {
    this.asked.push(request);
  }
  terminate() {
    this.terminated = true;
  }
  say(answer: Answer) {
    this.dispatchEvent(new MessageEvent('message', { data: answer }));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  Silent.hired = [];
  vi.stubGlobal('Worker', Silent);
  vi.stubGlobal('document', { baseURI: 'https://dateline.example/archives/fires/' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const feed = () => new FileFeed(makeStory(), makePlan('fires.csv').source, 'fires.csv');
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'came',
    (error: Error) => error.message
  );

it('gives up a reader that does not stop, and with it the texts that were asked of it', async () => {
  const file = feed();
  const stop = new AbortController();
  const loading = outcome(file.load(() => undefined, stop.signal));
  const texts = outcome(file.texts([1, 2]));
  stop.abort();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await loading).toMatch(/^It did not stop when it was told to/);
  expect(await texts).toBe('The texts of 2 rows could not be read');
  expect(Silent.hired[0]?.terminated).toBe(true);
});

it('leaves nobody waiting for texts when it is closed', async () => {
  const file = feed();
  const texts = outcome(file.texts([1]));
  file.close();
  expect(await texts).toBe('The texts of 1 rows could not be read');
});

it('leaves nobody waiting for texts when its reader breaks off', async () => {
  const file = feed();
  const texts = outcome(file.texts([1]));
  Silent.hired[0]?.say({ say: 'failed', words: 'It broke off.' });
  expect(await texts).toBe('The texts of 1 rows could not be read');
});

it('does not tell a reader to stop that has nothing to stop', async () => {
  const file = feed();
  const stop = new AbortController();
  const loading = outcome(file.load(() => undefined, stop.signal));
  Silent.hired[0]?.say({ say: 'failed', words: 'Not there.' });
  expect(await loading).toBe('Not there.');
  stop.abort();
  expect(Silent.hired[0]?.asked.map(({ ask }) => ask)).toEqual(['load']);
});

it('gives what a search finds, and how far it is', async () => {
  const file = feed();
  const shares: number[] = [];
  const found = file.search('fire', (share) => shares.push(share), new AbortController().signal);
  Silent.hired[0]?.say({ say: 'passing', id: 1, share: 0.5 });
  Silent.hired[0]?.say({ say: 'found', id: 1, found: Uint8Array.of(0, 1) });
  expect(await found).toEqual(Uint8Array.of(0, 1));
  expect(shares).toEqual([0.5]);
});

it('says why a search found nothing, and leaves nobody waiting for one', async () => {
  const file = feed();
  const search = () => outcome(file.search('fire', () => undefined, new AbortController().signal));
  const [first, second, third] = [search(), search(), search()];
  Silent.hired[0]?.say({ say: 'not-passed', id: 1, words: 'Another file by now.' });
  expect(await first).toBe('Another file by now.');
  Silent.hired[0]?.say({ say: 'failed', words: 'It broke off.' });
  expect(await second).toBe('It broke off.');
  expect(await third).toBe('It broke off.');
  const fourth = search();
  file.close();
  expect(await fourth).toBe('It was closed.');
});

it('ends a search, once, and hears nothing more of it', async () => {
  const file = feed();
  const end = new AbortController();
  const shares: number[] = [];
  const found = outcome(file.search('fire', (share) => shares.push(share), end.signal));
  end.abort(new Error('enough'));
  expect(await found).toBe('enough');
  Silent.hired[0]?.say({ say: 'passing', id: 1, share: 0.5 });
  expect(shares).toEqual([]);
  expect(Silent.hired[0]?.asked).toEqual([
    { ask: 'search', id: 1, typed: 'fire' },
    { ask: 'end-pass', id: 1 }
  ]);
});

it('does not end a search that is over', async () => {
  const file = feed();
  const end = new AbortController();
  const found = outcome(file.search('fire', () => undefined, end.signal));
  Silent.hired[0]?.say({ say: 'found', id: 1, found: Uint8Array.of(1) });
  expect(await found).toBe('came');
  end.abort();
  expect(Silent.hired[0]?.asked.map(({ ask }) => ask)).toEqual(['search']);
});

it('gives the texts of many rows, or says why not', async () => {
  const file = feed();
  const [first, second] = [file.collect(Uint8Array.of(1)), outcome(file.collect(Uint8Array.of(1)))];
  const texts = [{ title: 'A', text: null, place: null, radius: null, source: null }];
  Silent.hired[0]?.say({ say: 'collected', id: 1, texts });
  expect(await first).toEqual(texts);
  Silent.hired[0]?.say({ say: 'not-passed', id: 2, words: 'Another file by now.' });
  expect(await second).toBe('Another file by now.');
});
