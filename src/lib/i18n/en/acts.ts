import type { ActKind } from '../../core/story';

/** What one party does to another, in words. */
export const acts = {
  accuses: (from: string, to: string) => `${from} accuses ${to}`,
  expels: (from: string, to: string) => `${from} expels ${to}`,
  sanctions: (from: string, to: string) => `${from} sanctions ${to}`
} satisfies Record<ActKind, (from: string, to: string) => string>;
