/** What a page can do without at first: fetched as one file once the timeline is there. */
export { default as Options } from './Options.svelte';
export { default as Overview } from './Overview.svelte';
export { momentsOf } from './moments-of';
export { playerFor } from './player';
export { paceIn } from './pace';
export { default as WrittenDates } from './WrittenDates.svelte';
export { gestures } from './gestures';
export { packByName } from './lane-groups';
export { default as LaneNames } from './LaneNames.svelte';
export { keyHelp, movedByKey } from './window-keys';
export { shortestView } from './shortest-view';
export { underOverview } from './overview-layout';
