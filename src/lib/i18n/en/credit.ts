/** Whom the map is owed to, as the map and every picture of it say it. */
export const credit = (owed: readonly string[]) => `Map: ${owed.join(', ')}`;
