import type { Stance } from '../../core/story';
import type { DatePrecision, PlacePrecision } from '../../practice/precisions';

/** Words of the exercises that are made from a story. */
export const practice = {
  page: (story: string) => `Exercises: ${story}`,
  description: (story: string) =>
    `Exercises made from “${story}”: where, when, who says so, and how sure it is. Every answer comes with its source.`,
  kicker: 'Exercises',
  intro:
    'All that is asked here comes from the story and its sources, and every answer names the source it rests on. Nothing you do here is stored or sent.',
  what: {
    where: 'Place three events on a map without names.',
    when: 'Put five events in order.',
    who: 'Match four claims to who makes them, and how they stand to them.',
    sure: 'Say how exactly the sources support two dates and two places.'
  },
  withoutScript: 'The exercises need scripts, which are off here.',
  readStory: 'Read the story with all its sources',
  set: (number: number) => `Set ${number}`,
  setNote: 'Whoever opens the same set gets the same exercises.',
  newSet: 'New set',
  link: 'Link to this set',
  copyLink: 'Copy link to this set',
  copied: 'The link is copied.',
  numberLabel: 'Number of a set',
  openSet: 'Open',
  noSet: 'Sets have the numbers 1 to 999999.',

  headings: {
    where: 'Where?',
    when: 'When?',
    who: 'Who says so?',
    sure: 'How sure?'
  },
  nothing:
    'There is nothing to ask of this story: no date, place or claim in it can be asked for and has a source.',
  newTabs: 'Links in the exercises open in a new tab: what you have answered stays here.',
  newTab: '(opens in a new tab)',
  check: 'Check',
  marks: (marks: number) => `${marks} of 100`,
  sectionMarks: (marks: number) => `${marks} of 100 marks`,
  verdict: { right: 'Right', partly: 'Partly right', wrong: 'Not right' },
  moreSources: (n: number) => (n === 1 ? 'One more source' : `${n} more sources`),

  where: {
    task: 'Where did it happen? Move the marker there. A point within the radius to which the place is known gets full marks; beyond it, marks halve every 250 km.',
    event: (n: number, of: number) => `Event ${n} of ${of}`,
    map: 'Map without names, to place the marker on',
    keys: 'Click or tap to put the marker somewhere, or drag it. On the keyboard: arrow keys move it, with Shift in larger steps; plus and minus zoom in and out; Enter places it.',
    gestures: {
      desktop: 'Use Ctrl and the wheel to zoom the map',
      mac: 'Use ⌘ and the wheel to zoom the map',
      touch: 'Use two fingers to move the map'
    },
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fields: 'Or type the position in degrees',
    latitude: 'Latitude (north is positive)',
    longitude: 'Longitude (east is positive)',
    at: (lat: number, lon: number) =>
      `${degrees(lat)} ${lat < 0 ? 'south' : 'north'}, ${degrees(lon)} ${lon < 0 ? 'west' : 'east'}`,
    marker: (position: string) => `Marker: ${position}`,
    onLand: ', on land',
    onWater: ', on water',
    place: 'Place it here',
    next: 'Next event',
    ground: 'The map did not load. The fields for latitude and longitude work without it.',
    unmeasured: 'The distance could not be measured. Check the connection and try again.',
    inside: (distance: string, place: string, radius: string) =>
      `Your point is ${distance} from the point of ${place}, within the ${radius} to which it is known.`,
    outside: (distance: string, place: string, radius: string) =>
      `Your point is ${distance} from the point of ${place}, which is known to within ${radius}.`,
    several: 'The event has several places; this is the one that your point gets most for.',
    guess: 'Your point'
  },

  when: {
    task: 'Put the events in order, the earliest first: drag them, or use the buttons. One counts as earlier only if it was over before the other began; where two overlap, or the dates leave it open, either order is right, and such a pair does not count.',
    earlier: 'Earlier',
    later: 'Later',
    move: (what: string, title: string) => `${what}: ${title}`,
    moved: (title: string, n: number, of: number) => `${title}: now ${n} of ${of}`,
    right: 'The dates allow this order.',
    wrong: (wrong: number, of: number) =>
      of === 1
        ? 'Of one pair the dates say which came first, and yours is the other way round.'
        : `Of ${of} pairs the dates say which came first; ${wrong} of yours ${wrong === 1 ? 'is' : 'are'} the other way round.`,
    against: (first: string, second: string) =>
      `“${first}” is put before “${second}”, but began after that was over.`,
    yours: 'Your order, with the dates',
    open: 'Either order is right, since they overlap, or the dates leave it open:',
    pair: (a: string, b: string) => `“${a}” and “${b}”`
  },

  who: {
    task: 'Who makes each claim, and how do they stand to it? Half the marks are for each.',
    stances: {
      asserts: 'says in its own name that it is so',
      denies: 'says that it is not so',
      reports: 'passes it on, or found it, as news',
      opines: 'judges or interprets'
    } satisfies Record<Stance, string>,
    claim: (n: number) => `Claim ${n}`,
    about: (event: string) => `On the event “${event}”`,
    speaker: 'Who says so?',
    choose: 'Choose …',
    stance: 'How do they stand to it?',
    yours: (speaker: string, stance: string) => `You: ${speaker} ${stance}.`,
    theirs: 'In the sources:'
  },

  sure: {
    task: 'How exactly do the sources support the date or the place? Choose the most exact answer that they allow.',
    ask: { date: 'How exactly is the date known?', place: 'How exactly is the place known?' },
    placeNamed: (place: string) => `Its place: ${place}`,
    claims: (n: number) => (n === 1 ? 'One claim in the sources' : `${n} claims in the sources`),
    date: {
      hour: ['To the hour', 'or the part of the day'],
      day: ['To the day', ''],
      month: ['To the month', ''],
      year: ['To the year', ''],
      about: ['Only about', 'the date is approximate or uncertain'],
      limit: ['Only limits', 'no earlier or no later than some day']
    } satisfies Record<DatePrecision, readonly [string, string]>,
    place: {
      spot: ['An exact spot', 'within 500 m'],
      radius: ['Somewhere within a radius', 'of more than 500 m around a site'],
      town: ['Only the town or city', ''],
      country: ['Only the region or country', ''],
      'stand-in': ['Not known', 'a point nearby stands in for it']
    } satisfies Record<PlacePrecision, readonly [string, string]>,
    yours: (answer: string) => `You: ${answer.toLowerCase()}.`,
    supported: (answer: string) => `The sources support: ${answer.toLowerCase()}.`,
    dateIs: (date: string) => `When: ${date}.`,
    placeIs: (place: string, radius: string, status: string) =>
      `Where: ${place}, somewhere within ${radius} of its point; ${status}.`
  },

  results: {
    heading: 'Your marks',
    exercise: 'Exercise',
    marks: 'Marks',
    total: 'All together',
    open: 'not done yet',
    of: (done: number, of: number) => `${done} of ${of} exercises done.`,
    print: 'Print',
    again: 'Do this set again',
    name: 'Name:',
    date: 'Date:'
  }
};

function degrees(value: number): string {
  return `${Math.abs(value).toFixed(2)}°`;
}
