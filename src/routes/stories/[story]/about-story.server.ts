import { render } from 'svelte/server';
import type { Story } from '$lib/core/story';
import AboutStory from './AboutStory.svelte';
import { mapLicences } from './map-licences.server';

/** Elements that tell whose work a story is; `about-story.css` is their style. */
export function aboutStory({ meta, corrections }: Story): string {
  const props = { meta, corrections, mapLicences: mapLicences() };
  return render(AboutStory, { props }).body;
}
