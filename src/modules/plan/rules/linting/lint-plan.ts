/**
 * Reads a plan as the person will who has to carry it out or prove it: nobody named, no day, nothing to count, a day
 * that does not exist, the same task twice, more than last year. Pure.
 */
import { explainDay, type WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { type Day, monthOf, yearOf } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { comparePlans } from '../comparing/compare-plans.ts';
import { measureLikeness, weighTexts } from '../comparing/likeness.ts';
import type { ComparablePlan, ComparableTask, Correspondence } from '../comparing/shapes.ts';
import { computeTaskDueDay } from '../due-day.ts';
import { findImpossibleDays } from './impossible-days.ts';
import type { LintCode, LintFinding } from './shapes.ts';

export interface LintContext {
  readonly calendar: WorkingCalendar;
  /** Whether a measure of the platform can prove the task, judged by its words. */
  readonly isMeasurable: (task: ComparableTask) => boolean;
  /** The plan of the year before, when there is one. */
  readonly last: ComparablePlan | null;
}

/** From this likeness on, two tasks of one plan say the same. */
const duplicateLikeness = 0.72;
/** From this many tasks due in one month on, a lead unit will hardly keep them all. */
const crowdedMonth = 6;

const remedies: Readonly<Record<LintCode, string>> = {
  noOwner: '写明牵头单位或责任单位。',
  noLead: '几个单位共同负责时，指定一个牵头单位。',
  noDay: '写明完成时限；按法定期限办理的，写明是哪一项期限。',
  impossibleDay: '改成日历上有的日子。',
  dayBeforeIssue: '时限不能早于文件印发之日。',
  dueOnRestDay: '改为前一个或后一个工作日，免得执行时各有各的算法。',
  openEnded: '补一个可以核对的时间点，例如“每季度末”或“年底前”。',
  notMeasurable: '加上数量、频次、时限或者可以核对的成果，说明做到什么程度算完成。',
  duplicate: '合并成一项，或者写清两项的区别。',
  wider: '确认责任单位有条件完成，并在说明里写出理由。',
  unchanged: '确认今年仍需要这项任务；上年没有完成的，写明新的要求。',
  crowded: '错开时限，或者调整牵头单位。',
};

const mendCodes: readonly LintCode[] = ['noOwner', 'noDay', 'impossibleDay', 'dayBeforeIssue', 'duplicate'];

function findingOn(
  task: ComparableTask,
  code: LintCode,
  sentence: string,
  otherId: string | null = null,
): LintFinding {
  const level = mendCodes.includes(code) ? 'mend' : 'consider';
  return { taskId: task.id, code, level, sentence, remedy: remedies[code], otherId };
}

const nameTask = (task: ComparableTask) =>
  task.no === null ? `“${task.requirement.slice(0, 14)}…”` : `第${task.no}项`;

function lintOwners(task: ComparableTask): LintFinding[] {
  if (task.lead.length + task.responsible.length === 0) {
    const only = task.cooperating.length > 0 ? '只写了配合单位' : '没有写任何单位';
    return [findingOn(task, 'noOwner', `这项任务${only}，没有单位负责`)];
  }
  if (task.lead.length === 0 && task.responsible.length > 3) {
    const count = task.responsible.length;
    return [findingOn(task, 'noLead', `${count}个责任单位中没有牵头单位，进度由谁汇总不清楚`)];
  }
  return [];
}

function lintDays(task: ComparableTask, plan: ComparablePlan, calendar: WorkingCalendar): LintFinding[] {
  const impossible = findImpossibleDays(`${task.deadlineText ?? ''}。${task.requirement}`, plan.year);
  if (impossible.length > 0) {
    return [findingOn(task, 'impossibleDay', `日历上没有“${impossible.join('”“')}”`)];
  }
  const { kind } = task.deadline;
  if (kind === 'none') {
    const printed = task.deadlineText ?? '';
    if (printed === '') return [findingOn(task, 'noDay', '没有写完成时限')];
    // A period the law or another act sets is a rule somebody can keep, though no day of this plan.
    return /法定|规定|同步|即时|及时/u.test(printed)
      ? [findingOn(task, 'openEnded', `“${printed}”没有可以核对的时间点`)]
      : [findingOn(task, 'noDay', `“${printed}”换算不成日期，到期与否无从判断`)];
  }
  if (kind === 'ongoing') {
    return [findingOn(task, 'openEnded', `“${task.deadlineText ?? '持续推进'}”没有可以核对的时间点`)];
  }
  return kind === 'date' ? lintPrintedDay(task, plan, calendar) : [];
}

function lintPrintedDay(
  task: ComparableTask,
  plan: ComparablePlan,
  calendar: WorkingCalendar,
): LintFinding[] {
  const { due } = computeTaskDueDay(task.deadline, null, calendar);
  if (due === null) return [];
  if (plan.issuedOn !== null && due < plan.issuedOn) {
    return [findingOn(task, 'dayBeforeIssue', `时限${longDay(due)}早于印发之日${longDay(plan.issuedOn)}`)];
  }
  // 6月底前 and 年底前 are understood as the end of the month; only a day printed as such is looked at.
  if (!/[日号]/u.test(task.deadlineText ?? '')) return [];
  const explained = explainDay(calendar, due);
  return explained.working === false
    ? [findingOn(task, 'dueOnRestDay', `最后一日${longDay(due)}是${explained.reason}`)]
    : [];
}

function lintDuplicates(plan: ComparablePlan): LintFinding[] {
  const { weighed, weightOf } = weighTexts(plan.tasks.map((task) => task.requirement));
  return plan.tasks.flatMap((task, index) => {
    const one = weighed[index];
    if (one === undefined) return [];
    const twin = plan.tasks.slice(0, index).find((_, earlier) => {
      const other = weighed[earlier];
      return other !== undefined && measureLikeness(one, other, weightOf) >= duplicateLikeness;
    });
    return twin === undefined
      ? []
      : [findingOn(task, 'duplicate', `与${nameTask(twin)}说的是同一件事`, twin.id)];
  });
}

function widerSentences(pair: Correspondence, task: ComparableTask): string[] {
  const sentences = pair.quotas
    .filter((quota) => quota.raised)
    .map((quota) => `数量由“${quota.before}”提高到“${quota.after}”`);
  const { deadline } = pair;
  if (deadline.move === 'earlier' && (deadline.days ?? 0) <= -15) {
    sentences.push(`时限由“${deadline.before ?? ''}”提前到“${deadline.after ?? ''}”`);
  }
  const owners = pair.addedUnits.filter((name) => !task.cooperating.includes(name));
  if (owners.length > 0) sentences.push(`负责的单位增加了${owners.join('、')}`);
  return sentences;
}

function lintAgainstLastYear(plan: ComparablePlan, last: ComparablePlan): LintFinding[] {
  const byId = new Map(plan.tasks.map((task) => [task.id, task]));
  const oldById = new Map(last.tasks.map((task) => [task.id, task]));
  return comparePlans(last, plan).pairs.flatMap((pair) => {
    const task = byId.get(pair.taskId);
    const old = oldById.get(pair.baseId);
    if (task === undefined || old === undefined) return [];
    const wider = widerSentences(pair, task);
    if (wider.length > 0) {
      return [findingOn(task, 'wider', `比上年${nameTask(old)}要求更宽：${wider.join('；')}`, old.id)];
    }
    return pair.score >= 0.97 ? [findingOn(task, 'unchanged', `与上年${nameTask(old)}几乎相同`, old.id)] : [];
  });
}

function lintCrowding(plan: ComparablePlan): LintFinding[] {
  const byMonth = new Map<string, { unit: string; due: Day; tasks: ComparableTask[] }>();
  for (const task of plan.tasks) {
    const { date, kind } = task.deadline;
    if (date === null || kind !== 'date') continue;
    for (const unit of task.lead) {
      const key = `${unit} ${date.slice(0, 7)}`;
      const entry = byMonth.get(key) ?? { unit, due: date, tasks: [] };
      entry.tasks.push(task);
      byMonth.set(key, entry);
    }
  }
  return [...byMonth.values()]
    .filter((entry) => entry.tasks.length >= crowdedMonth)
    .flatMap(({ unit, due, tasks }) => {
      const [first] = tasks;
      const when = `${yearOf(due)}年${monthOf(due)}月`;
      return first === undefined
        ? []
        : [findingOn(first, 'crowded', `${unit}牵头的${tasks.length}项任务都在${when}到期`)];
    });
}

/** All findings, in the plan's order; of one task the grave ones first. */
export function lintPlan(plan: ComparablePlan, context: LintContext): readonly LintFinding[] {
  const found = [
    ...plan.tasks.flatMap((task) => [
      ...lintOwners(task),
      ...lintDays(task, plan, context.calendar),
      ...(task.quotas.length > 0 || context.isMeasurable(task)
        ? []
        : [findingOn(task, 'notMeasurable', '没有数量、频次，也没有哪个度量能够证明它')]),
    ]),
    ...lintDuplicates(plan),
    ...(context.last === null ? [] : lintAgainstLastYear(plan, context.last)),
    ...lintCrowding(plan),
  ];
  const place = new Map(plan.tasks.map((task, index) => [task.id, index]));
  const gravity = (finding: LintFinding) => (finding.level === 'mend' ? 0 : 1);
  return found.sort(
    (left, right) =>
      (place.get(left.taskId) ?? 0) - (place.get(right.taskId) ?? 0) || gravity(left) - gravity(right),
  );
}
