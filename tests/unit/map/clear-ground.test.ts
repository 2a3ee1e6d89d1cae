import { describe, expect, it } from 'vitest';
import { CLEAR, clearings, clearingsFor, clearLayers } from '../../../src/lib/map/clear-ground';
import { LABEL_PX } from '../../../src/lib/map/label-layout';
import { LABEL_GAP, type Side } from '../../../src/lib/map/labels';
import { markRadius } from '../../../src/lib/map/marks';
import { mark, TEHRAN, TIRANA } from './fixture';

describe('clearingsFor', () => {
  it('has the marks with events, each with its name where that is written', () => {
    const [tirana, tehran] = [mark('Tirana', TIRANA), mark('Tehran', TEHRAN)];
    const marks = [tirana, tehran, mark('dot', [0, 0], { count: 0, ids: [] })];
    expect(clearingsFor(marks, new Map([['Tirana', 'left']]))).toEqual([
      { point: TIRANA, name: 'Tirana', side: 'left', radius: markRadius(tirana) },
      { point: TEHRAN, name: 'Tehran', side: null, radius: markRadius(tehran) }
    ]);
  });
});

describe('clearings', () => {
  const of = (side: Side | null) =>
    clearings([{ point: TIRANA, name: 'Tirana', side, radius: 9 }]).features[0];

  it('stand where the marks do', () => {
    expect(of(null)?.geometry).toEqual({ type: 'Point', coordinates: [...TIRANA] });
    expect(of(null)?.properties).toEqual({ name: 'Tirana', radius: 9 });
  });

  it.each([
    ['right', 'left', 1, 0],
    ['left', 'right', -1, 0],
    ['below', 'top', 0, 1],
    ['above', 'bottom', 0, -1]
  ] as const)('have a name %s of its mark anchored at its %s', (side, anchor, x, y) => {
    const away = (9 + LABEL_GAP) / LABEL_PX;
    expect(of(side)?.properties).toMatchObject({ anchor, offset: [away * x, away * y] });
  });
});

describe('clearLayers', () => {
  it('are seen by nobody and give way to nothing', () => {
    for (const layer of clearLayers) {
      expect(layer).toMatchObject({
        type: 'symbol',
        source: CLEAR,
        layout: { 'text-allow-overlap': true },
        paint: { 'text-opacity': 0 }
      });
      // Ignored placement would let names be written across them.
      expect(layer.layout).not.toHaveProperty('text-ignore-placement');
    }
  });

  it('set a name for those that have one only, as large as the marks do', () => {
    expect(clearLayers[0]).toMatchObject({
      filter: ['has', 'anchor'],
      layout: { 'text-size': LABEL_PX }
    });
  });
});
