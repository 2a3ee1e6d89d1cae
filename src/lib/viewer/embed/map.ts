/** What an embed fetches, beside MapLibre, when its map is to be moved about in. */
export { default as Stage } from '../Stage.svelte';
export { default as EmbedCard } from './EmbedCard.svelte';
