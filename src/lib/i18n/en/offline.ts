const size = (bytes: number) => {
  const [unit, name] = bytes < 1e6 ? [1e3, 'kB'] : [1e6, 'MB'];
  const digits = bytes >= 1e6 && bytes < 10e6 ? 1 : 0;
  return `${(bytes / unit).toLocaleString('en-GB', { maximumFractionDigits: digits })} ${name}`;
};
const moment = (ms: number) =>
  new Date(ms).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** Words of what a reader keeps for a place without a network. */
export const offline = {
  page: 'Without a network',
  intro:
    'Save a story on this device, and it opens with the network off: the map, the timeline, and all that goes with it for a class. Nothing is kept before you ask for it, and nothing about you at all.',
  withoutScript: 'Saving for offline needs scripts, which are off. The single file below does not.',
  unable:
    'This browser cannot save pages here. It needs an address that begins with https, and a window that is not private. The single file works anyhow.',
  story: {
    save: (bytes: number) => `Save for offline, ${size(bytes)}`,
    resume: (bytes: number) => `Go on saving, ${size(bytes)} in all`,
    update: (bytes: number) => `Update, ${size(bytes)} to fetch`,
    saving: (done: number, bytes: number) => `${size(done)} of ${size(bytes)}`,
    progress: (title: string) => `Saving “${title}”`,
    stop: 'Stop',
    finished: 'Done: it opens on this device without a network now.',
    stopped: 'Stopped. What has come is kept, for going on.',
    failed: 'The network or the room on this device gave out. What has come is kept: try again.',
    part: 'Not all of it is here yet, so it does not open without a network.',
    saved: (savedAt: number, bytes: number) =>
      `Saved on this device on ${moment(savedAt)}, ${size(bytes)}.`,
    current: 'It is the newest version.',
    outdated: 'This site has a newer version.',
    unsure: 'Whether it is the newest cannot be seen without a network.',
    missing: 'What to save could not be read. Come back to this page when the network is there.',
    remove: 'Remove from this device',
    removed: 'Removed from this device.'
  },
  file: {
    about:
      'One page with all of the story in it, for a USB stick or a mail: a double click opens it in any browser, without a network. Its map is a simpler one, without towns and streets.',
    download: (bytes: number) => `Download as one file, ${size(bytes)}`
  },
  /** Above a page that comes from a copy. */
  banner: (savedAt: number) => `No network: copy saved on ${moment(savedAt)}`
};
