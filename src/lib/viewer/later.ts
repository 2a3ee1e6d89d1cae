/**
 * What the first use of a page can do without: fetched as one file once the page can be read. On the server it is there from the start
 * (`sent.ts`), so that the page as sent tells everything in full, and the styles of all this come with the page.
 */
export { default as EventDetail } from './EventDetail.svelte';
export { default as FilterChoices } from './FilterChoices.svelte';
export { default as LegendKeys } from './LegendKeys.svelte';
export { default as Stage } from './Stage.svelte';
