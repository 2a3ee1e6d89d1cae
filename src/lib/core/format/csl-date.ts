/** The date of a CSL-JSON item: its date-parts, or our shorthand, an EDTF text. */
export type CslDate =
  string | { readonly 'date-parts'?: readonly (readonly (number | string)[])[] | undefined };

/** The EDTF text of a CSL date, not checked; null when it has none. Two date-parts are an interval. */
export function readCslDate(date: CslDate | undefined): string | null {
  if (typeof date === 'string') return date;
  const parts = date?.['date-parts'];
  return parts ? parts.map(toEdtf).join('/') : null;
}

function toEdtf(parts: readonly (number | string)[]): string {
  return parts
    .map(Number)
    .map((part, i) => {
      const digits = String(Math.abs(part)).padStart(i === 0 ? 4 : 2, '0');
      return part < 0 ? `-${digits}` : digits;
    })
    .join('-');
}
