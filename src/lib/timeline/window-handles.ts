import type { Stretch } from '../core/elastic-scale';
import { nextStep } from './wall-clock';

/** The parts of the window that a finger or a key can move. */
export type Handle = 'from' | 'to' | 'window';

/** Where a key is pressed. Ends are edges: half-open, so that both lie on midnights. */
export interface KeyGround {
  readonly edges: Stretch;
  readonly domain: Stretch;
  /** IANA zone in which days begin. */
  readonly zone: string;
  /** Only a part of the axis is in sight. */
  readonly zoomed: boolean;
  /** The step, in ms, that the window's ends keep to at a time. */
  stepAt(ms: number): number;
}

/** One edge at `edge`, a step's distance kept to the other. */
export function withEnd(
  handle: 'from' | 'to',
  edge: number,
  other: number,
  step: number,
  zone: string
): Stretch {
  const apart = nextStep(other, step, zone, handle === 'from' ? -1 : 1);
  return handle === 'from'
    ? { from: Math.min(edge, apart), to: other }
    : { from: other, to: Math.max(edge, apart) };
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
