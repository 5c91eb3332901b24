/**
 * In which rows of table 3 of a year's report a request counts. Pure: the same judgement the figures make in one statement,
 * for the cases that need their events read and for the tests.
 * 国办公开办函〔2021〕30号: 第一项加第二项之和，等于第三项加第四项之和.
 */
import type { Day } from '#kernel/day.ts';
import { yearOf } from '#kernel/day.ts';
import { type ReportRow, reportRows } from './dispositions/leaf-shape.ts';
import { findDispositionLeaf } from './dispositions/leaves.ts';

export const requestCellRows = [
  'received',
  'carriedIn',
  ...reportRows,
  'outcomeTotal',
  'carriedOut',
] as const;
export type RequestCellRow = (typeof requestCellRows)[number];

/** Row of table 3 of a stored result; what names no leaf and no row is 其他. */
export function reportRowOf(leaf: string | null): ReportRow {
  if (leaf === null) return 'otherwise';
  return findDispositionLeaf(leaf)?.row ?? reportRows.find((row) => row === leaf) ?? 'otherwise';
}

export interface CountedRequest {
  /** Lawful day of receipt; of one that ended before it, the day it came. */
  readonly cameOn: Day;
  /** The day its first answer counted; an answer given anew on order counts no second time. */
  readonly closedOn: Day | null;
  readonly leaf: string | null;
}

/** The rows the request counts in, none where the year does not know it; days after `today` have not happened. */
export function requestCellsOf(
  { cameOn, closedOn, leaf }: CountedRequest,
  year: number,
  today: Day,
): readonly RequestCellRow[] {
  if (cameOn > today || yearOf(cameOn) > year) return [];
  const ended = closedOn === null || closedOn > today ? null : closedOn < cameOn ? cameOn : closedOn;
  if (ended !== null && yearOf(ended) < year) return [];
  const came: RequestCellRow = yearOf(cameOn) === year ? 'received' : 'carriedIn';
  return ended === null || yearOf(ended) > year
    ? [came, 'carriedOut']
    : [came, reportRowOf(leaf), 'outcomeTotal'];
}
