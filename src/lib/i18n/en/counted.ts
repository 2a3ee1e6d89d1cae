const written = new Intl.NumberFormat('en-GB');

export const number = (n: number) => written.format(n);

export const plural = (n: number, one: string, many: string) =>
  `${number(n)} ${n === 1 ? one : many}`;

export const events = (n: number) => plural(n, 'event', 'events');

export const sources = (n: number) => plural(n, 'source', 'sources');
