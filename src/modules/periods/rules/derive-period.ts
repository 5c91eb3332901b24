/**
 * The engine: a named period of the law, the day of its start event, what paused or lengthened it, and a calendar, to a
 * due day with its whole derivation. Pure; the same question has the same answer, and nothing stores it as truth.
 */
import type { NoCalendarData, WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { type Day, dayOf, daysBetween } from '#kernel/day.ts';
import { findVersionInForce } from '../law/register.ts';
import type { PeriodVersion } from '../law/shapes.ts';
import { type CountedEnd, countHours, countPeriod, findLastWorkingDay } from './count.ts';
import { lengthWords, tellDerivation } from './tell.ts';
import type { PeriodFault, PeriodQuestion, PeriodVerdict, SuspendedSpan } from './verdict.ts';

/** Ten years: anything longer is a slip of the pen in the year. */
const longestSuspension = 3_660;
/** Beyond the years a holiday notice may bear nothing is presumed any more. */
const lastPresumedDay = dayOf('2200-12-31');

/**
 * Computes the period. `notInForce` when the law had no such rule on the day of the event, `noCalendar` when a needed day
 * lies before the known years, `refused` when the question asks for what the law does not allow.
 */
export function derivePeriod(question: PeriodQuestion, calendar: WorkingCalendar): PeriodVerdict {
  const { rule, on, extendBy = 0, suspensions = [] } = question;
  const version = findVersionInForce(rule, on);
  if (version === undefined) return { kind: 'notInForce', rule, on };
  if (on > lastPresumedDay) {
    return { kind: 'noCalendar', day: on, because: `工作日历最远推算到${lastPresumedDay}。` };
  }
  const fault =
    faultOfTime(version, question.time) ??
    faultOfExtension(version, question.extendBy) ??
    faultOfSpans(version, on, suspensions) ??
    faultOfLocal(version, question.localLength);
  if (fault !== undefined) return { kind: 'refused', rule, fault };

  const time = version.unit === 'hour' ? (question.time ?? null) : null;
  const count = (length: number): CountedEnd | NoCalendarData =>
    time === null ? countPeriod(calendar, version, on, length, suspensions) : countHours(on, time, length);
  const base = count(version.length);
  const end = extendBy === 0 ? base : count(version.length + extendBy);
  if (base.kind === 'noData') return { kind: 'noCalendar', day: base.day, because: base.because };
  if (end.kind === 'noData') return { kind: 'noCalendar', day: end.day, because: end.because };
  const late = suspensions.find((span) => span.after > end.due);
  if (late !== undefined) {
    // Without the late span the period had ended before that letter left.
    return { kind: 'refused', rule, fault: { code: 'suspensionAfterDue', span: late, due: end.due } };
  }

  const target = findTarget(version, end, question.localLength, extendBy, count, calendar);
  const told = {
    rule,
    version,
    on,
    time,
    extendedBy: extendBy,
    suspensions,
    dueWithoutExtension: base.due,
  };
  return {
    kind: 'derived',
    ...told,
    due: end.due,
    dueTime: end.dueTime,
    target: target?.day ?? null,
    provisional: end.provisional,
    unit: version.unit,
    counted: end.counted,
    countedDays: end.countedDays,
    skipped: end.skipped,
    // Told when asked for: a list of a hundred thousand cases asks for the day alone.
    get because() {
      return tellDerivation({ ...told, end, target }, calendar);
    },
  };
}

function faultOfTime(version: PeriodVersion, time: string | undefined): PeriodFault | undefined {
  if (time !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { code: 'badTime', time };
  return version.unit === 'hour' && time === undefined ? { code: 'timeMissing' } : undefined;
}

/** At most the days the article names, and only where an article allows it (for requests: 第三十三条第二款, 20个工作日). */
function faultOfExtension(version: PeriodVersion, asked: number | undefined): PeriodFault | undefined {
  if (asked === undefined) return undefined;
  if (version.extension === null) return { code: 'notExtensible' };
  const { upTo } = version.extension;
  if (Number.isInteger(asked) && asked >= 0 && asked <= upTo) return undefined;
  return { code: 'extensionOutOfRange', asked, upTo };
}

function faultOfSpans(
  version: PeriodVersion,
  on: Day,
  suspensions: readonly SuspendedSpan[],
): PeriodFault | undefined {
  if (suspensions.length === 0) return undefined;
  if (version.suspension === null) return { code: 'notSuspensible' };
  for (const span of suspensions) {
    if (span.through < span.after) return { code: 'suspensionReversed', span };
    if (span.after < on) return { code: 'suspensionBeforeStart', span };
    if (daysBetween(span.after, span.through) > longestSuspension) return { code: 'suspensionTooLong', span };
  }
  return undefined;
}

/** Whether a county may promise this length: shorter than the legal one, and only of a period that is a maximum. */
export function faultOfLocal(version: PeriodVersion, asked: number | undefined): PeriodFault | undefined {
  if (asked === undefined) return undefined;
  const { length } = version;
  const shorter =
    version.bound === 'latest' &&
    version.direction === 'after' &&
    version.unit !== 'fixedDate' &&
    Number.isInteger(asked) &&
    asked >= 1 &&
    asked < length;
  return shorter ? undefined : { code: 'localNotShorter', asked, length };
}

/** The day to aim at: what the county promised, or the last working day before a due day that does not move. */
function findTarget(
  version: PeriodVersion,
  end: CountedEnd,
  localLength: number | undefined,
  extendBy: number,
  count: (length: number) => CountedEnd | NoCalendarData,
  calendar: WorkingCalendar,
): { day: Day; why: string } | null {
  if (localLength !== undefined) {
    const local = count(localLength + extendBy);
    if (local.kind === 'noData') return null;
    const extended = extendBy === 0 ? '' : `，另加延长的${lengthWords(version.unit, extendBy)}`;
    return {
      day: local.due,
      why: `本地承诺时限为${lengthWords(version.unit, localLength)}${extended}，短于法定期限；逾期与否仍以法定期限为准`,
    };
  }
  if (version.lastDay.kind !== 'stays') return null;
  const last = findLastWorkingDay(calendar, end.due);
  if (last === undefined) return null;
  const sure = last.sure ? '' : '（所在年度的放假安排尚未公布，这一天为推算）';
  return {
    day: last.day,
    why: `${last.day === end.due ? '最后一日是工作日' : '最后一日是休息日且不顺延，取此前最后一个工作日'}${sure}`,
  };
}
