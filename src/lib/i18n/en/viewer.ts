import type { ActKind, EventStatus, PlaceKind, RelationType, Stance } from '../../core/story';

const plural = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

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
  events: (n: number) => plural(n, 'event', 'events'),
  sources: (n: number) => plural(n, 'source', 'sources'),
  copyLink: 'Copy link to this view',
  copied: 'Link copied',
  copyFailed: 'The link could not be copied; it is in the address bar',
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
      shown === all
        ? `All ${plural(all, 'event', 'events')}`
        : `${shown} of ${plural(all, 'event', 'events')}`,
    certainly: (n: number) => `${n} certainly in the window`,
    undated: 'Date not known',
    unplaced: 'no place on the map',
    unplacedHeading: (n: number) => `${plural(n, 'event', 'events')} with no place on the map`,
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
  card: {
    when: 'When',
    where: 'Where',
    who: 'Who',
    kind: 'What',
    contested: 'Sources differ on this',
    related: 'Related',
    restsOn: 'Rests on',
    noPlace: 'No place on the map',
    undated: 'Date not known',
    previous: 'Previous event',
    next: 'Next event'
  },
  relation: {
    'response-to': 'In response to',
    'part-of': 'Part of',
    'cause-claimed': 'Said to be caused by'
  } satisfies Record<RelationType, string>,
  relationOf: {
    'response-to': 'Answered by',
    'part-of': 'Includes',
    'cause-claimed': 'Said to have caused'
  } satisfies Record<RelationType, string>,
  act: {
    accuses: (from: string, to: string) => `${from} accuses ${to}`,
    expels: (from: string, to: string) => `${from} expels ${to}`,
    sanctions: (from: string, to: string) => `${from} sanctions ${to}`
  } satisfies Record<ActKind, (from: string, to: string) => string>,
  claims: {
    stance: {
      asserts: 'asserts',
      denies: 'denies',
      reports: 'reports',
      opines: 'gives an opinion'
    } satisfies Record<Stance, string>,
    groups: {
      asserts: 'Who asserts',
      denies: 'Who denies',
      reports: 'Who reports',
      opines: 'Who gives an opinion'
    } satisfies Record<Stance, string>,
    question: 'Sources differ',
    measured: (distance: string, from: string, to: string, radii: string) =>
      `Measured here: ${distance} in a straight line from ${from} to ${to} (${radii}).`
  },
  citation: {
    original: 'original',
    unchecked: 'address not checked',
    noAddress: 'no address known',
    label: {
      paragraph: (at: string) => `paragraph ${at}`,
      page: (at: string) => `page ${at}`,
      section: (at: string) => `section ${at}`,
      line: (at: string) => `line ${at}`,
      headline: () => 'headline',
      standfirst: () => 'standfirst',
      caption: () => 'photo caption',
      timestamp: (at: string) => `time stamp ${at}`
    },
    inLanguage: (name: string) => `in ${name}`
  },
  place: {
    heading: 'Places',
    kind: {
      site: 'Site',
      town: 'Town',
      city: 'City',
      region: 'Region',
      country: 'Country',
      unlocated: 'Not on the map'
    } satisfies Record<PlaceKind, string>,
    within: (distance: string) => `Somewhere within ${distance} of the point shown`,
    status: {
      verified: 'point read in a source',
      inferred: 'point worked out from facts that were checked',
      'stand-in': 'a checked point nearby stands in for it',
      unverified: 'point not checked'
    },
    precision: 'How exact',
    basis: 'What the point rests on',
    events: 'What happened here',
    noEvents: 'No event of this story is placed here.',
    near: 'What else is near',
    away: (distance: string) => `${distance} away`,
    measure: 'Measure the distance to',
    measureNone: 'choose a place',
    measured: (distance: string, from: string, to: string, radii: string) =>
      `${distance} in a straight line from ${from} to ${to} (${radii}).`,
    radii: (a: string, b: string) => `known to within ${a} and ${b}`,
    page: 'Page of this place',
    elsewhere: 'Elsewhere',
    backToStory: 'Back to the story',
    showOnMap: 'Show on the map'
  },
  legend: {
    heading: 'How to read the marks',
    certainty: 'How sure',
    sure: 'Solid: the sources agree on it',
    possible: 'Soft edge: some time in this span',
    approximate: 'Dashed: approximate',
    planned: 'Hollow: planned or alleged',
    contested: 'Half and half: sources differ',
    kinds: 'Shape: what kind of event',
    groups: 'Colour: who acted',
    lines: 'Lines: who did what to whom',
    act: {
      accuses: 'accuses',
      expels: 'expels',
      sanctions: 'sanctions'
    } satisfies Record<ActKind, string>,
    places:
      'Circle with a number: events at a place in the window; a ring is how exactly the place is known'
  },
  corrections: 'Corrections',
  about: {
    heading: 'About this story',
    by: 'By',
    licence: 'Licence',
    updated: 'Last changed',
    data: 'Story file (JSON)',
    feed: 'Feed of stories and corrections'
  },
  linkProblems: (words: string) => `Part of the link could not be used: ${words}`,
  dismiss: 'Dismiss',
  mapFailed:
    'The map could not be drawn here. The list and the timeline hold everything that is on it.',
  /** Metres in words, no more exact than a reader can use. */
  distance: (metres: number) =>
    metres >= 9_950
      ? `${Math.round(metres / 1000).toLocaleString('en-GB')} km`
      : metres >= 950
        ? `${(metres / 1000).toFixed(1).replace(/\.0$/, '')} km`
        : `${Math.round(metres)} m`
};
