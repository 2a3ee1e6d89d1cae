import { describe, expect, it } from 'vitest';
import { readWkbPoint } from '../../../../src/lib/core/archive/wkb-point';

/** Well-known binary of this type, with these numbers after it, and an id of a reference system before them when there is one. */
function wkb(type: number, numbers: readonly number[], little = true, system?: number): Uint8Array {
  const view = new DataView(
    new ArrayBuffer(5 + (system === undefined ? 0 : 4) + numbers.length * 8)
  );
  view.setUint8(0, Number(little));
  view.setUint32(1, type, little);
  if (system !== undefined) view.setUint32(5, system, little);
  const at = system === undefined ? 5 : 9;
  numbers.forEach((number, i) => view.setFloat64(at + i * 8, number, little));
  return new Uint8Array(view.buffer);
}

describe('a point of well-known binary', () => {
  it('is read in either order of bytes, with and without height and measure', () => {
    for (const little of [true, false]) {
      for (const type of [1, 1001, 2001, 3001, 0x80000001, 0x40000001, 0xc0000001]) {
        expect(readWkbPoint(wkb(type, [19.8, 41.3, 7, 8], little)), String(type)).toEqual([
          19.8, 41.3
        ]);
      }
    }
  });

  it('may name its reference system first', () => {
    expect(readWkbPoint(wkb(0x20000001, [19.8, 41.3], true, 4326))).toEqual([19.8, 41.3]);
    expect(readWkbPoint(wkb(0x20000001, [19.8, 41.3], true, 4326).slice(0, 22))).toBe('cut off');
  });

  it('is nowhere when it is empty', () => {
    expect(readWkbPoint(wkb(1, [NaN, NaN]))).toEqual([NaN, NaN]);
  });

  it('is read where it lies in a larger buffer', () => {
    const large = new Uint8Array([9, 9, 9, ...wkb(1, [1, 2]), 9]);
    expect(readWkbPoint(large.subarray(3, -1))).toEqual([1, 2]);
  });

  it('is none when it is another geometry, or none at all', () => {
    expect(readWkbPoint(wkb(2, []))).toBe('a line');
    expect(readWkbPoint(wkb(1006, []))).toBe('several polygons');
    expect(readWkbPoint(wkb(17, []))).toBe('a geometry of an unknown kind');
    expect(readWkbPoint(wkb(0, []))).toBe('a geometry of an unknown kind');
    expect(readWkbPoint(new Uint8Array())).toBe('no well-known binary');
    expect(readWkbPoint(new Uint8Array([2, 1, 0, 0, 0]))).toBe('no well-known binary');
  });
});
