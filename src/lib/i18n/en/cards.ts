import type { PlaceKind, RelationType, Stance } from '../../core/story';
import { formatDistance } from '../distance';

/** Words of what tells an event or a place in full. */
export const cards = {
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
    noAddress: 'no address known',
    reading: { whole: 'read in full', excerpt: 'excerpt read', unchecked: 'address not checked' },
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
    locator: { world: 'In the world', region: 'In its region', near: 'Close up' },
    backToStory: 'Back to the story',
    showOnMap: 'Show on the map'
  },
  /** Metres in words, no more exact than a reader can use. */
  distance: (metres: number) => formatDistance(metres, 'en')
};
