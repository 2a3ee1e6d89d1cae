import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readFrameMessage,
  readHostMessage,
  sealed,
  type FrameMessage,
  type HostMessage
} from '../../../src/lib/embed/messages';

const id = fc.string({ minLength: 1, maxLength: 40 });
const instant = fc.integer({ min: -8.64e15, max: 8.64e15 });
const window = fc
  .tuple(instant, instant)
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const moment = fc.record({
  window: fc.option(window),
  selected: fc.option(id),
  chapter: fc.option(id)
});
const look = fc.record({
  theme: fc.constantFrom('light' as const, 'dark' as const, 'auto' as const, null),
  accent: fc.constantFrom('#a3262a', '#00FF00', null)
});
const hostMessage: fc.Arbitrary<HostMessage> = fc.oneof(
  fc.record({ type: fc.constant('look' as const), look }),
  fc.record({ type: fc.constant('go' as const), moment }),
  fc.record({ type: fc.constant('link' as const), hash: id }),
  fc.record({ type: fc.constant('play' as const), on: fc.boolean() })
);
const frameMessage: fc.Arbitrary<FrameMessage> = fc.oneof(
  fc.record({ type: fc.constant('ready' as const) }),
  fc.record({ type: fc.constant('height' as const), height: fc.integer({ min: 0, max: 20_000 }) }),
  fc.record({ type: fc.constant('view' as const), moment, hash: id, link: fc.option(id) }),
  fc.record({ type: fc.constant('error' as const), message: id })
);

/** What `postMessage` can carry, near to a message and far from one. */
const anything = fc.oneof(
  fc.anything(),
  fc.record({
    dateline: fc.oneof(fc.constant(1), fc.anything()),
    type: fc.oneof(fc.constantFrom('look', 'go', 'link', 'play', 'view', 'height'), fc.anything()),
    look: fc.anything(),
    moment: fc.oneof(fc.record({ window: fc.anything(), selected: fc.anything() }), fc.anything()),
    hash: fc.anything(),
    height: fc.anything(),
    on: fc.anything()
  })
);

describe('messages between an article and its embed', () => {
  test('arrive as they were sent', () => {
    fc.assert(
      fc.property(hostMessage, (message) => {
        expect(readHostMessage(structuredClone(sealed(message)))).toEqual(message);
      })
    );
    fc.assert(
      fc.property(frameMessage, (message) => {
        expect(readFrameMessage(structuredClone(sealed(message)))).toEqual(message);
      })
    );
  });

  test('an id of no length names nothing', () => {
    const message = { type: 'go', moment: { selected: '', chapter: '' } } as const;
    expect(readHostMessage(sealed(message))).toEqual(go({ selected: null, chapter: null }, false));
  });

  test('whatever else arrives is no message, or one that reads the same again', () => {
    fc.assert(
      fc.property(anything, (data) => {
        for (const read of [readHostMessage, readFrameMessage]) {
          const message = read(data);
          if (message) expect(read(sealed(message as HostMessage))).toEqual(message);
        }
      }),
      { numRuns: 5000 }
    );
  });

  test('part of a moment leaves the rest as it is', () => {
    const message = { type: 'go', moment: { selected: 'broken-off' } } as const;
    expect(readHostMessage(sealed(message))).toEqual(message);
  });

  test.each([
    ['of another version', { dateline: 2, type: 'play', on: true }],
    ['of no version', { type: 'play', on: true }],
    ['that orders what there is none of', { dateline: 1, type: 'load', src: 'https://evil.test/' }],
    ['with a window that ends before it begins', go({ window: { from: 2, to: 1 } })],
    ['with a window of no time', go({ window: { from: NaN, to: 1 } })],
    ['with a window beyond all time', go({ window: { from: 0, to: 8.64e15 + 2 } })],
    ['with an id that is no text', go({ selected: 7 })],
    ['with a text without end', { dateline: 1, type: 'link', hash: 'x'.repeat(4001) }],
    ['with a colour that is more than one', look1({ accent: 'url(https://evil.test/)' })],
    ['with a theme that is none', look1({ theme: '"><script>' })]
  ])('a message to a story %s is dropped', (_, data) => {
    expect(readHostMessage(data)).toBeNull();
  });

  const view = { type: 'view', moment: {}, hash: '', link: null };
  test.each([
    ['of another version', { dateline: 2, type: 'ready' }],
    ['of no kind', { dateline: 1, type: 'open', href: 'https://evil.test/' }],
    ['with a height that is no number', { dateline: 1, type: 'height', height: '600px' }],
    ['with a height below nothing', { dateline: 1, type: 'height', height: -1 }],
    ['with a height without end', { dateline: 1, type: 'height', height: Infinity }],
    ['with a moment that is none', { dateline: 1, ...view, moment: 'now' }],
    ['with a view that is no text', { dateline: 1, ...view, hash: {} }],
    ['with a link that is no text', { dateline: 1, ...view, link: 7 }],
    ['with words that are none', { dateline: 1, type: 'error', message: ['<b>'] }]
  ])('a message to an article %s is dropped', (_, data) => {
    expect(readFrameMessage(data)).toBeNull();
  });
});

function go(moment: object, travelling = true) {
  return { ...(travelling ? { dateline: 1 } : {}), type: 'go', moment };
}
function look1(look: object) {
  return { dateline: 1, type: 'look', look };
}
