const MODES = ['present', 'notes', 'practice'] as const;

/** What one file is opened for: to read it, or what its address says first after "?". */
export type Mode = 'read' | (typeof MODES)[number];

export function readMode(search: string): Mode {
  const first = search.slice(1).split('&')[0];
  return MODES.find((mode) => mode === first) ?? 'read';
}

/**
 * What follows the path of the address in a mode. `part`: what the mode itself would write there, "?" and "#" included; reading has nothing but a
 * hash, and leaves alone what else is there.
 */
export function inMode(mode: Mode, part: string): string {
  if (mode === 'read') return part;
  const at = part.indexOf('#');
  const [options, hash] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at)];
  return `?${mode}${options.replace('?', '&')}${hash}`;
}
