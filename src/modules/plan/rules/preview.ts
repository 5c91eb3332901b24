/** What confirming a draft would do, and what stands in its way. Pure. */

import { resolveAssignments } from './assignments.ts';
import { comparePlanTasks, type PrintedTask } from './difference.ts';
import { countOpenFlags } from './draft.ts';
import type { AssignmentRole, ImportDraft, ImportPreview, PlanKind } from './shapes.ts';

const roleTitles: Readonly<Record<string, string>> = {
  no: '序号',
  section: '章节',
  subsection: '小节',
  item: '事项',
  requirement: '任务内容',
  lead: '牵头单位',
  responsible: '责任单位',
  cooperating: '配合单位',
  deadline: '完成时限',
};

/** A draft task in the form plans are compared in. */
export function printedTaskOfDraft(task: ImportDraft['tasks'][number]): PrintedTask {
  return { ...task, id: task.key };
}

function listBlockers(draft: ImportDraft, kind: PlanKind): ImportPreview['blockers'] {
  const blockers: ImportPreview['blockers'] = [];
  const block = (sentence: string, taskKey: string | null = null, unitName: string | null = null) =>
    blockers.push({ sentence, taskKey, unitName });
  if (draft.head.title.trim() === '') block('还没有填写任务分解表的名称');
  if (draft.head.year === null) block('还没有填写年份，全年、年底等期限无法换算成日期');
  if (draft.tasks.length === 0) block('没有任务，确认后什么也不会建立');
  const undecided = new Set<string>();
  for (const task of draft.tasks) {
    if (task.requirement.trim() === '') block(`${nameOf(task)}没有任务内容`, task.key);
    // Of a plan of others, only units we know take part; the rest stays as printed.
    if (kind !== 'own') continue;
    for (const name of resolveAssignments(task, draft.units).undecided) undecided.add(name);
  }
  for (const name of undecided) block(`“${name}”还没有对应到单位`, null, name);
  return blockers;
}

function nameOf(task: ImportDraft['tasks'][number]): string {
  return task.no === null ? `“${task.requirement.slice(0, 12)}…”` : `第${task.no}项`;
}

function listWarnings(draft: ImportDraft): ImportPreview['warnings'] {
  const warnings: ImportPreview['warnings'] = [];
  const open = countOpenFlags(draft);
  if (open > 0) warnings.push({ sentence: `还有${open}处存疑没有核对`, taskKey: null });
  for (const task of draft.tasks) {
    const units = task.lead.length + task.responsible.length + task.cooperating.length;
    if (units === 0)
      warnings.push({ sentence: `${nameOf(task)}没有责任单位，不会进入任何单位的清单`, taskKey: task.key });
    const { assignments, undecided } = resolveAssignments(task, draft.units);
    if (units > 0 && undecided.length === 0 && assignments.length === 0) {
      warnings.push({ sentence: `${nameOf(task)}的集合性单位没有成员`, taskKey: task.key });
    }
    for (const flag of task.flags.filter((candidate) => !candidate.settled)) {
      warnings.push({
        sentence: `${nameOf(task)}的${roleTitles[flag.field] ?? flag.field}：${flag.reason}`,
        taskKey: task.key,
      });
    }
  }
  return warnings;
}

function countPerUnit(draft: ImportDraft, unitNames: ReadonlyMap<string, string>): ImportPreview['perUnit'] {
  const counts = new Map<string, Record<AssignmentRole, number>>();
  for (const task of draft.tasks) {
    for (const { unitId, role } of resolveAssignments(task, draft.units).assignments) {
      const count = counts.get(unitId) ?? { lead: 0, responsible: 0, cooperating: 0 };
      counts.set(unitId, { ...count, [role]: count[role] + 1 });
    }
  }
  return [...counts].map(([unitId, count]) => ({
    unitId,
    unitName: unitNames.get(unitId) ?? unitId,
    ...count,
  }));
}

/** Judges a draft against the plan it would update (`null` when it would create one). */
export function previewImport(
  draft: ImportDraft,
  existing: {
    readonly planId: string;
    readonly title: string;
    readonly tasks: readonly PrintedTask[];
  } | null,
  unitNames: ReadonlyMap<string, string>,
  kind: PlanKind = 'own',
): ImportPreview {
  const difference = comparePlanTasks(existing?.tasks ?? [], draft.tasks.map(printedTaskOfDraft));
  const brief = (task: PrintedTask) => ({ no: task.no, requirement: task.requirement });
  return {
    blockers: listBlockers(draft, kind),
    warnings: listWarnings(draft),
    updates: existing === null ? null : { planId: existing.planId, title: existing.title },
    created: difference.created.map((task) => ({ key: task.id, ...brief(task) })),
    changed: difference.kept
      .filter(({ changes }) => changes.length > 0)
      .map(({ after, changes }) => ({ key: after.id, ...brief(after), changes: [...changes] })),
    withdrawn: difference.withdrawn.map((task) => ({ taskId: task.id, ...brief(task) })),
    unchanged: difference.kept.filter(({ changes }) => changes.length === 0).length,
    perUnit: kind === 'neighbour' ? [] : countPerUnit(draft, unitNames),
  };
}
