import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressFrom,
  readOptions,
  readStepAddress,
  writeOptions,
  writeStepAddress
} from '../../../src/lib/present/address';
import { HIDEABLE } from '../../../src/lib/present/reveal';

const hide = fc.subarray([...HIDEABLE]);

describe('the address of a presentation', () => {
  it('says again what was written into it', () => {
    fc.assert(
      fc.property(
        hide,
        fc.boolean(),
        fc.integer({ min: 0, max: 85 }),
        fc.option(hide),
        (hide, letters, step, own) => {
          expect(readOptions(writeOptions({ hide, letters }))).toEqual({ hide, letters });
          expect(readStepAddress(`#${writeStepAddress({ step, own })}`, 86)).toEqual({ step, own });
        }
      )
    );
  });

  it('counts steps from 1, and leads nowhere beyond them', () => {
    const step = (hash: string) => readStepAddress(hash, 86).step;
    expect(step('#step=3')).toBe(2);
    expect(step('#step=86')).toBe(85);
    expect(step('#step=87')).toBe(85);
    for (const hash of ['', '#', '#step=0', '#step=-4', '#step=two', '#step=1.5', '#e-break'])
      expect(step(hash)).toBe(0);
  });

  it('leads on from another page, or from a mode named first in the same one', () => {
    const usual = { hide: [], letters: true };
    const start = { step: 0, own: null };
    const hiding = { hide: ['titles', 'speakers'], letters: false } as const;
    const third = { step: 2, own: ['places'] } as const;
    expect(addressFrom('/present/s/notes/', usual, start)).toBe('/present/s/notes/#step=1');
    expect(addressFrom('/present/s/notes/', hiding, third)).toBe(
      '/present/s/notes/?reveal=titles,speakers&keys=off#step=3&reveal=places'
    );
    expect(addressFrom('?notes', usual, third)).toBe('?notes#step=3&reveal=places');
    expect(addressFrom('?notes', hiding, start)).toBe(
      '?notes&reveal=titles,speakers&keys=off#step=1'
    );
    expect(readOptions('?notes&reveal=titles,speakers&keys=off')).toEqual(hiding);
  });

  it('is bare when all is as usual', () => {
    expect(writeOptions({ hide: [], letters: true })).toBe('');
    expect(writeStepAddress({ step: 0, own: null })).toBe('step=1');
  });

  it('hides what it names, in a fixed order, and leaves out what is nothing to hide', () => {
    expect(readOptions('?reveal=speakers,titles,weather').hide).toEqual(['titles', 'speakers']);
    expect(readStepAddress('#step=2&reveal=none', 9).own).toEqual([]);
    expect(readStepAddress('#step=2&reveal=places', 9).own).toEqual(['places']);
  });

  it('switches single letters off with keys=off alone', () => {
    expect(readOptions('?keys=off').letters).toBe(false);
    expect(readOptions('?keys=on').letters).toBe(true);
  });
});
