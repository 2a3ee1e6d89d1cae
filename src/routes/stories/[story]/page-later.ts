/** What a story's page can do without at first: fetched once it can be read. */
export { default as PageTools } from './PageTools.svelte';
export { ViewInAddress } from './view-in-address';
