/** Reads an amount as people write it: 12000, 12,000.5元, 1.2万元. Whole fen out, no floats. Pure. */

const shape = /^(\d{1,12})(?:\.(\d{1,6}))?(万)?元?$/u;

/** The amount in fen; undefined when it is no amount or has parts of a fen. */
export function fenOfYuanText(text: string): number | undefined {
  const read = shape.exec(text.normalize('NFKC').replace(/[\s,，]/gu, ''));
  if (read === null) return undefined;
  const [, whole = '', decimals = '', tenThousand] = read;
  const places = tenThousand === undefined ? 2 : 6;
  if (decimals.slice(places).replaceAll('0', '') !== '') return undefined;
  const fen = Number(whole + decimals.slice(0, places).padEnd(places, '0'));
  return Number.isSafeInteger(fen) ? fen : undefined;
}

/** 12000.50, for a field that is changed again. */
export function yuanTextOfFen(fen: number): string {
  const digits = String(fen).padStart(3, '0');
  const decimals = digits.slice(-2);
  return decimals === '00' ? digits.slice(0, -2) : `${digits.slice(0, -2)}.${decimals}`;
}
