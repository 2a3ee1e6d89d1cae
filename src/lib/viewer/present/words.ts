import { itemOf } from '$lib/core/lookup';
import type { Claim, StoryEvent } from '$lib/core/story';
import { formatWhen, formatWindow } from '$lib/i18n/dates';
import { present as t } from '$lib/i18n/en/present';
import type { Step } from '$lib/present/steps';
import { tell, type Reading } from '../reading';

/** Who makes a claim: parties, or where none is named the publisher. */
export function speakersOf({ by, citations }: Claim, reading: Reading): string {
  const { parties, citations: sources } = reading.lookup;
  if (by.length > 0) return by.map((id) => tell(reading, itemOf(parties, id).names)).join(', ');
  return itemOf(sources, citations[0]?.citation ?? '').publisher;
}

/** What stands above the title of a step. */
export function kickerOf(step: Step, { story }: Reading): string {
  if (step.kind === 'title') return '';
  const { chapters } = story;
  const n = chapters.findIndex(({ id }) => id === step.chapter) + 1;
  const where = t.chapter(n, chapters.length);
  if (step.kind === 'chapter') return where + t.part(step.part, step.parts);
  return `${where} · ${step.kind === 'dispute' ? t.dispute : t.question}`;
}

/** When what a step tells of happened. */
export function timeOf(step: Step, reading: Reading): string {
  if (step.kind === 'title') return '';
  const { lookup, language, story } = reading;
  const { timeZone } = story.meta;
  if (step.kind === 'dispute') return whenOf(itemOf(lookup.events, step.event), reading);
  return formatWindow(itemOf(lookup.chapters, step.chapter).window, timeZone, language);
}

export function whenOf({ when }: StoryEvent, { dateWords, language, story }: Reading): string {
  const dating = { locale: language, storyZone: story.meta.timeZone };
  return when ? formatWhen(when, dateWords, dating) : '';
}

/** What an id among a question's cites names. */
export function citedIn(reading: Reading, id: string): StoryEvent | Claim | null {
  const event = reading.lookup.events.get(id);
  const claims = reading.story.events.flatMap(({ claims }) => claims);
  return event ?? claims.find((claim) => claim.id === id) ?? null;
}
