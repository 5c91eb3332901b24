/** Bank cards: issuer prefix, length and check digit (Luhn, ISO/IEC 7812-1). Pure. */

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const value = Number(digits.charAt(digits.length - 1 - index));
    const doubled = index % 2 === 0 ? value : value * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

interface IssuerRange {
  readonly prefixes: readonly string[];
  readonly lengths: readonly number[];
}

/** UnionPay's own range, the ranges of foreign schemes with domestic cards, and the banks' older ranges (ISO/IEC 7812-1). */
const issuerRanges: readonly IssuerRange[] = [
  { prefixes: ['62'], lengths: [16, 17, 18, 19] },
  { prefixes: ['95588', '95599', '95595', '95596'], lengths: [16, 19] },
  {
    prefixes: ['601382', '603367', '603601', '603694', '603708', '601428', '602907', '602969'],
    lengths: [16, 18, 19],
  },
  { prefixes: ['436742', '456351', '405512', '427', '435744', '438'], lengths: [16, 19] },
  { prefixes: ['4', '51', '52', '53', '54', '55'], lengths: [16] },
  { prefixes: ['9400', '9111'], lengths: [16, 18, 19] },
  { prefixes: ['3528', '3529', '353', '354', '355', '356', '357', '358'], lengths: [16] },
];

export interface CardReading {
  /** The check digit fits. */
  readonly luhn: boolean;
  /** Prefix and length are some bank's. */
  readonly issuer: boolean;
}

/** Reads digits as a bank card; undefined when there are too few or too many for one. */
export function readBankCard(digits: string): CardReading | undefined {
  if (digits.length < 15 || digits.length > 19 || digits.includes('X')) return undefined;
  const issuer = issuerRanges.some(
    ({ prefixes, lengths }) =>
      lengths.includes(digits.length) && prefixes.some((prefix) => digits.startsWith(prefix)),
  );
  return { luhn: passesLuhn(digits), issuer };
}
