/** Proposals of bindings from the tasks' own words; a person decides about each. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Measure } from '#kernel/measure.ts';
import type { Work } from '#kernel/work.ts';
import { findPlan } from '../../queries/plans.ts';
import { type ProposedBinding, proposeBindings } from '../../rules/measuring/proposals.ts';
import { canonicalText } from '../../rules/measuring/terms.ts';
import { taskBindings } from '../../tables/measuring.ts';
import { assignments, tasks } from '../../tables/plans.ts';
import { planRefusals } from '../../words/plans.ts';

/** Job kind that proposes bindings for a plan that was just confirmed, and evaluates it. */
export const proposeBindingsKind = 'plan.proposeBindings';

export interface ProposalCounts {
  readonly proposed: number;
  /** Tasks for which nothing was ever proposed or bound. */
  readonly unbound: number;
}

const rowsPerInsert = 200;
const keyOf = (one: { readonly measureId: string; readonly parameters: unknown }) =>
  `${one.measureId} ${canonicalText(one.parameters)}`;

const sameProposal = (stored: typeof taskBindings.$inferSelect, proposal: ProposedBinding) =>
  stored.target === proposal.target &&
  stored.every === proposal.every &&
  stored.scope === proposal.scope &&
  stored.unitChoice === proposal.unitChoice &&
  stored.reason === proposal.reason;

/**
 * Proposes what the words of a plan's tasks suggest. What a person decided stands and is not proposed again; open
 * proposals that the words (of a changed task) no longer suggest are taken back.
 */
export async function proposePlanBindings(
  work: Work,
  input: { readonly planId: string; readonly measures: readonly Measure[] },
): Promise<ProposalCounts> {
  const plan = await findPlan(work.db, input.planId);
  work.authorise('plan.bind', plan === undefined ? {} : { jurisdictionId: plan.jurisdictionId });
  if (plan === undefined) throw planRefusals.refuse('plan.notFound', {});
  const inForce = and(eq(tasks.planId, plan.id), isNull(tasks.withdrawnAt));
  const stored = await work.db.select().from(tasks).where(inForce).orderBy(asc(tasks.ordinal));
  const led = await work.db
    .selectDistinct({ taskId: assignments.taskId })
    .from(assignments)
    .innerJoin(tasks, eq(tasks.id, assignments.taskId))
    .where(and(inForce, inArray(assignments.role, ['lead', 'responsible'])));
  const ledTasks = new Set(led.map(({ taskId }) => taskId));
  const existing = (
    await work.db
      .select({ binding: taskBindings })
      .from(taskBindings)
      .innerJoin(tasks, eq(tasks.id, taskBindings.taskId))
      .where(inForce)
  ).map(({ binding }) => binding);
  const byTask = new Map<string, (typeof existing)[number][]>();
  for (const binding of existing)
    byTask.set(binding.taskId, [...(byTask.get(binding.taskId) ?? []), binding]);
  const fresh: (typeof taskBindings.$inferInsert)[] = [];
  const outdated: string[] = [];
  let unbound = 0;
  for (const task of stored) {
    const own = byTask.get(task.id) ?? [];
    const proposals = proposeBindings(input.measures, { ...task, isLed: ledTasks.has(task.id) });
    const isOpen = (one: (typeof own)[number]) => one.status === 'proposed' && one.origin === 'hint';
    const decided = new Set(own.filter((one) => !isOpen(one)).map(keyOf));
    const open = new Map(own.filter(isOpen).map((one) => [keyOf(one), one]));
    if (proposals.length === 0 && decided.size === 0) unbound += 1;
    for (const proposal of proposals) {
      const key = keyOf(proposal);
      const same = open.get(key);
      if (decided.has(key)) continue;
      if (same !== undefined && sameProposal(same, proposal)) open.delete(key);
      else fresh.push(proposalRow(work, task.id, proposal));
    }
    outdated.push(...[...open.values()].map(({ id }) => id));
  }
  if (outdated.length > 0) await work.db.delete(taskBindings).where(inArray(taskBindings.id, outdated));
  for (let start = 0; start < fresh.length; start += rowsPerInsert) {
    await work.db.insert(taskBindings).values(fresh.slice(start, start + rowsPerInsert));
  }
  work.audit({
    action: 'plan.bind',
    objectKind: 'plan',
    objectId: plan.id,
    summary: `为《${plan.title}》提出${fresh.length}条度量建议，收回${outdated.length}条`,
    after: { proposed: fresh.length, outdated: outdated.length, unbound },
    affectsPortal: false,
  });
  return { proposed: fresh.length, unbound };
}

function proposalRow(
  work: Work,
  taskId: string,
  proposal: ProposedBinding,
): typeof taskBindings.$inferInsert {
  return {
    id: work.newId(),
    taskId,
    ...proposal,
    periodFrom: null,
    periodUntil: null,
    unitIds: [],
    status: 'proposed',
    origin: 'hint',
    proposedAt: work.now,
    version: 1,
  };
}
