import { createContext } from 'svelte';
import type { LanguageMap, Story } from '$lib/core/story';
import { textIn } from '$lib/core/story';
import type { Lookup } from '$lib/core/lookup';
import type { viewer } from '$lib/i18n/en/viewer';
import type { dates } from '$lib/i18n/en/dates';

/** What every part of a page about one story needs to put it into words. */
export interface Reading {
  readonly story: Story;
  readonly lookup: Lookup;
  /** BCP 47 tag of the language the page is read in. */
  readonly language: string;
  readonly t: typeof viewer;
  readonly dateWords: typeof dates;
  /** Metres between the two places of each dispute that measures a distance, by the dispute's id. */
  readonly measured: ReadonlyMap<string, number>;
  eventHref(id: string): string;
  placeHref(id: string): string;
  /** Opens an event where the reader is, in place of following its link. */
  readonly openEvent?: (id: string) => void;
  readonly openPlace?: (id: string) => void;
}

export const [getReading, setReading] = createContext<Reading>();

/** A text of the story in the reader's language, else in the story's first. */
export function tell(reading: Pick<Reading, 'language' | 'story'>, text: LanguageMap): string {
  return textIn(text, reading.language, ...reading.story.meta.languages);
}

/** A click handler that opens something here, and leaves clicks meant for a new tab to the browser. */
export function inPlace(open: ((id: string) => void) | undefined, id: string) {
  return (event: MouseEvent) => {
    if (!open || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open(id);
  };
}
