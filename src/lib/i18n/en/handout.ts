import type { EventStatus, Stance } from '../../core/story';
import { events } from './counted';

/** Words of the sheets for a class. */
export const handout = {
  page: (story: string) => `Handout: ${story}`,
  description: (story: string) =>
    `Sheets for a class on “${story}”, to print: maps, timeline, events, who says what, questions.`,
  kicker: 'Handout',
  updated: (day: string) => `Last changed ${day}`,
  side: (day: string) => `Dateline · ${day}`,
  teach: 'For teachers',
  choose: {
    heading: 'Choose, then print',
    how: 'Press Ctrl and P together, on a Mac ⌘ and P; on a phone or tablet “Print” is in the browser’s menu or under “Share”. Both A4 and Letter fit, in black and white. What you see below is what is printed.',
    everything:
      'This browser is too old to leave anything out: it prints everything. Choose pages in its print window.',
    parts: 'Sheets',
    length: 'Length',
    short: 'Short form',
    shortNote:
      'One event, one question and one dispute of each chapter. Without it all of them: better for one to three chapters than for the whole story.',
    chapters: 'Chapters',
    others: 'Events that are in no chapter',
    unchosen: 'Numbers stay the same whatever is chosen.'
  },
  part: {
    overview: 'Maps and timeline',
    events: 'Events',
    claims: 'Who says what',
    parties: 'Who is who',
    questions: 'Questions',
    blank: 'Blank map and timeline',
    sources: 'Sources',
    answers: 'Answer key'
  },
  name: 'Name',
  date: 'Date',
  /** Beneath the code. */
  read: 'Read the whole story at',
  /** Where nobody has said where the site will be. */
  noAddress: 'The whole story is on the site where this handout was found.',
  code: (address: string) => `QR code of ${address}`,
  maps: {
    whole: 'All places of the story',
    near: (place: string) => `Closer: around ${place}`,
    blankWhole: 'Blank map of all places of the story',
    numbers: 'Numbers on the maps',
    timeline: 'Timeline',
    timelineLabel: (n: number, span: string) => `Timeline of ${events(n)}, ${span}`,
    timelineNote:
      'Each number is an event of the list. A broken frame: its date is approximate or uncertain. A line: it lasted, or lies somewhere in that span. Empty stretches are cut short (//).',
    blankTimeline: 'Blank timeline'
  },
  events: {
    more: (n: number) => ` +${n}`,
    note: 'Numbers in square brackets are sources; +2 means two more, which the story names. Half and half: sources differ. Hollow: planned, put off or alleged. A number that is missing is of an event that was not chosen.',
    undated: 'Date not known',
    status: {
      occurred: '',
      planned: 'planned',
      postponed: 'put off',
      alleged: 'alleged'
    } satisfies Record<EventStatus, string>
  },
  claims: {
    note: 'Each side in its own words or close to them, in equal size. The order says nothing of who is right.',
    of: (number: number, title: string) => `Event ${number}: ${title}`,
    stance: {
      asserts: 'says',
      denies: 'denies',
      reports: 'reports',
      opines: 'thinks'
    } satisfies Record<Stance, string>
  },
  questions: {
    note: 'Say what your answer rests on: who says so, how they could know, what they may gain. A number that is missing is of a question that was not chosen.'
  },
  blank: {
    map: 'Mark where it happened: numbers from the list of events, names of countries and cities, and a line from who acted to whom it was done to.',
    timeline:
      'Enter numbers of events where they belong. Draw a line where an event lasted, a broken one where its date is not known exactly.'
  },
  answers: {
    note: 'For the teacher. What a good answer would say, and what it rests on. Other answers can be as good, if they say what they rest on.',
    rests: (events: string, sources: string) => `Rests on events ${events}; sources ${sources}.`
  },
  sources: {
    note: 'What the sheets that are printed rest on. Excerpts were read unless it says otherwise; the story has the passage and a link for each.'
  },
  credit: (licence: string) => `Text: ${licence}.`
};
