/** The day a task falls due, from what the plan prints. A verdict with its derivation; never a stored date. */
import { addWorkingDays, type WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { addDays, type Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { DeadlineReading } from '../reader/reading.ts';

export interface TaskDueVerdict {
  /** Null when plan and law leave it open; `because` says so. */
  readonly due: Day | null;
  readonly provisional: boolean;
  readonly because: readonly string[];
  readonly skipped: readonly { readonly day: Day; readonly reason: string }[];
  /** Days counted for a period; null for a printed date. */
  readonly counted: number | null;
}

const open = (because: string): TaskDueVerdict => ({
  due: null,
  provisional: false,
  because: [because],
  skipped: [],
  counted: null,
});

/**
 * Computes the last day of a task. A period after the plan's issue counts from the day after it (起算当日不计入,
 * 民事诉讼法第八十五条); "日" are calendar days, as the plan is not a statute that redefines them.
 */
export function computeTaskDueDay(
  deadline: DeadlineReading,
  issuedOn: Day | null,
  calendar: WorkingCalendar,
): TaskDueVerdict {
  switch (deadline.kind) {
    case 'date':
      return deadline.date === null
        ? open('任务分解表写明了期限，但日期无法辨认')
        : {
            ...open(`任务分解表写明${longDay(deadline.date)}前完成`),
            due: deadline.date,
            because: [
              `任务分解表写明的完成时限，最后一日为${longDay(deadline.date)}`,
              ...(deadline.thenOngoing ? ['完成后仍须长期坚持'] : []),
            ],
          };
    case 'allYear':
      return deadline.date === null
        ? open('全年任务，但任务分解表的年份不明')
        : { ...open(''), due: deadline.date, because: ['完成时限为全年，以当年12月31日为最后一日'] };
    case 'ongoing':
      return open('持续推进的任务，没有截止日期');
    case 'none':
      return open('任务分解表没有写完成时限，也没有法定期限可以套用');
    case 'relative':
      return computePeriodEnd(deadline, issuedOn, calendar);
  }
}

function computePeriodEnd(
  deadline: DeadlineReading,
  issuedOn: Day | null,
  calendar: WorkingCalendar,
): TaskDueVerdict {
  const { days, dayUnit, from } = deadline;
  if (days === null || dayUnit === null) return open('期限以某件事发生之日起算，但天数无法辨认');
  if (from !== null && !/印发|下发|发布|发文/.test(from)) {
    return open(`期限从“${from}”起算，须在该事项发生后计算`);
  }
  if (issuedOn === null) return open('期限从文件印发之日起算，但印发日期不明，请在任务分解表信息中补录');
  if (dayUnit === 'calendar') {
    return {
      due: addDays(issuedOn, days),
      provisional: false,
      because: [`文件${longDay(issuedOn)}印发，当日不计，次日起算${days}日（自然日）`],
      skipped: [],
      counted: days,
    };
  }
  const verdict = addWorkingDays(calendar, issuedOn, days);
  if (verdict.kind === 'noData') return open(verdict.because);
  return {
    due: verdict.due,
    provisional: verdict.provisional,
    because: [
      `文件${longDay(issuedOn)}印发，当日不计，次日起算${days}个工作日`,
      ...(verdict.provisional ? ['所跨年度的放假安排尚未公布，日期可能调整'] : []),
    ],
    skipped: verdict.skipped,
    counted: verdict.counted.length,
  };
}

/** The next day on which something of the task falls due, on or after `today`: a milestone or the last day. */
export function findNextDueDay(deadline: DeadlineReading, verdict: TaskDueVerdict, today: Day): Day | null {
  const days = deadline.milestones.map((milestone) => milestone.date);
  if (verdict.due !== null) days.push(verdict.due);
  return days.filter((day) => day >= today).sort()[0] ?? null;
}

export interface PresentStanding {
  readonly standing: 'notYetDue' | 'cannotTell';
  readonly reason: string;
}

/** The standing of a task that no measure is bound to: nothing is claimed that nobody can show. */
export function judgeUnmeasuredStanding(verdict: TaskDueVerdict, today: Day): PresentStanding {
  if (verdict.due !== null && verdict.due >= today) {
    return { standing: 'notYetDue', reason: `最后一日为${longDay(verdict.due)}` };
  }
  if (verdict.due === null) return { standing: 'cannotTell', reason: verdict.because.join('；') };
  return { standing: 'cannotTell', reason: `已于${longDay(verdict.due)}到期，还没有可以核对的度量` };
}
