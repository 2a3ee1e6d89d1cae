/** In one file there is no MapLibre: it would be half of it, and its tiles more than all the rest. */
export const fetchEngine = null;
