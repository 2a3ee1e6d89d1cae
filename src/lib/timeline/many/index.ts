/**
 * What only stories of more events than can be drawn one by one need: fetched when there is one, or imported with the page of an archive.
 */
export { default as ManyEvents } from './ManyEvents.svelte';
export { tall } from './tall-layout';
