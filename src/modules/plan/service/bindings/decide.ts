/** A person decides about bindings: confirms and rejects proposals, many at once; adds, changes and removes single ones. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Measure } from '#kernel/measure.ts';
import type { Work } from '#kernel/work.ts';
import type { AddBindingInput, ChangeBindingInput } from '../../contract/measuring.ts';
import {
  findTaskPlace,
  listBindingsOfTasks,
  listBindingsWithPlace,
  type StoredBindingRow,
} from '../../queries/bindings.ts';
import { type BindingAction, canDoWithBinding } from '../../rules/measuring/actions.ts';
import { canonicalText } from '../../rules/measuring/terms.ts';
import { taskBindings } from '../../tables/measuring.ts';
import { measuringRefusals } from '../../words/measuring-refusals.ts';
import { planRefusals } from '../../words/plans.ts';
import { requestEvaluation } from '../plan-evaluations.ts';
import { readBindingTerms } from './terms.ts';

export interface SeenBinding {
  readonly bindingId: string;
  /** The version the person saw. */
  readonly version: number;
}

interface OpenedBinding {
  readonly binding: StoredBindingRow;
  readonly planId: string;
  readonly jurisdictionId: string;
}

/** The bindings as they were seen, if the action is allowed on each. */
async function getBindingsFor(
  work: Work,
  seen: readonly SeenBinding[],
  action: BindingAction,
): Promise<readonly OpenedBinding[]> {
  const ids = seen.map(({ bindingId }) => bindingId);
  const rows = await listBindingsWithPlace(work.db, ids);
  if (rows.length === 0) work.authorise('plan.bind');
  for (const jurisdictionId of new Set(rows.map((row) => row.jurisdictionId))) {
    work.authorise('plan.bind', { jurisdictionId });
  }
  await work.db
    .select({ id: taskBindings.id })
    .from(taskBindings)
    .where(inArray(taskBindings.id, ids))
    .for('update');
  const byId = new Map(rows.map((row) => [row.binding.id, row]));
  return seen.map(({ bindingId, version }) => {
    const row = byId.get(bindingId);
    if (row === undefined) throw measuringRefusals.refuse('plan.bindingNotFound', {});
    if (row.binding.version !== version) throw measuringRefusals.refuse('plan.bindingChanged', {});
    if (!canDoWithBinding(row.binding.status, action)) {
      throw measuringRefusals.refuse('plan.bindingClosed', { status: row.binding.status });
    }
    return row;
  });
}

async function decide(
  work: Work,
  { binding }: OpenedBinding,
  change: Partial<typeof taskBindings.$inferInsert>,
): Promise<void> {
  const { actor } = work;
  const changed = await work.db
    .update(taskBindings)
    .set({
      ...change,
      decidedBy: actor.kind === 'officer' ? actor.id : null,
      decidedByName: actor.kind === 'visitor' ? '访客' : actor.name,
      decidedAt: work.now,
      version: binding.version + 1,
    })
    .where(and(eq(taskBindings.id, binding.id), eq(taskBindings.version, binding.version)))
    .returning({ id: taskBindings.id });
  if (changed.length === 0) throw measuringRefusals.refuse('plan.bindingChanged', {});
}

function auditDecision(work: Work, opened: readonly OpenedBinding[], summary: string, after: unknown): void {
  const [first] = opened;
  if (first === undefined) return;
  const one = opened.length === 1;
  work.audit({
    action: 'plan.bind',
    objectKind: one ? 'task' : 'plan',
    objectId: one ? first.binding.taskId : first.planId,
    summary,
    before: opened.map(({ binding: { id, status, target, parameters } }) => ({
      id,
      status,
      target,
      parameters,
    })),
    after,
    affectsPortal: false,
  });
}

const tasksOf = (opened: readonly OpenedBinding[]) => [
  ...new Set(opened.map(({ binding }) => binding.taskId)),
];

/** Confirms proposals; the tasks are evaluated after the commit. */
export async function confirmTaskBindings(
  work: Work,
  input: { readonly bindings: readonly SeenBinding[] },
): Promise<{ readonly decided: number; readonly tasks: number }> {
  const opened = await getBindingsFor(work, input.bindings, 'confirm');
  for (const one of opened) {
    await refuseTwin(work, one.binding, one.binding.id);
    await decide(work, one, { status: 'confirmed', decisionReason: null });
  }
  auditDecision(work, opened, `确认${opened.length}条任务度量`, { status: 'confirmed' });
  const taskIds = tasksOf(opened);
  await requestEvaluation(work, taskIds);
  return { decided: opened.length, tasks: taskIds.length };
}

/** Rejects proposals; they are not made again. */
export async function rejectTaskBindings(
  work: Work,
  input: { readonly bindings: readonly SeenBinding[]; readonly reason: string },
): Promise<{ readonly decided: number; readonly tasks: number }> {
  const opened = await getBindingsFor(work, input.bindings, 'reject');
  const decisionReason = input.reason === '' ? null : input.reason;
  for (const one of opened) await decide(work, one, { status: 'rejected', decisionReason });
  auditDecision(work, opened, `不采用${opened.length}条度量建议`, {
    status: 'rejected',
    reason: decisionReason,
  });
  return { decided: opened.length, tasks: tasksOf(opened).length };
}

/** Ends a confirmed binding; the task is evaluated without it. */
export async function removeTaskBinding(
  work: Work,
  input: SeenBinding & { readonly reason: string },
): Promise<void> {
  const opened = await getBindingsFor(work, [input], 'remove');
  for (const one of opened) await decide(work, one, { status: 'rejected', decisionReason: input.reason });
  auditDecision(work, opened, `停用任务度量：${input.reason}`, { status: 'rejected', reason: input.reason });
  await requestEvaluation(work, tasksOf(opened));
}

export interface WithMeasures {
  /** What the modules offer now. */
  readonly measures: ReadonlyMap<string, Measure>;
}

/** Sets other terms; a proposal is confirmed with them. */
export async function changeTaskBinding(
  work: Work,
  input: ChangeBindingInput & { readonly bindingId: string } & WithMeasures,
): Promise<void> {
  const [opened] = await getBindingsFor(work, [input], 'change');
  if (opened === undefined) throw measuringRefusals.refuse('plan.bindingNotFound', {});
  const measure = input.measures.get(opened.binding.measureId);
  if (measure === undefined) throw measuringRefusals.refuse('plan.measureUnknown', {});
  const columns = await readBindingTerms(work, opened.jurisdictionId, measure, input);
  await refuseTwin(work, { ...opened.binding, parameters: columns.parameters }, opened.binding.id);
  await decide(work, opened, { ...columns, status: 'confirmed', decisionReason: null });
  auditDecision(work, [opened], `调整度量“${measure.title}”`, columns);
  await requestEvaluation(work, [opened.binding.taskId]);
}

type Bound = Pick<StoredBindingRow, 'taskId' | 'measureId' | 'parameters'>;

const isTwin = (one: Bound, other: Bound) =>
  one.measureId === other.measureId && canonicalText(one.parameters) === canonicalText(other.parameters);

/** A task is bound to the same measure with the same parameters once. */
async function refuseTwin(work: Work, binding: Bound, exceptId: string | null): Promise<void> {
  const twin = (await listBindingsOfTasks(work.db, [binding.taskId])).find(
    (one) => one.id !== exceptId && one.status === 'confirmed' && isTwin(one, binding),
  );
  if (twin !== undefined) throw measuringRefusals.refuse('plan.bindingTwice', {});
}

/** A proposal that a person has put in force by hand is not open any more. */
async function dropOpenTwins(work: Work, binding: Bound): Promise<void> {
  const twins = (await listBindingsOfTasks(work.db, [binding.taskId])).filter(
    (one) => one.status === 'proposed' && isTwin(one, binding),
  );
  if (twins.length === 0) return;
  await work.db.delete(taskBindings).where(
    inArray(
      taskBindings.id,
      twins.map(({ id }) => id),
    ),
  );
}

/** Binds a task to a measure nobody proposed. */
export async function addTaskBinding(
  work: Work,
  input: AddBindingInput & { readonly taskId: string } & WithMeasures,
): Promise<{ readonly bindingId: string }> {
  const place = await findTaskPlace(work.db, input.taskId);
  work.authorise('plan.bind', place === undefined ? {} : { jurisdictionId: place.jurisdictionId });
  if (place === undefined || place.isWithdrawn) throw planRefusals.refuse('plan.taskNotFound', {});
  const measure = input.measures.get(input.measureId);
  if (measure === undefined) throw measuringRefusals.refuse('plan.measureUnknown', {});
  const columns = await readBindingTerms(work, place.jurisdictionId, measure, input);
  const bound = { taskId: place.taskId, measureId: measure.id, parameters: columns.parameters };
  await refuseTwin(work, bound, null);
  await dropOpenTwins(work, bound);
  const bindingId = work.newId();
  const { actor } = work;
  await work.db.insert(taskBindings).values({
    id: bindingId,
    taskId: place.taskId,
    measureId: measure.id,
    ...columns,
    status: 'confirmed',
    origin: 'person',
    reason: input.reason,
    proposedAt: work.now,
    decidedBy: actor.kind === 'officer' ? actor.id : null,
    decidedByName: actor.kind === 'visitor' ? '访客' : actor.name,
    decidedAt: work.now,
    version: 1,
  });
  work.audit({
    action: 'plan.bind',
    objectKind: 'task',
    objectId: place.taskId,
    summary: `为“${place.title}”绑定度量“${measure.title}”`,
    after: { bindingId, measureId: measure.id, ...columns },
    affectsPortal: false,
  });
  await requestEvaluation(work, [place.taskId]);
  return { bindingId };
}
