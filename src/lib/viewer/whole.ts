import type EventDetail from './EventDetail.svelte';
import type LegendKeys from './LegendKeys.svelte';

/*
 * What a reader without scripts must have and one with scripts may ask for. On the server it is there from the start, so that the page as
 * sent holds everything; in a browser it is fetched when it is opened, so that it does not stand before the first use of the page.
 */

/** Tells an event in full. */
export const detailAsSent: typeof EventDetail | null = import.meta.env.SSR
  ? (await import('./EventDetail.svelte')).default
  : null;

export const fetchDetail = async () => (await import('./EventDetail.svelte')).default;

/** Explains the marks. */
export const legendAsSent: typeof LegendKeys | null = import.meta.env.SSR
  ? (await import('./LegendKeys.svelte')).default
  : null;

export const fetchLegend = async () => (await import('./LegendKeys.svelte')).default;
