/** The script of a story in one file: all of it is in the page, and nothing is asked for. */
import { hydrate, mount } from 'svelte';
import { readStoryData } from '$lib/core/story-data';
import '../../../app.css';
import { readMode } from './mode';
import OneFile from './OneFile.svelte';

/** What the page says to its script, beside the story. */
export interface OneFileSettings {
  /** Metres between the two places of each dispute that measures a distance, by the dispute's id. */
  readonly measured: readonly (readonly [string, number])[];
  /** The story's own page on the site that the file is from; null where the site does not know its address. */
  readonly home: string | null;
}

const text = (id: string) => (document.getElementById(id) as HTMLElement).textContent;
const target = document.getElementById('app') as HTMLElement;
const { measured, home } = JSON.parse(text('settings')) as OneFileSettings;
const mode = readMode(location.search);
const props = { story: readStoryData(text('story')), measured: new Map(measured), home, mode };

// The page as sent shows the story itself.
if (mode === 'read') hydrate(OneFile, { target, props });
else {
  target.replaceChildren();
  mount(OneFile, { target, props });
}
