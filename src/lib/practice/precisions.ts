/** How exactly a date is known, as far as its sources support it. */
export const DATE_PRECISIONS = ['hour', 'day', 'month', 'year', 'about', 'limit'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** How exactly a place is known. */
export const PLACE_PRECISIONS = ['spot', 'radius', 'town', 'country', 'stand-in'] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];
