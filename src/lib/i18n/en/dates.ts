/** Words of dates and times. Dates come formatted: "15 July 2022", "August 2022", "the 1990s". */
export const dates = {
  about: (date: string) => `about ${date}`,
  possibly: (date: string) => `possibly ${date}`,
  /** Behind the first of two dates, where "about" before it would seem to go for both. */
  approximate: (date: string) => `${date} (approximate)`,
  uncertain: (date: string) => `${date} (uncertain)`,
  approximateAndUncertain: (date: string) => `${date} (approximate and uncertain)`,

  to: (start: string, end: string) => `${start} to ${end}`,
  since: (start: string) => `since ${start}`,
  until: (end: string) => `until ${end}`,
  fromWithUnknownEnd: (start: string) => `from ${start}, end unknown`,
  untilWithUnknownStart: (end: string) => `until ${end}, start unknown`,
  atAnyTime: 'at any time',

  /** On some one day among these. */
  between: (first: string, last: string) => `between ${first} and ${last}`,
  atTheEarliest: (date: string) => `${date} at the earliest`,
  atTheLatest: (date: string) => `${date} at the latest`,
  /** The same of the start and end of something that lasted. */
  fromAtTheEarliest: (date: string) => `from ${date} at the earliest`,
  untilAtTheLatest: (date: string) => `until ${date} at the latest`,
  remark: (date: string, remark: string) => `${date} (${remark})`,

  seasons: {
    21: (year: string) => `spring ${year}`,
    22: (year: string) => `summer ${year}`,
    23: (year: string) => `autumn ${year}`,
    24: (year: string) => `winter ${year}`
  } as Readonly<Record<number, (year: string) => string>>,
  decade: (year: string) => `the ${year}s`,
  century: (number: number, beforeChrist: boolean) =>
    `the ${ordinal(number)} century${beforeChrist ? ' BC' : ''}`,

  dayParts: {
    'early-hours': 'in the early hours',
    morning: 'morning',
    midday: 'about midday',
    afternoon: 'afternoon',
    evening: 'evening'
  },
  clockBetween: (from: string, to: string) => `between ${from} and ${to}`,
  /** Puts what is said of a day behind it. */
  onDay: (day: string, time: string) => `${day}, ${time}`,
  zoneTime: (city: string) => `${city} time`,
  /** Zones whose name is not what the city is called in this language. */
  zoneCities: { 'Europe/Tirane': 'Tirana', 'Europe/Kiev': 'Kyiv' } as Readonly<
    Record<string, string>
  >,

  certainty: {
    units: {
      century: 'century',
      decade: 'decade',
      year: 'year',
      season: 'season',
      month: 'month',
      day: 'day',
      instant: 'time'
    },
    known: (unit: string) => `${unit} known`,
    approximate: (unit: string) => `${unit} approximate`,
    uncertain: (unit: string) => `${unit} uncertain`,
    approximateAndUncertain: (unit: string) => `${unit} approximate and uncertain`,
    /** Of a day that could have been another. */
    stated: (unit: string) => `${unit} stated`,
    partOfDay: 'hour known roughly',
    timeKnown: 'time known',
    timeApproximate: 'time approximate',
    timeBetween: 'time known between two hours',
    withinBounds: 'day known between two dates',
    earlier: 'could be earlier',
    later: 'could be later',
    earlierOrLater: 'could be earlier or later',
    both: (certainty: string) => `start and end: ${certainty}`,
    ends: (start: string, end: string) => `start: ${start}; end: ${end}`,
    open: 'open',
    unknown: 'not known',
    list: (phrases: readonly string[]) => phrases.join(', ')
  }
};

export type DateWords = typeof dates;

function ordinal(number: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(number);
  return `${number}${ending[rule as keyof typeof ending]}`;
}
