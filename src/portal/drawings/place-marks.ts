/**
 * Places the marks of a year's drawing: one row a section, each mark on its day, marks that would touch one above the
 * other, many of one day as a block beside it within their month, and what has no day in a field of its own. Pure
 * geometry in the units of the drawing.
 */
import {
  addDays,
  type Day,
  dayFromParts,
  dayOfMonthOf,
  daysBetween,
  lastDayOfMonth,
  monthOf,
  yearOf,
} from '#kernel/day.ts';
import type { StateMark } from '#kernel/portal-offers.ts';

export interface YearMark {
  readonly key: string;
  readonly mark: StateMark;
  /** Null where law and plan leave it open. */
  readonly day: Day | null;
  /** Where there is little room: the number of the task. */
  readonly short: string;
  /** Said by the mark: `第3项，未到期，2026年6月30日`. */
  readonly label: string;
  readonly address: string;
}

export interface YearRow {
  readonly title: string;
  readonly address?: string;
  readonly marks: readonly YearMark[];
}

export interface YearGeometry {
  /** Where January begins. */
  readonly left: number;
  /** Where the last month ends. */
  readonly right: number;
  /** Where the field of marks without a day begins. */
  readonly openLeft: number;
  readonly openRight: number;
  /** Least distance between the centres of two marks. */
  readonly pitch: number;
  /** Space above the marks of each row, for a title that stands over it. */
  readonly rowHead: number;
  /** Lines of marks a row has room for at least, for a title that stands beside it. */
  readonly leastLines: number;
  readonly top: number;
}

export interface PlacedMark extends YearMark {
  readonly x: number;
  readonly y: number;
}

export interface PlacedRow {
  readonly row: YearRow;
  readonly top: number;
  readonly bottom: number;
  readonly marks: readonly PlacedMark[];
}

export interface PlacedMonth {
  readonly year: number;
  readonly month: number;
  readonly left: number;
  readonly right: number;
}

export interface PlacedYear {
  readonly rows: readonly PlacedRow[];
  readonly months: readonly PlacedMonth[];
  readonly bottom: number;
  /** Undefined outside the months drawn. */
  readonly todayX: number | undefined;
}

/** How days become places. */
interface Scale {
  readonly pitch: number;
  /** The middle of a day. */
  readonly xOf: (day: Day) => number;
  /** Where a day begins. */
  readonly xOfStart: (day: Day) => number;
}

/** Sums of fractions that should be equal may differ by this much. */
const tolerance = 1e-6;

function firstDayOfMonth(day: Day): Day {
  return addDays(day, 1 - dayOfMonthOf(day));
}

function firstDayOfNextMonth(day: Day): Day {
  return addDays(lastDayOfMonth(yearOf(day), monthOf(day)), 1);
}

/** The whole months from January of `year` to the last month in which anything falls due. */
function spanOf(year: number, rows: readonly YearRow[]): { readonly from: Day; readonly until: Day } {
  const from = dayFromParts(year, 1, 1);
  if (from === undefined) throw new RangeError(`not a year: ${year}`);
  const days = rows.flatMap((row) => row.marks.flatMap(({ day }) => (day === null ? [] : [day])));
  const last = days.reduce((latest, day) => (day > latest ? day : latest), lastDayOfMonth(year, 12));
  return { from, until: firstDayOfNextMonth(last) };
}

function placeMonths(from: Day, until: Day, xOf: (day: Day) => number): PlacedMonth[] {
  const months: PlacedMonth[] = [];
  for (let first = from; first < until; ) {
    const next = firstDayOfNextMonth(first);
    months.push({ year: yearOf(first), month: monthOf(first), left: xOf(first), right: xOf(next) });
    first = next;
  }
  return months;
}

/** Marks of one day that still stand in one column. */
const tallestColumn = 3;

/**
 * Where the marks of one day stand side by side: one column while they are few, else as many as the month is wide,
 * towards the middle of the month, so that no mark leaves the month it belongs to.
 */
function spreadOfDay(day: Day, count: number, scale: Scale): readonly number[] {
  const { pitch, xOf, xOfStart } = scale;
  const first = firstDayOfMonth(day);
  const next = firstDayOfNextMonth(day);
  const width = xOfStart(next) - xOfStart(first);
  const columns = Math.max(1, Math.min(Math.floor(width / pitch), Math.ceil(count / tallestColumn)));
  const isLate = daysBetween(first, day) * 2 >= daysBetween(first, next);
  const left = xOf(day) - (isLate ? (columns - 1) * pitch : 0);
  return Array.from({ length: count }, (_, index) => left + (index % columns) * pitch);
}

/** The dated marks of a row with their place along the year, from left to right. */
function spreadMarks(marks: readonly YearMark[], scale: Scale) {
  const byDay = new Map<Day, YearMark[]>();
  for (const mark of marks) {
    if (mark.day !== null) byDay.set(mark.day, [...(byDay.get(mark.day) ?? []), mark]);
  }
  return [...byDay]
    .flatMap(([day, ofDay]) => {
      const xs = spreadOfDay(day, ofDay.length, scale);
      return ofDay.map((mark, index) => ({ mark, x: xs[index] ?? scale.xOf(day) }));
    })
    .sort((left, right) => left.x - right.x);
}

/** Puts each mark into the lowest lane in which it touches nothing; returns the lane of each. */
function chooseLanes(xs: readonly number[], pitch: number): number[] {
  const ends: number[] = [];
  return xs.map((x) => {
    const free = ends.findIndex((end) => x - end >= pitch - tolerance);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = x;
    return lane;
  });
}

function placeRow(row: YearRow, top: number, geometry: YearGeometry, scale: Scale): PlacedRow {
  const { pitch, rowHead, leastLines, openLeft, openRight } = geometry;
  const dated = spreadMarks(row.marks, scale);
  const lanes = chooseLanes(
    dated.map(({ x }) => x),
    pitch,
  );
  const open = row.marks.filter((mark) => mark.day === null);
  const perLine = Math.max(1, Math.floor((openRight - openLeft) / pitch));
  const lines = Math.max(leastLines, ...lanes.map((lane) => lane + 1), Math.ceil(open.length / perLine));
  const bottom = top + rowHead + lines * pitch + pitch / 2;
  const yOf = (line: number) => bottom - pitch * 0.75 - line * pitch;
  return {
    row,
    top,
    bottom,
    marks: [
      ...dated.map(({ mark, x }, index) => ({ ...mark, x, y: yOf(lanes[index] ?? 0) })),
      ...open.map((mark, index) => ({
        ...mark,
        x: openLeft + pitch / 2 + (index % perLine) * pitch,
        y: yOf(Math.floor(index / perLine)),
      })),
    ],
  };
}

export function placeYear(
  year: number,
  rows: readonly YearRow[],
  today: Day,
  geometry: YearGeometry,
): PlacedYear {
  const { from, until } = spanOf(year, rows);
  const perDay = (geometry.right - geometry.left) / daysBetween(from, until);
  const xOfStart = (day: Day) => geometry.left + daysBetween(from, day) * perDay;
  const xOf = (day: Day) => Math.max(geometry.left, xOfStart(day) + perDay / 2);
  const scale = { pitch: geometry.pitch, xOf, xOfStart };
  const placed: PlacedRow[] = [];
  for (const row of rows) {
    placed.push(placeRow(row, placed.at(-1)?.bottom ?? geometry.top, geometry, scale));
  }
  return {
    rows: placed,
    months: placeMonths(from, until, xOfStart),
    bottom: placed.at(-1)?.bottom ?? geometry.top,
    todayX: today >= from && today < until ? xOf(today) : undefined,
  };
}
