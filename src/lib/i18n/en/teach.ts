import type { MINUTES } from '../../teach/lesson';
import { events, plural, sources } from './counted';

/** Words for who takes a story to a class. */
export const teach = {
  page: (story: string) => `For teachers: ${story}`,
  description: (story: string) =>
    `What “${story}” covers, what it can be used for in a class, how long it may take, and what there is to use.`,
  kicker: 'For teachers',
  covers: {
    heading: 'What it covers',
    span: 'Time',
    places: 'Places',
    placesOf: (n: number) => plural(n, 'place', 'places'),
    parties: 'Who',
    partiesOf: (n: number) => plural(n, 'party', 'parties'),
    events: 'Events',
    eventsOf: (n: number, contested: number) =>
      `${events(n)}, sources differ on ${contested} of them`,
    sources: 'Sources',
    sourcesOf: (n: number, languages: string) => `${sources(n)}, in ${languages}`,
    told: 'Told in',
    toldOf: (chapters: number, questions: number) =>
      `${plural(chapters, 'chapter', 'chapters')}, with ${plural(questions, 'question', 'questions')}`,
    updated: 'Last changed',
    licence: 'Licence'
  },
  use: {
    heading: 'What there is to use',
    story: {
      name: 'The story',
      text: 'Map, timeline and every event with its sources, to explore alone or in pairs.'
    },
    present: {
      name: 'Present it',
      text: 'One step a screen, for a projector; notes with answers open in a second window. Titles, places or speakers can stay hidden until asked: under Tools.'
    },
    handout: {
      name: 'Handout',
      text: 'Maps, timeline, events, who says what, questions with lines to write on, a blank map and an answer key: tick what you need and print it, in black and white.'
    },
    practice: {
      name: 'Exercises',
      text: 'Where, when, who says so, how sure: tasks that mark themselves and show the evidence. A number gives the whole class the same set.'
    },
    offline: {
      name: 'Without a network',
      text: 'Save all of this on the device beforehand, or take the story, its presentation and its exercises along as one file.'
    },
    note: 'No accounts, no cookies, nothing about your pupils leaves their device. All pages can be read without scripts and by screen readers.'
  },
  aims: {
    heading: 'What it can be used for',
    lead: 'The story belongs to no curriculum. It is an exercise in how we know what we know:',
    list: [
      {
        name: 'Sourcing.',
        text: 'Find out who wrote something, when, how close they were to it and what they may gain; tell a report from a copy of a report.'
      },
      {
        name: 'Attribution.',
        text: 'Keep “it happened” apart from “somebody says that it happened”, and name the somebody.'
      },
      {
        name: 'Uncertainty.',
        text: 'Say how sure a date, a place or a cause is, no more and no less, and what would change one’s mind.'
      },
      {
        name: 'Disagreement.',
        text: 'Put two accounts side by side in fair words before judging them, and see when both can be right.'
      },
      {
        name: 'Place and time.',
        text: 'Read a map and a timeline together: what was near, what came first, what cannot have caused what.'
      }
    ]
  },
  time: {
    heading: 'How long it takes',
    estimate: (minutes: number, lessons: number, lesson: number) =>
      `Presented as a whole, with every question discussed: an estimated ${hours(minutes)}, or ${plural(lessons, 'lesson', 'lessons')} of ${lesson} minutes in which no chapter is cut in two. A chapter can stand alone; its title below leads to it.`,
    counted: (of: typeof MINUTES) =>
      `An estimate, counted and not measured in a class: the steps of the presentation, ${plural(of.chapter, 'minute', 'minutes')} for a screen of text, ${of.dispute} for one on which sources differ, ${of.question} for a question. A class that argues well will take longer.`,
    caption: 'Chapters and an estimate of the time for each',
    chapter: 'Chapter',
    holds: (events: number, contested: number, questions: number) =>
      `${plural(events, 'event', 'events')}, ${contested} contested · ${plural(questions, 'question', 'questions')}`,
    minutes: 'Minutes'
  },
  ways: {
    heading: 'Ways to use it',
    single: {
      name: 'One lesson, one chapter.',
      text: (chapter: string, minutes: number) =>
        `“${chapter}” has most to compare (about ${minutes} minutes). Present it with the speakers hidden; before each is revealed, the class guesses who would say this, and why.`
    },
    list: [
      {
        name: 'A jigsaw of chapters.',
        text: 'Each group has the handout of one chapter in full, answers its questions in writing and then tells the others. Put the events on the blank timeline together.'
      },
      {
        name: 'Source against source.',
        text: 'Pairs take one question on which sources differ, open both sources and say which they would rather rely on for what. “Neither” and “both” are answers, with reasons.'
      },
      {
        name: 'Rewrite the headline.',
        text: 'Take an event whose sources differ and write a headline that is true whoever turns out to be right.'
      },
      {
        name: 'Without a screen.',
        text: 'Print maps, events, who says what and questions. The numbers are the same on all sheets, so groups with different ones can talk to each other.'
      }
    ]
  },
  contested: {
    heading: 'Where sources differ',
    text: [
      'Where sources contradict each other the story does not decide. It shows each account with who gives it and where it can be read, in equal size and in neutral words: who asserts, who denies, who merely reports. What could be measured is said apart.',
      'People and states in it are real, and to some in a class they may be close. A question is never who is to be liked, but what is known, from whom, and how. Saying that something is not known is a good answer here.'
    ],
    all: (n: number) =>
      `All ${plural(n, 'question', 'questions')} on which sources differ, by chapter`
  }
};

/** "3 hours", "4¾ hours": to a quarter, as an estimate is. */
function hours(minutes: number): string {
  if (minutes < 60) return plural(minutes, 'minute', 'minutes');
  const quarters = Math.round(minutes / 15);
  const whole = Math.floor(quarters / 4);
  const part = ['', '¼', '½', '¾'][quarters % 4] ?? '';
  return `${whole}${part} ${whole === 1 && part === '' ? 'hour' : 'hours'}`;
}
