/** The part of the `edtf` package that Dateline uses; the package has no types of its own. */
declare module 'edtf' {
  export interface ParsedDate {
    readonly type?: 'Date' | 'Year' | 'Season' | 'Century' | 'Decade' | 'Interval' | 'Set' | 'List';
    /** Conformance level of the text; 3 for what goes beyond the standard. */
    readonly level: number;
    /** Year, month from 0 (or season 21–41), day, hours, minutes, seconds; of a Century the number of hundreds. */
    readonly values: readonly number[];
    readonly approximate?: boolean | number;
    readonly uncertain?: boolean | number;
    /** Bits 0–3 year, 4–5 month, 6–7 day: which digits are X. */
    readonly unspecified?: number;
    /** Minutes east of UTC. */
    readonly offset?: number;
    /** "+02:00" when the text has an offset. */
    readonly timeZone?: string;
  }
  /** Throws for a text that is not EDTF. */
  export function parse(text: string, constraints?: { seasonUncertainty?: boolean }): ParsedDate;
}
