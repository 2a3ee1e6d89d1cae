import { parseArgs } from 'node:util';
import { APPROACHES, SIZES } from './plan';

/** What somebody asked for on the command line. */
export interface RunOptions {
  readonly sizes: readonly number[];
  readonly approaches: readonly string[];
  readonly steps: number;
  /** Null: as many as the plan has for each size. */
  readonly rounds: number | null;
  /** Fewer measurements than all. */
  readonly partial: boolean;
  /** Write `docs/performance.md`. */
  readonly write: boolean;
  readonly check: boolean;
  readonly build: boolean;
  readonly buildOnly: boolean;
  readonly gpu: boolean;
  readonly help: boolean;
}

export const HELP = `node tools/bench.mjs [options]

With none: everything, and docs/performance.md is written. With any of the first four: a part, shown and not written.

  --sizes 1000,10000      numbers of events (${SIZES.join(', ')}; any others will do)
  --approaches a,b        of ${APPROACHES.map(({ id }) => id).join(', ')}
  --steps 20              at most so many steps with windows of each width
  --rounds 1              how often each page is opened for each size
  --write                 write docs/performance.md from a part all the same
  --check                 fail where a goal of bench/goals.ts (ratios and CPU) is missed or a count is wrong
  --no-build              take build-bench/ as it is
  --build-only            build it and measure nothing
  --gpu                   use the GPU there is`;

/** Reads the arguments. Throws RangeError, or TypeError for an option that there is not, with what is wrong. */
export function readOptions(args: readonly string[]): RunOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string' },
      approaches: { type: 'string' },
      steps: { type: 'string' },
      rounds: { type: 'string' },
      write: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      'build-only': { type: 'boolean', default: false },
      gpu: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false }
    }
  });
  const { sizes, approaches, steps, rounds } = values;
  const partial = [sizes, approaches, steps, rounds].some((value) => value !== undefined);
  return {
    sizes: sizes?.split(',').map((size) => positive('--sizes', size)) ?? SIZES,
    approaches: approaches?.split(',').map(known) ?? APPROACHES.map(({ id }) => id),
    steps: steps === undefined ? Infinity : positive('--steps', steps),
    rounds: rounds === undefined ? null : positive('--rounds', rounds),
    partial,
    write: values.write || !partial,
    check: values.check,
    build: !values['no-build'],
    buildOnly: values['build-only'],
    gpu: values.gpu,
    help: values.help
  };
}

function positive(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(`${option}: "${text}" is no whole number above 0.`);
  }
  return value;
}

function known(id: string): string {
  if (APPROACHES.some((approach) => approach.id === id)) return id;
  const all = APPROACHES.map((approach) => approach.id).join(', ');
  throw new RangeError(`--approaches: there is no "${id}", only ${all}.`);
}
