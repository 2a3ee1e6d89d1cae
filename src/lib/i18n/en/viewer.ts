import type { EventStatus } from '../../core/story';
import { events, sources } from './counted';

export const viewer = {
  skipToEvents: 'Skip to the list of events',
  skipToTimeline: 'Skip to the timeline',
  sections: {
    label: 'Parts of this page',
    story: 'Story',
    events: 'Events',
    places: 'Places',
    sources: 'Sources',
    about: 'About'
  },
  cardAlt: (title: string) =>
    `Map of the places of the story “${title}”, with the number of events at each`,
  allSources: (n: number) => `All ${sources(n)}, by publisher`,
  close: 'Close',
  chapters: {
    heading: 'The story in order',
    previous: 'Previous chapter',
    next: 'Next chapter',
    leave: 'Leave the chapter',
    tells: 'In this chapter'
  },
  list: {
    heading: 'Events',
    shown: (shown: number, all: number) =>
      shown === all ? `All ${events(all)}` : `${shown} of ${events(all)}`,
    certainly: (n: number) => `${n} certainly in the window`,
    undated: 'Date not known',
    until: (month: string) => `Until ${month}`,
    orLater: (month: string) => `${month} or later`,
    unplaced: 'no place on the map',
    empty: 'No event passes.',
    emptyHelp: 'Widen the window or take a filter away.',
    wholeStory: 'Show the whole story',
    contested: 'contested'
  },
  filters: {
    heading: 'Filter',
    search: 'Search the events',
    kinds: 'What kind',
    parties: 'Who',
    more: 'Other',
    contested: 'Contested only',
    inView: 'On the map as shown only',
    remove: (name: string) => `Remove the filter: ${name}`,
    clear: 'Clear all filters',
    active: 'Filters in force',
    searchChip: (text: string) => `“${text}”`
  },
  status: {
    occurred: '',
    planned: 'planned',
    postponed: 'planned, then postponed',
    alleged: 'alleged'
  } satisfies Record<EventStatus, string>,
  legend: 'How to read the marks',

  about: {
    heading: 'About this story',
    data: 'Story file (JSON)',
    feed: 'Feed of stories and corrections',
    offline: 'Read it without a network'
  },
  linkProblems: (words: string) => `Part of the link could not be used: ${words}`,
  linkUnread: 'it did not load. Reload the page to try again.',
  dismiss: 'Dismiss',
  laterFailed:
    'The map and the event cards did not load. Reload the page to try again; the list and the timeline work without them.'
};
