/** By when units file their own plans: the period the plan's own words set, and the day it ends. Pure; browser-safe. */
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import { computeTaskDueDay, type TaskDueVerdict } from '../due-day.ts';
import type { DeadlineShape } from '../shapes.ts';

export interface DemandPeriod {
  readonly days: number;
  readonly dayUnit: 'calendar' | 'working';
  readonly fromDay: Day;
}

/** The last day for filing, with its derivation: the day of issue is not counted (民事诉讼法第八十五条). */
export function computeFilingDueDay(demand: DemandPeriod, calendar: WorkingCalendar): TaskDueVerdict {
  const deadline: DeadlineShape = {
    kind: 'relative',
    date: null,
    thenOngoing: false,
    days: demand.days,
    dayUnit: demand.dayUnit,
    from: '文件印发',
    milestones: [],
  };
  return computeTaskDueDay(deadline, demand.fromDay, calendar);
}

/** A piece of the plan that may demand plans of the units. */
export interface DemandText {
  /** 第55项, or 文末 for a closing paragraph. */
  readonly place: string;
  readonly text: string;
  readonly deadlineText: string | null;
  readonly deadline: Pick<DeadlineShape, 'kind' | 'days' | 'dayUnit' | 'from'>;
}

export interface DemandProposal {
  readonly days: number;
  readonly dayUnit: 'calendar' | 'working';
  /** The plan's words with their place. */
  readonly basis: string;
  readonly because: string;
}

/** Words by which a plan asks its units for plans of their own. */
const ownPlanWords =
  /(制定|制订|编制|细化|明确|研究|印发|报送?)[^。；]{0,24}(任务清单|实施方案|工作方案|工作计划|责任清单|任务分解|台账)|(任务清单|实施方案|工作方案)[^。；]{0,12}(报|备案)/u;

/**
 * Finds the period in the plan's own text: a piece that asks for plans of the units and counts from the issue. A piece
 * that counts from the issue and asks for something else proposes nothing.
 */
export function proposeDemand(texts: readonly DemandText[]): DemandProposal | undefined {
  for (const { place, text, deadline, deadlineText } of texts) {
    const { kind, days, dayUnit, from } = deadline;
    if (kind !== 'relative' || days === null || dayUnit === null) continue;
    if (from !== null && !/印发|下发|发布|发文/u.test(from)) continue;
    if (!ownPlanWords.test(text)) continue;
    const words = deadlineText === null || text.includes(deadlineText) ? text : `${text}（${deadlineText}）`;
    return {
      days,
      dayUnit,
      basis: `${place}：${words.slice(0, 300)}`,
      because: `${place}写明各单位报送自己的任务清单或方案，期限为印发后${days}${dayUnit === 'working' ? '个工作日' : '日'}`,
    };
  }
  return undefined;
}
