/** Figures of the report as a person writes them: counts as they are, amounts in 万元. Pure. */
import type { FigureKind } from '../law/cells.ts';

/** Fen in one 万元. */
export const fenOfTenThousandYuan = 1_000_000;

/** `12`, `3.5万元`, `+2`. */
export function reportFigureInWords(value: number, kind: FigureKind): string {
  switch (kind) {
    case 'count':
      return String(value);
    case 'change':
      return value > 0 ? `+${value}` : String(value);
    case 'amount':
      return `${amountDigits(value)}万元`;
  }
}

/** An amount in 万元 without its unit, exact to the fen. */
export function amountDigits(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.trunc(Math.abs(fen) / fenOfTenThousandYuan);
  const rest = Math.abs(fen) % fenOfTenThousandYuan;
  const decimals = String(rest).padStart(6, '0').replace(/0+$/u, '');
  return `${sign}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}
