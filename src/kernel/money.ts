/** Money as an integer number of fen (0.01 yuan); no floats and no other currency. */

declare const fenBrand: unique symbol;
export type Fen = number & { readonly [fenBrand]: true };

function isFen(value: number): value is Fen {
  return Number.isSafeInteger(value);
}

/** An integer as fen; throws a `RangeError` for fractions and unsafe numbers. */
export function fenOf(value: number): Fen {
  if (!isFen(value)) throw new RangeError(`not a whole number of fen: ${value}`);
  return value;
}

/** `123456` → `1,234.56元`. */
export function showFen(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}元`;
}
