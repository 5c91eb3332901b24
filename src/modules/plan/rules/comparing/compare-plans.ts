/** Which tasks of two plans are the same work: a score with its reasons, what is new, what is gone, what moved. Pure. */
import {
  type Day,
  dayFromParts,
  dayOfMonthOf,
  daysBetween,
  lastDayOfMonth,
  monthOf,
  yearOf,
} from '#kernel/day.ts';
import { findSharedPhrases, measureLikeness, weighTexts } from './likeness.ts';
import type { ComparablePlan, ComparableTask, Correspondence, PlanComparison } from './shapes.ts';

/** Below this two tasks are two jobs; found on the plans of the demonstration county, see the test. */
const correspondenceThreshold = 0.2;

const unitsOf = (task: ComparableTask): readonly string[] => [
  ...task.lead,
  ...task.responsible,
  ...task.cooperating,
];

/** 县发改局 and 区发改局 are the same office in two counties. */
const officeOf = (name: string) => name.replace(/[（(].*?[）)]/gu, '').replace(/^[省市县区]|^各/u, '');

function shareOf(left: readonly string[], right: readonly string[]): number {
  const one = new Set(left.map(officeOf));
  const other = new Set(right.map(officeOf));
  if (one.size + other.size === 0) return 0;
  let shared = 0;
  for (const name of one) if (other.has(name)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}

function compareDeadlines(
  base: ComparablePlan,
  before: ComparableTask,
  plan: ComparablePlan,
  after: ComparableTask,
): Correspondence['deadline'] {
  const words = { before: before.deadlineText, after: after.deadlineText };
  const from = before.deadline.date;
  const to = after.deadline.date;
  if (from === null && to === null) return { move: 'bothOpen', ...words, days: null };
  if (from === null) return { move: 'nowDated', ...words, days: null };
  if (to === null) return { move: 'noLongerDated', ...words, days: null };
  const years = (plan.year ?? yearOf(to)) - (base.year ?? yearOf(from));
  const days = daysBetween(shiftYears(from, years), to);
  return { move: days === 0 ? 'same' : days < 0 ? 'earlier' : 'later', ...words, days };
}

/** The same day of another year; 29 February becomes the 28th. */
function shiftYears(day: Day, years: number): Day {
  const year = yearOf(day) + years;
  return dayFromParts(year, monthOf(day), dayOfMonthOf(day)) ?? lastDayOfMonth(year, monthOf(day));
}

function compareQuotas(before: ComparableTask, after: ComparableTask): Correspondence['quotas'] {
  return after.quotas.flatMap((quota) => {
    const same = before.quotas.filter((old) => old.counter === quota.counter && old.per === quota.per);
    const onlyOnes = before.quotas.length === 1 && after.quotas.length === 1;
    const [old] = same.length > 0 || !onlyOnes ? same : before.quotas;
    if (old === undefined || (old.count === quota.count && old.counter === quota.counter)) return [];
    return [{ before: old.text, after: quota.text, raised: quota.count > old.count }];
  });
}

function reasonsOf(before: ComparableTask, after: ComparableTask, likeness: number): string[] {
  if (likeness === 1) return ['任务文字相同'];
  const reasons: string[] = [];
  const phrases = findSharedPhrases(before.requirement, after.requirement);
  if (phrases.length > 0) reasons.push(`都写有${phrases.map((phrase) => `“${phrase}”`).join('、')}`);
  const leads = before.lead.filter((name) => after.lead.map(officeOf).includes(officeOf(name)));
  if (leads.length > 0) reasons.push(`牵头单位相同：${leads.join('、')}`);
  if (before.section !== null && before.section === after.section) reasons.push('所在章节相同');
  return reasons;
}

const roundScore = (score: number) => Math.round(score * 100) / 100;

interface Candidate {
  readonly before: ComparableTask;
  readonly after: ComparableTask;
  readonly likeness: number;
  readonly score: number;
}

function listCandidates(base: ComparablePlan, plan: ComparablePlan): Candidate[] {
  const texts = [...base.tasks, ...plan.tasks].map((task) => `${task.item ?? ''}，${task.requirement}`);
  const { weighed, weightOf } = weighTexts(texts);
  return base.tasks.flatMap((before, left) =>
    plan.tasks.flatMap((after, right) => {
      const one = weighed[left];
      const other = weighed[base.tasks.length + right];
      if (one === undefined || other === undefined) return [];
      const likeness = measureLikeness(one, other, weightOf);
      const leads = shareOf(
        before.lead.length > 0 ? before.lead : before.responsible,
        after.lead.length > 0 ? after.lead : after.responsible,
      );
      const score = likeness === 1 ? 1 : 0.9 * likeness + 0.1 * leads;
      return score >= correspondenceThreshold && likeness >= correspondenceThreshold * 0.75
        ? [{ before, after, likeness, score }]
        : [];
    }),
  );
}

/** Whether another pair of either task is as much alike: which of them is meant cannot be told from the words. */
function hasRival(taken: Candidate, candidates: readonly Candidate[]): boolean {
  return candidates.some(
    (other) =>
      other !== taken &&
      other.score >= taken.score &&
      (other.before.id === taken.before.id || other.after.id === taken.after.id),
  );
}

/** Pairs the tasks of `plan` with those of `base`, the most alike first, each at most once. */
export function comparePlans(base: ComparablePlan, plan: ComparablePlan): PlanComparison {
  const candidates = listCandidates(base, plan).sort((left, right) => right.score - left.score);
  const byTask = new Map<string, Correspondence>();
  const takenBase = new Set<string>();
  for (const candidate of candidates) {
    const { before, after, likeness, score } = candidate;
    if (takenBase.has(before.id) || byTask.has(after.id)) continue;
    takenBase.add(before.id);
    const old = unitsOf(before);
    const now = unitsOf(after);
    const reasons = reasonsOf(before, after, likeness);
    byTask.set(after.id, {
      baseId: before.id,
      taskId: after.id,
      score: roundScore(score),
      reasons,
      isSure: reasons.length > 0 && !hasRival(candidate, candidates),
      deadline: compareDeadlines(base, before, plan, after),
      quotas: compareQuotas(before, after),
      addedUnits: now.filter((name) => !old.map(officeOf).includes(officeOf(name))),
      removedUnits: old.filter((name) => !now.map(officeOf).includes(officeOf(name))),
    });
  }
  const nearestOf = (side: 'before' | 'after', id: string) => {
    const best = candidates.find((candidate) => candidate[side].id === id);
    if (best === undefined) return null;
    const other = side === 'before' ? best.after : best.before;
    return { id: other.id, score: roundScore(best.score) };
  };
  return {
    pairs: plan.tasks.flatMap((task) => byTask.get(task.id) ?? []),
    created: plan.tasks
      .filter((task) => !byTask.has(task.id))
      .map(({ id }) => ({ id, nearest: nearestOf('after', id) })),
    dropped: base.tasks
      .filter((task) => !takenBase.has(task.id))
      .map(({ id }) => ({ id, nearest: nearestOf('before', id) })),
  };
}
