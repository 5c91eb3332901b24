/** How each kind of personal data is masked by the house's defaults. Pure. */

/** What stands where a datum is left out altogether. */
export const leftOut = '（略）';

/** `110101********1234`; the 15-digit number likewise without its birth day. */
export function maskIdentityNumber(digits: string): string {
  return digits.length === 15
    ? `${digits.slice(0, 6)}******${digits.slice(12)}`
    : `${digits.slice(0, 6)}********${digits.slice(-4)}`;
}

/** `138****0000` */
export function maskMobileNumber(digits: string): string {
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** `张**` */
export function maskPersonName(text: string): string {
  const name = text.replace(/[\s\u3000]/gu, '');
  return name.charAt(0) + '*'.repeat(Math.max(name.length - 1, 1));
}
