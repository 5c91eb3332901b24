/** What the ledger's commands share: the locked assignment, the newest entry of a chain, the index of days. */
import { and, eq, sql } from 'drizzle-orm';
import type { Work } from '#kernel/work.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import { isLedgerActionAllowed, type LedgerAction, stateOfChain } from '../../rules/ledger/entry.ts';
import { ledgerEntries, ledgerLasts, ledgerReleases } from '../../tables/ledger.ts';
import { assignments, plans, tasks } from '../../tables/plans.ts';
import { ledgerRefusals } from '../../words/ledger.ts';
import { planRefusals } from '../../words/plans.ts';

export type StoredEntry = typeof ledgerEntries.$inferSelect;

/** The task with its plan's jurisdiction; refused when there is none. */
export async function getTaskPlace(work: Work, taskId: string) {
  const [found] = await work.db
    .select({ task: tasks, jurisdictionId: plans.jurisdictionId })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(eq(tasks.id, taskId));
  return found;
}

/**
 * Locks the unit's part in a task, so that its reports are written one after another; refused when the task is gone
 * from the plan or was never given to the unit.
 */
export async function lockAssignment(work: Work, taskId: string, unitId: string): Promise<void> {
  const [assignment] = await work.db
    .select({ withdrawnAt: tasks.withdrawnAt })
    .from(assignments)
    .innerJoin(tasks, eq(tasks.id, assignments.taskId))
    .where(and(eq(assignments.taskId, taskId), eq(assignments.unitId, unitId)))
    .for('update', { of: assignments });
  if (assignment === undefined) {
    const names = await nameUnits(work.db, [unitId]);
    throw ledgerRefusals.refuse('plan.notAssigned', { unit: names.get(unitId)?.shortName ?? '该单位' });
  }
  if (assignment.withdrawnAt !== null) throw ledgerRefusals.refuse('plan.taskWithdrawn', {});
}

/** An entry as a command is about to change it: authorised, locked, the newest of its chain and in a fitting state. */
export async function getChangeableEntry(
  work: Work,
  entryId: string,
  permission: string,
  action: LedgerAction,
): Promise<StoredEntry> {
  const [seen] = await work.db
    .select({ entry: ledgerEntries, jurisdictionId: plans.jurisdictionId })
    .from(ledgerEntries)
    .innerJoin(plans, eq(plans.id, ledgerEntries.planId))
    .where(eq(ledgerEntries.id, entryId));
  const target = seen && { unitId: seen.entry.unitId, jurisdictionId: seen.jurisdictionId };
  work.authorise(permission, target ?? {});
  if (seen === undefined) throw ledgerRefusals.refuse('plan.ledgerEntryNotFound', {});
  const { entry } = seen;
  // New reports and changes of old ones wait for each other here; the first entry is the lock of its chain when the
  // task is no longer the unit's.
  await work.db
    .select({ unitId: assignments.unitId })
    .from(assignments)
    .where(and(eq(assignments.taskId, entry.taskId), eq(assignments.unitId, entry.unitId)))
    .for('update');
  await work.db
    .select({ id: ledgerEntries.id })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.id, entry.rootId))
    .for('update');
  const [later] = await work.db
    .select({ id: ledgerEntries.id })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.supersedesId, entry.id));
  if (later !== undefined) throw ledgerRefusals.refuse('plan.ledgerNotNewest', {});
  const [release] = await work.db
    .select({ id: ledgerReleases.id })
    .from(ledgerReleases)
    .where(and(eq(ledgerReleases.entryId, entry.id), sql`${ledgerReleases.endedAt} is null`));
  const state = stateOfChain({ kind: entry.kind, isPublic: release !== undefined });
  if (!isLedgerActionAllowed(state, action)) {
    throw ledgerRefusals.refuse('plan.ledgerActionNotAllowed', { action, state });
  }
  return entry;
}

/** Rewrites the index of the last standing entry of a unit on a task; call it under one of the locks above. */
export async function renewLastEntry(work: Work, taskId: string, unitId: string): Promise<void> {
  const withdrawn = sql`exists (select 1 from ledger_entry w where w.root_id = ${ledgerEntries.rootId}
    and w.kind = 'withdrawal')`;
  const [standing] = await work.db
    .select({
      lastEntryOn: sql<string | null>`max(${ledgerEntries.writtenOn})::text`,
      entries: sql<number>`count(*)::int`,
    })
    .from(ledgerEntries)
    .where(
      and(
        eq(ledgerEntries.taskId, taskId),
        eq(ledgerEntries.unitId, unitId),
        eq(ledgerEntries.kind, 'progress'),
        sql`not ${withdrawn}`,
      ),
    );
  const values = {
    lastEntryOn: sql`${standing?.lastEntryOn ?? null}::date`,
    entries: standing?.entries ?? 0,
  };
  await work.db
    .insert(ledgerLasts)
    .values({ taskId, unitId, ...values })
    .onConflictDoUpdate({ target: [ledgerLasts.taskId, ledgerLasts.unitId], set: values });
}

/** The task's name in sentences of the audit and of notices. */
export async function getTaskName(work: Work, taskId: string): Promise<string> {
  const place = await getTaskPlace(work, taskId);
  if (place === undefined) throw planRefusals.refuse('plan.taskNotFound', {});
  return taskNameOf(place.task);
}

/** The same of a task that was read already. */
export function taskNameOf(task: Pick<typeof tasks.$inferSelect, 'no' | 'item' | 'requirement'>): string {
  const { no, item, requirement } = task;
  return `${no === null ? '' : `第${no}项`}“${item ?? requirement.slice(0, 20)}”`;
}
