/**
 * Reads one cell of a report's table: full-width digits, thousands, a broken line inside a number, units, notes, dashes for
 * nothing. What is no figure is said to be none; nothing is turned into zero but a cell that stands empty.
 */
import type { FigureKind } from '../law/cells.ts';
import type { ReportFigure, ReportPlace } from '../rules/annual-report.ts';

/** Marks of notes; taken off before digits are folded, for ① folds to 1. */
const noteMarks = /[①-⑳⑴-⒇*※]|[（([〔【]注?\d{0,2}[）)\]〕】]$|[（([〔【]注[^）)\]〕】]*[）)\]〕】]$/gu;
const nothingWords = /^(?:[-_/\\·.。×xX]+|无|没有|空|null|不适用)$/u;
const countUnits = /(?:件|个|项|次|条|份|宗|起|部|篇|例)$/u;
const fenByUnit: readonly (readonly [RegExp, number])[] = [
  [/亿元?$/u, 10],
  [/万元?$/u, 6],
  [/元$/u, 2],
];

/** No cell of figures is longer; prose is not searched for marks of notes. */
const longestFigure = 200;

/** White space, soft signs and all kinds of dashes and digits in one shape. */
export function foldFigureText(text: string): string {
  if (text.length > longestFigure) return text;
  return text
    .replace(noteMarks, '')
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]+/gu, '')
    .replace(/[−–—―‐‑─━]/gu, '-');
}

/** An integer from digits with a decimal point moved `places` to the right; undefined when digits would be lost. */
function shiftDigits(digits: string, places: number): number | undefined {
  const [whole = '', fraction = ''] = digits.split('.');
  const kept = fraction.slice(0, places).padEnd(places, '0');
  if (/[1-9]/u.test(fraction.slice(places))) return undefined;
  return Number(`${whole}${kept}`);
}

function plainNumber(text: string): string | undefined {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(text)) return text.replaceAll(',', '');
  if (/^\d+(?:\.\d+)?$/u.test(text)) return text;
  return /^[零〇]$/u.test(text) ? '0' : undefined;
}

function readAmount(folded: string): number | undefined {
  const found = fenByUnit.find(([unit]) => unit.test(folded));
  const digits = plainNumber(found === undefined ? folded : folded.replace(found[0], ''));
  // Without a unit the form's own applies: 万元.
  return digits === undefined ? undefined : shiftDigits(digits, found?.[1] ?? 6);
}

function readCount(folded: string, kind: FigureKind): number | undefined {
  const signed =
    /^(?<sign>[+-]|增加?|减少?)?(?<rest>.+)$/u.exec(folded.replace(/^\((.+)\)$/u, '$1'))?.groups ?? {};
  const { sign = '', rest = '' } = signed;
  if (/^[增减]/u.test(sign) && kind !== 'change') return undefined;
  const digits = plainNumber(rest.replace(countUnits, ''));
  if (digits === undefined) return undefined;
  const value = Number(digits);
  return /^[-减]/u.test(sign) && value !== 0 ? -value : value;
}

/** Whether a text can stand in a cell of figures: a figure, or nothing. */
export function looksLikeFigure(text: string): boolean {
  const folded = foldFigureText(text);
  return folded === '' || nothingWords.test(folded) || /^[+\-(]?[\d零〇]/u.test(folded);
}

/** Whether a text holds a figure, zero too. */
export function holdsFigure(text: string): boolean {
  return /^[+\-(]?[\d零〇]/u.test(foldFigureText(text));
}

/** The figure of a cell. */
export function readFigure(text: string, kind: FigureKind, place: ReportPlace): ReportFigure {
  const folded = foldFigureText(text);
  const shown = text.replace(/\s+/gu, ' ').trim();
  if (folded === '' || nothingWords.test(folded)) return { state: 'blank', value: 0, text: shown, place };
  const unreadable = (why: string): ReportFigure => ({
    state: 'unreadable',
    value: null,
    text: shown,
    place,
    why,
  });
  if (folded.includes('%')) return unreadable('写的是百分比');
  const value = kind === 'amount' ? readAmount(folded) : readCount(folded, kind);
  if (value === undefined) return unreadable(/\d/u.test(folded) ? '不是单独一个数' : '不是数字');
  return { state: 'figure', value, text: shown, place };
}
