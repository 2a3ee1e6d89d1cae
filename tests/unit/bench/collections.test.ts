import { describe, expect, it } from 'vitest';
import { countCollections, type TraceEvent } from '../../../bench/harness/collections';

const main: TraceEvent = {
  name: 'thread_name',
  ph: 'M',
  pid: 1,
  tid: 2,
  args: { name: 'CrRendererMain' }
};
const collection = (name: string, dur: number, tid = 2): TraceEvent => ({
  name,
  ph: 'X',
  pid: 1,
  tid,
  dur
});

describe('garbage collections of a trace', () => {
  it('are those of the main thread, in milliseconds', () => {
    const events = [
      main,
      collection('MinorGC', 1_500),
      collection('MinorGC', 500),
      collection('MajorGC', 9_000),
      collection('MinorGC', 70_000, 3),
      collection('FunctionCall', 70_000)
    ];
    expect(countCollections(events, 600)).toEqual({
      steps: 600,
      minor: 2,
      major: 1,
      total: 11,
      longest: 9
    });
  });

  it('may be none', () => {
    expect(countCollections([main], 1)).toMatchObject({ minor: 0, major: 0, longest: 0 });
  });

  it('are not taken for none where the trace does not say which thread is the main one', () => {
    expect(() => countCollections([collection('MinorGC', 1)], 1)).toThrow('no main thread');
  });
});
