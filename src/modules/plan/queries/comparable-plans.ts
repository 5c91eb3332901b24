/** Plans and drafts in the form they are compared and linted in. */
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import type { ComparableTask } from '../rules/comparing/shapes.ts';
import type { ImportDraft, PlanKind } from '../rules/shapes.ts';
import { planImports } from '../tables/imports.ts';
import { plans, tasks } from '../tables/plans.ts';
import { listDraftImports } from './imports.ts';
import { listPlans } from './plans.ts';

export interface ComparableSide {
  readonly jurisdictionId: string;
  readonly title: string;
  readonly year: number | null;
  readonly issuedOn: ImportDraft['head']['issuedOn'];
  readonly kind: PlanKind;
  readonly isDraft: boolean;
  readonly tasks: ComparableTask[];
}

/** Draft tasks with their keys as identifiers. */
function comparableTasksOfDraft(draft: ImportDraft): ComparableTask[] {
  return draft.tasks.map((task) => ({ ...task, id: task.key }));
}

async function findComparableStoredPlan(db: ReadDb, planId: string): Promise<ComparableSide | undefined> {
  const [plan] = await db.select().from(plans).where(eq(plans.id, planId)).limit(1);
  if (plan === undefined) return undefined;
  const rows = await db
    .select()
    .from(tasks)
    .where(and(eq(tasks.planId, planId), isNull(tasks.withdrawnAt)))
    .orderBy(asc(tasks.ordinal), asc(tasks.id));
  return {
    ...plan,
    isDraft: false,
    tasks: rows.map((row) => ({
      id: row.id,
      no: row.no,
      section: row.section,
      subsection: row.subsection,
      item: row.item,
      requirement: row.requirement,
      lead: row.printedLead,
      responsible: row.printedResponsible,
      cooperating: row.printedCooperating,
      deadlineText: row.deadlineText,
      deadline: row.deadline,
      quotas: [...row.quotas],
    })),
  };
}

async function findComparableDraft(db: ReadDb, importId: string): Promise<ComparableSide | undefined> {
  const [row] = await db.select().from(planImports).where(eq(planImports.id, importId)).limit(1);
  if (row?.draft === null || row === undefined) return undefined;
  const { head } = row.draft;
  return {
    jurisdictionId: row.jurisdictionId,
    title: head.title === '' ? row.fileName : head.title,
    year: head.year,
    issuedOn: head.issuedOn,
    kind: row.planKind,
    isDraft: true,
    tasks: comparableTasksOfDraft(row.draft),
  };
}

/** The plan or draft behind `plan:<id>` or `import:<id>`; undefined when there is none. */
export function findComparableSide(db: ReadDb, side: string): Promise<ComparableSide | undefined> {
  const [which, id = ''] = side.split(':');
  return which === 'plan' ? findComparableStoredPlan(db, id) : findComparableDraft(db, id);
}

/** Our own plan of the year before, the last confirmed of them; undefined when there is none. */
export async function findPlanOfYearBefore(
  db: ReadDb,
  plan: Pick<ComparableSide, 'jurisdictionId' | 'year'>,
): Promise<{ readonly id: string; readonly title: string; readonly year: number } | undefined> {
  if (plan.year === null) return undefined;
  const [found] = await db
    .select({ id: plans.id, title: plans.title, year: plans.year })
    .from(plans)
    .where(
      and(
        eq(plans.jurisdictionId, plan.jurisdictionId),
        eq(plans.year, plan.year - 1),
        eq(plans.kind, 'own'),
      ),
    )
    .orderBy(desc(plans.confirmedAt))
    .limit(1);
  return found;
}

/** What can be compared: plans of every kind, newest first, then drafts. */
export async function listComparablePlans(db: ReadDb, jurisdictionId: string) {
  const stored = await listPlans(db, jurisdictionId, ['own', 'superior', 'neighbour']);
  const drafts = await listDraftImports(db, jurisdictionId);
  return [
    ...stored.map(({ id, title, year, kind }) => ({ side: `plan:${id}`, title, year, kind, isDraft: false })),
    ...drafts.map(({ id, title, fileName, planKind }) => ({
      side: `import:${id}`,
      title: title === null || title === '' ? fileName : title,
      year: null,
      kind: planKind,
      isDraft: true,
    })),
  ];
}
