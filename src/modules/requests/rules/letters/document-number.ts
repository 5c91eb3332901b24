/** The number of a letter: 望发改公开复〔2026〕3号 (GB/T 9704—2012 7.2.5). Pure. */
import { type LetterSeries, letterSeries } from './letter-kinds.ts';

/**
 * The code letters bear, from the issuing codes of the unit's documents: those of one organ differ in the kind of paper they
 * end with (望政办发, 望政办函), which a letter does not carry. Undefined for a unit without codes.
 */
export function letterCodeOf(issuingCodes: readonly string[]): string | undefined {
  const kinds = /[发函]$/u;
  const stem = (code: string) => code.replace(kinds, '');
  const pair = issuingCodes.find((code) =>
    issuingCodes.some((other) => other !== code && stem(other) === stem(code) && stem(code) !== ''),
  );
  return pair === undefined
    ? (issuingCodes.find((code) => !code.endsWith('函')) ?? issuingCodes[0])
    : stem(pair);
}

/** Code of the unit, series, year in hexagonal brackets, serial without leading zeros. */
export function letterNumberOf(
  issuingCode: string,
  series: LetterSeries,
  year: number,
  serial: number,
): string {
  return `${issuingCode}${letterSeries[series]}〔${year}〕${serial}号`;
}
