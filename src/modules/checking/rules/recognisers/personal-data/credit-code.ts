/**
 * Codes of organisations, which are nobody's personal data: 统一社会信用代码 (GB 32100-2015) and 组织机构代码 (GB 11714-1997).
 * Pure.
 */

const creditSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** True for 18 characters whose last one is the check sign of GB 32100-2015. */
export function isCreditCode(code: string): boolean {
  const signs = code.toUpperCase();
  if (signs.length !== 18) return false;
  let sum = 0;
  for (let position = 0; position < 17; position += 1) {
    const value = creditSigns.indexOf(signs.charAt(position));
    if (value < 0) return false;
    sum += value * (creditWeights[position] ?? 0);
  }
  return creditSigns.charAt((31 - (sum % 31)) % 31) === signs.charAt(17);
}
