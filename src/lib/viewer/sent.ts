import type * as Later from './later';

/** On the server, what comes later in a browser; there it is null, and the build leaves it out. */
export const sent: typeof Later | null = import.meta.env.SSR ? await import('./later') : null;
