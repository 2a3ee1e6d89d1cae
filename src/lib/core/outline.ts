import { isContested, textIn, type LanguageMap, type Story, type StoryEvent } from './story';

/**
 * A story as far as map, timeline and titles need it, in one language: without texts, claims, sources, notes and chapters' words. A sixth of the
 * whole. An event that is contested stays so.
 */
export function outlineOf(story: Story, language: string): Story {
  const { meta } = story;
  const told = (text: LanguageMap) => ({ [language]: textIn(text, language, ...meta.languages) });
  return {
    ...story,
    meta: { ...meta, title: told(meta.title), summary: {}, authors: [] },
    kinds: story.kinds.map((kind) => ({ ...kind, name: told(kind.name) })),
    groups: story.groups.map((group) => ({ ...group, name: told(group.name) })),
    places: story.places.map((place) => ({
      ...place,
      names: told(place.names),
      basis: {},
      citations: [],
      sameAs: [],
      note: null
    })),
    parties: story.parties.map((party) => ({ ...party, names: told(party.names), note: null })),
    citations: [],
    events: story.events.map((event) => outlineOfEvent(event, told)),
    chapters: story.chapters.map((chapter) => ({
      ...chapter,
      title: told(chapter.title),
      text: {},
      questions: NONE
    })),
    corrections: []
  };
}

/** The story for pages that ask nothing: the questions and their answers are a good part of it. */
export function withoutQuestions(story: Story): Story {
  const chapters = story.chapters.map((chapter) => ({ ...chapter, questions: NONE }));
  return { ...story, chapters };
}

/** One list for all, which a page's data then holds once. */
const NONE: Story['chapters'][number]['questions'] = [];

function outlineOfEvent(event: StoryEvent, told: (text: LanguageMap) => LanguageMap): StoryEvent {
  const disputed = { id: 'disputed', topic: {}, note: null, measure: null };
  return {
    ...event,
    title: told(event.title),
    text: {},
    when: event.when && { ...event.when, note: null },
    where: event.where.map(({ place }) => ({ place, role: null })),
    parties: event.parties.map(({ party }) => ({ party, role: {} })),
    claims: [],
    disputes: isContested(event) ? [disputed] : [],
    acts: event.acts.map((act) => ({ ...act, citations: [] })),
    relations: [],
    citations: []
  };
}
