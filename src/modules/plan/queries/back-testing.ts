/** What a back-test starts from: the tasks of a plan or a draft with the bindings that stand or that their words propose. */
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { Measure } from '#kernel/measure.ts';
import { resolveAssignments } from '../rules/assignments.ts';
import type { ComparableTask } from '../rules/comparing/shapes.ts';
import { comparePlanTasks } from '../rules/difference.ts';
import { computeTaskDueDay } from '../rules/due-day.ts';
import { proposeBindings } from '../rules/measuring/proposals.ts';
import { bindingStatuses } from '../rules/measuring/shapes.ts';
import { printedTaskOfDraft } from '../rules/preview.ts';
import type { DraftTask, ImportDraft } from '../rules/shapes.ts';
import type { ComparableSide } from './comparable-plans.ts';
import { type EvaluatedBinding, type EvaluationTask, listEvaluationTasks } from './evaluation.ts';
import { findPlanImport, findPlanOfDraft, listPrintedTasks } from './imports.ts';

export type TriedBinding = EvaluatedBinding & { readonly isProposed: boolean };

/** A task to be tried on another year, with the words the screen shows. */
export interface TriedTask extends EvaluationTask<TriedBinding> {
  readonly words: ComparableTask;
}

interface TryingContext {
  readonly calendar: WorkingCalendar;
  readonly measures: readonly Measure[];
}

type StoredTask = EvaluationTask;

/** Confirmed bindings decide; where there are none, the open proposals are tried. */
function triedBindings(bindings: StoredTask['bindings']): TriedBinding[] {
  const confirmed = bindings.filter(({ status }) => status === 'confirmed');
  const taken = confirmed.length > 0 ? confirmed : bindings.filter(({ status }) => status === 'proposed');
  return taken.map((binding) => ({ ...binding, isProposed: binding.status === 'proposed' }));
}

async function loadStoredTasks(
  db: ReadDb,
  taskIds: readonly string[],
  { calendar }: TryingContext,
): Promise<StoredTask[]> {
  return listEvaluationTasks(db, taskIds, { calendar }, bindingStatuses);
}

async function loadTasksOfPlan(
  db: ReadDb,
  side: ComparableSide,
  context: TryingContext,
): Promise<TriedTask[]> {
  const stored = await loadStoredTasks(
    db,
    side.tasks.map(({ id }) => id),
    context,
  );
  const wordsOf = new Map(side.tasks.map((task) => [task.id, task]));
  return stored.flatMap((task) => {
    const words = wordsOf.get(task.id);
    return words === undefined ? [] : [{ ...task, words, bindings: triedBindings(task.bindings) }];
  });
}

function proposalsOf(task: DraftTask, isLed: boolean, measures: readonly Measure[]): TriedBinding[] {
  return proposeBindings(measures, { ...task, isLed }).map((proposal) => ({
    ...proposal,
    id: `${task.key}:${proposal.measureId}`,
    periodFrom: null,
    periodUntil: null,
    unitIds: [],
    isProposed: true,
  }));
}

interface DraftPlace {
  readonly importId: string;
  readonly draft: ImportDraft;
  readonly year: number;
  readonly jurisdictionId: string;
  /** Bindings of the task in force that a draft task continues, whatever was decided about them. */
  readonly bindingsOf: ReadonlyMap<string, StoredTask['bindings']>;
}

function tryDraftTask(
  task: DraftTask,
  { importId, draft, year, jurisdictionId, bindingsOf }: DraftPlace,
  { calendar, measures }: TryingContext,
): TriedTask {
  const { assignments } = resolveAssignments(task, draft.units);
  const ofRole = (role: string) => assignments.filter((one) => one.role === role).map(({ unitId }) => unitId);
  const [leads, responsible] = [ofRole('lead'), ofRole('responsible')];
  const { due, because } = computeTaskDueDay(task.deadline, draft.head.issuedOn, calendar);
  const decided = bindingsOf.get(task.key) ?? [];
  const kept = triedBindings(decided);
  // What a person has turned down for the same task is not tried again.
  const open = measures.filter(({ id }) => decided.every(({ measureId }) => measureId !== id));
  return {
    id: task.key,
    planId: importId,
    jurisdictionId,
    year,
    title: `${task.no === null ? '' : `第${task.no}项 `}${task.item ?? task.requirement.slice(0, 40)}`,
    due,
    dueReason: because.join('；'),
    printed: '',
    leads: leads.length > 0 ? leads : responsible,
    assigned: assignments.map(({ unitId }) => unitId).sort(),
    bindings: kept.length > 0 ? kept : proposalsOf(task, leads.length + responsible.length > 0, open),
    words: { ...task, id: task.key },
  };
}

async function loadTasksOfDraft(
  db: ReadDb,
  importId: string,
  year: number,
  context: TryingContext,
): Promise<TriedTask[]> {
  const stored = await findPlanImport(db, importId);
  if (stored?.draft === null || stored === undefined) return [];
  const { draft, jurisdictionId } = stored;
  const bindingsOf = new Map<string, StoredTask['bindings']>();
  const existing = await findPlanOfDraft(db, jurisdictionId, draft, stored.planKind);
  if (existing !== undefined) {
    const before = await listPrintedTasks(db, existing.id);
    const { kept } = comparePlanTasks(before, draft.tasks.map(printedTaskOfDraft));
    const tasks = await loadStoredTasks(
      db,
      kept.map((pair) => pair.before.id),
      context,
    );
    const byId = new Map(tasks.map((task) => [task.id, task.bindings]));
    for (const pair of kept) bindingsOf.set(pair.after.id, byId.get(pair.before.id) ?? []);
  }
  return draft.tasks.map((task) =>
    tryDraftTask(task, { importId, draft, year, jurisdictionId, bindingsOf }, context),
  );
}

/** The tasks behind `plan:<id>` or `import:<id>` in the plan's order, each with the bindings to be tried. */
export function listTriedTasks(
  db: ReadDb,
  sideId: string,
  side: ComparableSide & { readonly year: number },
  context: TryingContext,
): Promise<TriedTask[]> {
  const [, id = ''] = sideId.split(':');
  return side.isDraft ? loadTasksOfDraft(db, id, side.year, context) : loadTasksOfPlan(db, side, context);
}
