/** The number of a letter: 望发改公开复〔2026〕3号 (GB/T 9704—2012 7.2.5). Pure. */
import { type LetterSeries, letterSeries } from './letter-kinds.ts';

/** Issuing code of the unit, series, year in hexagonal brackets, serial without leading zeros. */
export function letterNumberOf(
  issuingCode: string,
  series: LetterSeries,
  year: number,
  serial: number,
): string {
  return `${issuingCode}${letterSeries[series]}〔${year}〕${serial}号`;
}
