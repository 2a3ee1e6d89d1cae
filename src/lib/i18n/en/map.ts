/** Words of the map. */
export const map = {
  map: 'Map',
  marks: 'Places on the map',
  'no-webgl':
    'The map cannot be drawn in this browser. The timeline, the events and the places work without it.',
  'no-code': 'The map did not load. The timeline, the events and the places work without it.',
  'no-context':
    'This device has stopped drawing the map. Its picture comes back by itself; all else goes on working.',
  'no-ground': 'Land and borders did not load. The places are where they should be.',
  retry: 'Try again',
  retrying: 'Loading the map…',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'Whole story',
  /** Spoken name of a place's mark. */
  place: (name: string, events: number) => `${name}, ${counted(events)}`,
  /** Spoken name of a mark that several places share. */
  group: (places: number, name: string, events: number) =>
    `${places} places near ${name}, ${counted(events)}: zoom in`,
  /** The same where zooming in cannot part them. */
  together: (places: number, name: string, events: number) =>
    `${places} places at ${name}, ${counted(events)}: show the next`,
  /** Of a mark's place, read after its name. */
  approximate: 'position approximate',
  otherNames: (names: string) => `Also ${names}`,
  distance: (length: string) => `${length} in a straight line`,
  /** How well the two ends of a measured distance are known. */
  within: (from: string, to: string) => `ends known to within ${from} and ${to}`,
  measuring: 'measuring',
  scale: (length: string) => `Scale: ${length}`,
  attribution: 'Map: Natural Earth',
  gestures: {
    desktop: 'Use Ctrl + scroll to zoom the map',
    mac: 'Use ⌘ + scroll to zoom the map',
    touch: 'Use two fingers to move the map'
  }
};

function counted(events: number): string {
  return events === 1 ? '1 event' : `${events} events`;
}
