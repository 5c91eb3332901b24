/** What a derivation means on a day: working days left, late or not, whether a minimum period may end. Nothing here is stored. */
import { countWorkingDays, type WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { PeriodDerivation } from './verdict.ts';

/**
 * Working days after `today` that still count, 0 on the last day, negative when it is past; null where the calendar has no
 * data. Time that is not counted is left out, so a paused period keeps its figure.
 */
export function countRemaining(
  derivation: PeriodDerivation,
  calendar: WorkingCalendar,
  today: Day,
): number | null {
  const { due, unit, countedDays, on } = derivation;
  if (unit === 'workingDay' && today <= due && today >= on)
    return countedDays.filter((day) => day > today).length;
  const total = countWorkingDays(calendar, today, due);
  return total.kind === 'counted' ? total.days : null;
}

export type Timeliness =
  | { readonly inTime: true }
  | { readonly inTime: false; readonly lateByWorkingDays: number | null };

/** Whether something done on `doneOn` was in time. */
export function judgeTimeliness(
  derivation: Pick<PeriodDerivation, 'due'>,
  doneOn: Day,
  calendar: WorkingCalendar,
): Timeliness {
  if (doneOn <= derivation.due) return { inTime: true };
  const total = countWorkingDays(calendar, derivation.due, doneOn);
  return { inTime: false, lateByWorkingDays: total.kind === 'counted' ? total.days : null };
}

export type ExtensionVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: string };

/**
 * Whether a lengthening recorded on `recordedOn` takes effect: by the last day of the period as it stood, once, and no
 * longer than the article allows (政府信息公开条例第三十三条第二款).
 */
export function judgeExtension(derivation: PeriodDerivation, by: number, recordedOn: Day): ExtensionVerdict {
  const { version, extendedBy, due, rule } = derivation;
  if (version.extension === null) return { allowed: false, because: `${rule.title}没有规定可以延长` };
  if (extendedBy > 0) return { allowed: false, because: '已经延长过一次，不能再次延长' };
  if (!Number.isInteger(by) || by < 1 || by > version.extension.upTo) {
    return {
      allowed: false,
      because: `延长最长${version.extension.upTo}${version.unit === 'workingDay' ? '个工作日' : '日'}`,
    };
  }
  if (recordedOn > due) return { allowed: false, because: `期限已于${longDay(due)}届满，届满后不能延长` };
  return { allowed: true };
}

export type MinimumVerdict =
  | { readonly lawful: true; readonly shortened: boolean; readonly because: string }
  | { readonly lawful: false; readonly because: string };

/**
 * Whether a minimum period may end on `endsOn`. Only where the article allows shortening may it end early, and only with
 * the reason stated (重大行政决策程序暂行条例第十五条).
 */
export function judgeMinimumEnd(
  derivation: PeriodDerivation,
  endsOn: Day,
  shorteningReason: string | null,
): MinimumVerdict {
  const { version, due } = derivation;
  const earliest = `${version.article}：最早可在${longDay(due)}结束`;
  if (endsOn >= due) return { lawful: true, shortened: false, because: earliest };
  const reason = shorteningReason?.trim() ?? '';
  if (version.shortening === null) return { lawful: false, because: `${earliest}，不得提前` };
  if (reason === '') return { lawful: false, because: `${earliest}；${version.shortening}` };
  return { lawful: true, shortened: true, because: `${version.shortening}；缩短理由：${reason}` };
}
