/** Whom the map is owed to, as the map and every picture of it say it. */
export const credit = (owed: readonly string[]) => `Map: ${owed.join(', ')}`;

/** What the picture shows that stands in for the map on paper, whatever is shown on the screen. */
export const scopeOnPaper = 'The map shows the whole story.';
