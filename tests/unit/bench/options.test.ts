import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../bench/harness/options';

describe('the command line', () => {
  it('with nothing on it asks for everything, and to write it', () => {
    const options = readOptions([]);
    expect(options).toMatchObject({ partial: false, write: true, check: false, rounds: null });
    expect(options.sizes).toContain(1_000_000);
    expect(options.approaches).toContain('leaflet-timeline');
  });

  it('asks for a part, which is not written unless it says so', () => {
    const part = readOptions(['--sizes', '1000,60', '--approaches', 'dateline,blank']);
    expect(part).toMatchObject({
      sizes: [1_000, 60],
      approaches: ['dateline', 'blank'],
      partial: true,
      write: false
    });
    expect(readOptions(['--steps', '3', '--write']).write).toBe(true);
    expect(readOptions(['--rounds', '1']).write).toBe(false);
  });

  it.each([
    [['--sizes', '1e9x'], '--sizes: "1e9x" is no whole number above 0.'],
    [['--steps', '0'], '--steps: "0" is no whole number above 0.'],
    [['--approaches', 'deck'], '--approaches: there is no "deck"']
  ])('%s is refused with what is wrong', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });

  it('refuses an option that there is not', () => {
    expect(() => readOptions(['--size', '10'])).toThrow(TypeError);
  });
});
