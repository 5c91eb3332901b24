/** Read models of the units' own plans: what is asked, who has filed, who is late, every filing of a unit. */
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { storedFiles } from '#kernel/files/tables.ts';
import { listUnits, nameUnits } from '#modules/organisation/index.ts';
import type { UnitPlanDetail, UnitPlanOverview, UnitPlanRow, UnitPlanView } from '../contract/unit-plans.ts';
import { findDeadlineInSentence } from '../reader/fields/deadline/find-in-sentence.ts';
import { computeFilingDueDay, type DemandText, proposeDemand } from '../rules/unit-plans/demand.ts';
import { judgeFilings } from '../rules/unit-plans/filing.ts';
import { planImports } from '../tables/imports.ts';
import { assignments, type plans, tasks } from '../tables/plans.ts';
import { unitPlanDemands, unitPlanLines, unitPlans } from '../tables/unit-plans.ts';
import { findPlan } from './plans.ts';
import type { TaskRowContext } from './task-rows.ts';

type StoredPlan = typeof plans.$inferSelect;
type StoredFiling = typeof unitPlans.$inferSelect;
type DemandView = NonNullable<UnitPlanOverview['demand']>;

/** What the plan asks of its units; undefined when the office has not set it. */
export async function findDemand(
  db: ReadDb,
  planId: string,
  context: TaskRowContext,
): Promise<DemandView | undefined> {
  const [demand] = await db.select().from(unitPlanDemands).where(eq(unitPlanDemands.planId, planId));
  if (demand === undefined) return undefined;
  const { days, dayUnit, fromDay, basis, exemptUnitIds, includesVillages, setByName } = demand;
  const due = computeFilingDueDay(demand, context.calendar);
  return {
    days,
    dayUnit,
    fromDay,
    basis,
    exemptUnitIds,
    includesVillages,
    setByName,
    due: { ...due, because: [...due.because], skipped: [...due.skipped] },
  };
}

/**
 * Units that file a plan of their own: those with a part in the parent plan but for the exempt ones, and for villages
 * and communities unless the office asks them too. With the number of their tasks.
 */
export async function listOwingUnits(
  db: ReadDb,
  plan: { readonly id: string; readonly jurisdictionId: string },
): Promise<{ unitId: string; tasks: number }[]> {
  const [demand] = await db.select().from(unitPlanDemands).where(eq(unitPlanDemands.planId, plan.id));
  const rows = await db
    .select({ unitId: assignments.unitId, tasks: sql<number>`count(*)::int` })
    .from(assignments)
    .innerJoin(tasks, eq(tasks.id, assignments.taskId))
    .where(and(eq(tasks.planId, plan.id), isNull(tasks.withdrawnAt)))
    .groupBy(assignments.unitId);
  const spared = new Set(demand?.exemptUnitIds ?? []);
  if (demand?.includesVillages !== true) {
    for (const { id, kind } of await listUnits(db, plan.jurisdictionId)) {
      if (kind === 'village' || kind === 'community') spared.add(id);
    }
  }
  return rows.filter((row) => !spared.has(row.unitId));
}

/** Filings of a plan with the number of their lines, each unit's newest first. */
async function listFilings(db: ReadDb, planId: string, unitIds?: readonly string[]) {
  return db
    .select({
      filing: unitPlans,
      lines: sql<number>`(select count(*)::int from unit_plan_line l where l.unit_plan_id = "unit_plan"."id")`,
    })
    .from(unitPlans)
    .where(
      and(
        eq(unitPlans.planId, planId),
        unitIds === undefined ? undefined : inArray(unitPlans.unitId, [...unitIds]),
      ),
    )
    .orderBy(asc(unitPlans.unitId), desc(unitPlans.number));
}

/** One row a unit, those that need a look first: overdue, waiting, returned. */
export async function listUnitPlanRows(
  db: ReadDb,
  planId: string,
  context: TaskRowContext,
  unitIds?: readonly string[],
): Promise<UnitPlanRow[]> {
  const plan = await findPlan(db, planId);
  if (plan === undefined) return [];
  const demand = await findDemand(db, planId, context);
  const owing = (await listOwingUnits(db, plan)).filter(
    (row) => unitIds === undefined || unitIds.includes(row.unitId),
  );
  const byUnit = new Map<string, { filing: StoredFiling; lines: number }[]>();
  for (const row of await listFilings(db, planId, unitIds)) {
    byUnit.set(row.filing.unitId, [...(byUnit.get(row.filing.unitId) ?? []), row]);
  }
  const names = await nameUnits(
    db,
    owing.map((row) => row.unitId),
  );
  const rows = owing.map(({ unitId, tasks: taskCount }): UnitPlanRow => {
    const filed = byUnit.get(unitId) ?? [];
    const verdict = judgeFilings(
      filed.map(({ filing }) => filing),
      demand?.due.due ?? null,
      context.today,
    );
    const newest = filed[0];
    return {
      unitId,
      unitName: names.get(unitId)?.shortName ?? '',
      tasks: taskCount,
      ...verdict,
      filedOn: newest?.filing.filedOn ?? null,
      filedByName: newest?.filing.filedByName ?? null,
      filings: filed.length,
      lines: newest?.lines ?? 0,
      hasFile: newest?.filing.fileId != null,
      reason: newest?.filing.decision === 'returned' ? newest.filing.reason : null,
    };
  });
  return rows.sort((a, b) => urgencyOf(a) - urgencyOf(b) || a.unitName.localeCompare(b.unitName, 'zh-CN'));
}

function urgencyOf({ state, timeliness }: UnitPlanRow): number {
  if (state === 'filed') return 0;
  if (state === 'missing') return timeliness === 'overdue' ? 1 : 3;
  return state === 'returned' ? 2 : 4;
}

/** The units that owe their plan and have filed none, with the last day; for reminders and orders. */
export async function listUnitsWithoutPlan(db: ReadDb, planId: string, context: TaskRowContext) {
  const demand = await findDemand(db, planId, context);
  if (demand === undefined) return [];
  const rows = await listUnitPlanRows(db, planId, context);
  return rows
    .filter((row) => row.state === 'missing')
    .map(({ unitId, unitName, timeliness }) => ({
      unitId,
      unitName,
      due: demand.due.due,
      isLate: timeliness === 'overdue',
    }));
}

/** The overview of a plan, of all units or of those given. */
export async function viewUnitPlans(
  db: ReadDb,
  plan: StoredPlan,
  context: TaskRowContext,
  unitIds?: readonly string[],
): Promise<UnitPlanOverview> {
  const demand = (await findDemand(db, plan.id, context)) ?? null;
  return {
    planId: plan.id,
    planTitle: plan.title,
    issuedOn: plan.issuedOn,
    demand,
    proposal: demand === null ? ((await readProposal(db, plan.id)) ?? null) : null,
    rows: await listUnitPlanRows(db, plan.id, context, unitIds),
  };
}

/** Looks for the period in the plan's tasks, then in the paragraphs of its document. */
async function readProposal(db: ReadDb, planId: string) {
  const taskRows = await db
    .select()
    .from(tasks)
    .where(and(eq(tasks.planId, planId), isNull(tasks.withdrawnAt)))
    .orderBy(asc(tasks.ordinal));
  const ofTasks = taskRows.map(({ no, ordinal, requirement, deadlineText, deadline }) => ({
    place: `第${no ?? ordinal}项`,
    text: requirement,
    deadlineText,
    deadline,
  }));
  return proposeDemand(ofTasks) ?? proposeDemand(await readParagraphs(db, planId));
}

async function readParagraphs(db: ReadDb, planId: string): Promise<DemandText[]> {
  const [source] = await db
    .select({ document: planImports.sourceDocument })
    .from(planImports)
    .where(eq(planImports.planId, planId))
    .orderBy(desc(planImports.id))
    .limit(1);
  return (source?.document?.blocks ?? []).flatMap((block) => {
    if (block.kind !== 'paragraph' || !/日内|天内|工作日/u.test(block.text)) return [];
    const found = findDeadlineInSentence(block.text, { year: null });
    return found === undefined
      ? []
      : [{ place: '文件正文', text: block.text, deadlineText: null, deadline: found.reading }];
  });
}

/** All filings of one unit; undefined when the plan gives it no tasks and it has filed none. */
export async function findUnitPlanDetail(
  db: ReadDb,
  planId: string,
  unitId: string,
  context: TaskRowContext,
): Promise<UnitPlanDetail | undefined> {
  const [row] = await listUnitPlanRows(db, planId, context, [unitId]);
  if (row === undefined) return undefined;
  const stored = await db
    .select()
    .from(unitPlans)
    .where(and(eq(unitPlans.planId, planId), eq(unitPlans.unitId, unitId)))
    .orderBy(desc(unitPlans.number));
  return {
    row,
    demand: (await findDemand(db, planId, context)) ?? null,
    filings: await completeFilings(db, stored),
  };
}

/** Filings with their lines and files, in the order given. */
async function completeFilings(db: ReadDb, stored: readonly StoredFiling[]): Promise<UnitPlanView[]> {
  const ids = stored.map((filing) => filing.id);
  if (ids.length === 0) return [];
  const lines = await db
    .select({ line: unitPlanLines, no: tasks.no, item: tasks.item, requirement: tasks.requirement })
    .from(unitPlanLines)
    .leftJoin(tasks, eq(tasks.id, unitPlanLines.taskId))
    .where(inArray(unitPlanLines.unitPlanId, ids))
    .orderBy(asc(unitPlanLines.position));
  const fileIds = stored.flatMap((filing) => (filing.fileId === null ? [] : [filing.fileId]));
  const files =
    fileIds.length === 0 ? [] : await db.select().from(storedFiles).where(inArray(storedFiles.id, fileIds));
  return stored.map((filing) => {
    const file = files.find((one) => one.id === filing.fileId);
    return {
      id: filing.id,
      number: filing.number,
      note: filing.note,
      file:
        file === undefined
          ? null
          : {
              fileId: file.id,
              fileName: file.fileName,
              byteLength: file.byteLength,
              mediaType: file.mediaType,
            },
      lines: lines
        .filter(({ line }) => line.unitPlanId === filing.id)
        .map(({ line, no, item, requirement }) => ({
          body: line.body,
          owner: line.owner,
          dueOn: line.dueOn,
          taskId: line.taskId,
          taskTitle:
            requirement === null
              ? null
              : `${no === null ? '' : `第${no}项 `}${item ?? requirement.slice(0, 40)}`,
        })),
      filedByName: filing.filedByName,
      filedOn: filing.filedOn,
      filedAt: filing.filedAt.toISOString(),
      decision: filing.decision,
      decidedByName: filing.decidedByName,
      decidedOn: filing.decidedOn,
      reason: filing.reason,
    };
  });
}

/** One filing by itself; undefined when there is none. */
export async function findFiling(db: ReadDb, unitPlanId: string): Promise<StoredFiling | undefined> {
  const [filing] = await db.select().from(unitPlans).where(eq(unitPlans.id, unitPlanId));
  return filing;
}
