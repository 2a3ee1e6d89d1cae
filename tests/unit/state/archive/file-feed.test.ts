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
