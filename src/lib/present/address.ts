import { readHideable, type Hideable } from './reveal';

/** What the address says for the whole of a presentation. */
export interface Options {
  /** Hidden on each step until asked for. */
  readonly hide: readonly Hideable[];
  /** Whether single letters are commands. */
  readonly letters: boolean;
}

/** Where in a presentation an address leads. */
export interface StepAddress {
  /** From 0. */
  readonly step: number;
  /** What this step hides in place of the usual; null: the usual. */
  readonly own: readonly Hideable[] | null;
}

/** Reads the part of an address from "?": `reveal=titles,places`, `keys=off`. */
export function readOptions(search: string): Options {
  const parameters = new URLSearchParams(search);
  return {
    hide: readHideable((parameters.get('reveal') ?? '').split(',')),
    letters: parameters.get('keys') !== 'off'
  };
}

/** The part of an address from "?", or nothing when all is as usual. */
export function writeOptions({ hide, letters }: Options): string {
  const parameters = [
    ...(hide.length > 0 ? [`reveal=${hide.join(',')}`] : []),
    ...(letters ? [] : ['keys=off'])
  ];
  return parameters.length > 0 ? `?${parameters.join('&')}` : '';
}

/** Reads what follows "#": `step=3`, counted from 1, and `reveal=none` or a list for this step alone. What leads beyond the steps leads to the last. */
export function readStepAddress(hash: string, steps: number): StepAddress {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const written = parameters.get('step') ?? '';
  const step = /^\d{1,6}$/.test(written) ? Number(written) - 1 : 0;
  const own = parameters.get('reveal');
  return {
    step: Math.min(Math.max(step, 0), steps - 1),
    own: own === null ? null : readHideable(own.split(','))
  };
}

/** What follows "#". */
export function writeStepAddress({ step, own }: StepAddress): string {
  return `step=${step + 1}${own === null ? '' : `&reveal=${own.join(',') || 'none'}`}`;
}

/** The address of a page with all that it is to know. `page` may end in a query of its own. */
export function addressFrom(page: string, options: Options, step: StepAddress): string {
  const query = writeOptions(options);
  return `${page}${page.includes('?') ? query.replace('?', '&') : query}#${writeStepAddress(step)}`;
}
