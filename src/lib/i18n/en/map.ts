import * as counted from './counted';

/** Words of the map. */
export const map = {
  map: 'Map',
  marks: 'Places on the map',
  'no-webgl': 'This browser cannot draw the detailed map; a simpler one stands in for it.',
  'no-code': 'The detailed map did not load; a simpler one stands in for it.',
  'no-tiles': 'The tiles of the detailed map did not load; a simpler one stands in for it.',
  'no-context':
    'This device has stopped drawing the detailed map; a simpler one stands in until it comes back by itself.',
  'no-ground': 'Land and borders did not load. The places are where they should be.',
  retry: 'Try again',
  retrying: 'Loading the map…',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'Whole story',
  /** Spoken name of a place's mark. */
  place: (name: string, events: number) => `${name}, ${counted.events(events)}`,
  /** Spoken name of a mark that several places share. */
  group: (places: number, name: string, events: number) =>
    `${places} places near ${name}, ${counted.events(events)}: zoom in`,
  /** The same where zooming in cannot part them. */
  together: (places: number, name: string, events: number) =>
    `${places} places at ${name}, ${counted.events(events)}: show the next`,
  /** Of a mark's place, read after its name. */
  approximate: 'position approximate',
  /** What the map cannot show. */
  unplaced: (events: number) => `${counted.events(events)} with no place on the map`,
  otherNames: (names: string) => `Also ${names}`,
  /** Spoken name of what lies above the map of an archive. */
  events: 'Events on the map',
  /** Spoken name of the picture of an archive that comes before its map. */
  picture: (events: number) => `${counted.events(events)} on a map, as numbers where they were`,
  compass: { north: 'N', south: 'S', east: 'E', west: 'W' },
  /** Spoken names of a mark of several events, and of one alone. */
  eventsNear: (events: number, where: string) => `${counted.events(events)} near ${where}`,
  eventAt: (kind: string, where: string) => [kind, where].filter(Boolean).join(', '),
  /** Where there are too many marks to go through one by one. */
  inList:
    'The map shows more events than can be gone through here. The list beside it holds them all.',
  distance: (length: string) => `${length} in a straight line`,
  /** How well the two ends of a measured distance are known. */
  within: (from: string, to: string) => `ends known to within ${from} and ${to}`,
  measuring: 'measuring',
  scale: (length: string) => `Scale: ${length}`,
  north: 'North is up',
  /** Spoken names of the small maps of one place. */
  locator: {
    world: (name: string) => `${name} on the globe`,
    region: (name: string) => `${name} in its region`,
    near: (name: string) => `${name} and what is around it, with the circle in which it may lie`
  },
  gestures: {
    desktop: 'Use Ctrl + scroll to zoom the map',
    mac: 'Use ⌘ + scroll to zoom the map',
    touch: 'Use two fingers to move the map'
  }
};
