/** Read models of look-backs: the list, one with all its tasks, what was found on a single task. */
import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type {
  LookBackDetail,
  LookBackSummary,
  LookBackTask,
  LookBackVerdictView,
} from '../contract/look-back.ts';
import { judgeLookBackClose, proposeVerdict } from '../rules/look-back.ts';
import { lookBacks, lookBackVerdicts } from '../tables/look-back.ts';
import { plans } from '../tables/plans.ts';
import { supervisionIssues, supervisionOrders } from '../tables/supervision.ts';
import { supervisionNumberWords } from '../words/supervision.ts';
import { listPlanTaskRows, type TaskRowContext } from './task-rows.ts';

type StoredLookBack = typeof lookBacks.$inferSelect;
type StoredVerdict = typeof lookBackVerdicts.$inferSelect;
type StoredPlan = typeof plans.$inferSelect;

/** The stored look-back; undefined when there is none. */
export async function findLookBack(db: ReadDb, id: string): Promise<StoredLookBack | undefined> {
  const [row] = await db.select().from(lookBacks).where(eq(lookBacks.id, id)).limit(1);
  return row;
}

/** A chain from the verdict nothing replaces back to the first; two of one instant are told apart by what they name. */
function orderVerdictChain(verdicts: readonly StoredVerdict[]): readonly StoredVerdict[] {
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  const replaced = new Set(verdicts.map((verdict) => verdict.supersedesId));
  const chain: StoredVerdict[] = [];
  let next = verdicts.find((verdict) => !replaced.has(verdict.id));
  while (next !== undefined) {
    chain.push(next);
    next = next.supersedesId === null ? undefined : byId.get(next.supersedesId);
  }
  return chain;
}

/** Verdicts by task, the one in force first. */
export async function listVerdictsByTask(
  db: ReadDb,
  lookBackId: string,
  taskId?: string,
): Promise<ReadonlyMap<string, readonly StoredVerdict[]>> {
  const rows = await db
    .select()
    .from(lookBackVerdicts)
    .where(
      and(
        eq(lookBackVerdicts.lookBackId, lookBackId),
        taskId === undefined ? undefined : eq(lookBackVerdicts.taskId, taskId),
      ),
    );
  const byTask = new Map<string, StoredVerdict[]>();
  for (const row of rows) byTask.set(row.taskId, [...(byTask.get(row.taskId) ?? []), row]);
  return new Map([...byTask].map(([id, verdicts]) => [id, orderVerdictChain(verdicts)]));
}

type OrderOfVerdict = LookBackVerdictView['orders'][number];

/** Orders of the rectifications, by the paper they were issued with. */
async function listOrdersByIssue(
  db: ReadDb,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OrderOfVerdict[]>> {
  if (issueIds.length === 0) return new Map();
  const rows = await db
    .select({ order: supervisionOrders, issue: supervisionIssues })
    .from(supervisionOrders)
    .innerJoin(supervisionIssues, eq(supervisionIssues.id, supervisionOrders.issueId))
    .where(inArray(supervisionOrders.issueId, [...new Set(issueIds)]))
    .orderBy(asc(supervisionOrders.id));
  const names = await nameUnits(
    db,
    rows.map(({ order }) => order.unitId),
  );
  const byIssue = new Map<string, OrderOfVerdict[]>();
  for (const { order, issue } of rows) {
    const list = byIssue.get(issue.id) ?? [];
    list.push({
      orderId: order.id,
      number: supervisionNumberWords(issue.year, issue.serial),
      unitName: names.get(order.unitId)?.shortName ?? '',
      status: order.status,
    });
    byIssue.set(issue.id, list);
  }
  return byIssue;
}

function countVerdicts(tasks: readonly LookBackTask[]): LookBackSummary['counts'] {
  const countOf = (kind: LookBackVerdictView['verdict']) =>
    tasks.filter((task) => task.verdicts[0]?.verdict === kind).length;
  const open = judgeLookBackClose(
    tasks.map((task) => ({
      taskId: task.taskId,
      verdict: task.verdicts[0]?.verdict ?? null,
      hasRectification: (task.verdicts[0]?.orders.length ?? 0) > 0,
    })),
  );
  return {
    tasks: tasks.length,
    struckOff: countOf('struckOff'),
    unfinished: countOf('unfinished'),
    noLongerDemanded: countOf('noLongerDemanded'),
    ...open,
  };
}

async function completeLookBack(
  db: ReadDb,
  lookBack: StoredLookBack,
  plan: StoredPlan,
  context: TaskRowContext,
): Promise<LookBackDetail> {
  const rows = await listPlanTaskRows(db, plan, context);
  const verdicts = await listVerdictsByTask(db, lookBack.id);
  const orders = await listOrdersByIssue(
    db,
    [...verdicts.values()].flat().flatMap(({ issueId }) => (issueId === null ? [] : [issueId])),
  );
  const tasks = rows.map(
    (row): LookBackTask => ({
      taskId: row.id,
      no: row.no,
      section: row.section,
      item: row.item,
      requirement: row.requirement,
      deadlineText: row.deadlineText,
      assignments: row.assignments,
      standing: row.standing,
      standingReason: row.standingReason,
      proposal: proposeVerdict(row.standing),
      verdicts: (verdicts.get(row.id) ?? []).map((verdict) => ({
        id: verdict.id,
        verdict: verdict.verdict,
        ground: verdict.ground,
        proof: [...verdict.proof],
        standing: verdict.standing,
        standingReason: verdict.standingReason,
        judgedByName: verdict.judgedByName,
        judgedAt: verdict.judgedAt.toISOString(),
        orders: verdict.issueId === null ? [] : [...(orders.get(verdict.issueId) ?? [])],
      })),
    }),
  );
  return {
    id: lookBack.id,
    planId: plan.id,
    planTitle: plan.title,
    year: plan.year,
    dueOn: lookBack.dueOn,
    openedByName: lookBack.openedByName,
    openedAt: lookBack.openedAt.toISOString(),
    closedByName: lookBack.closedByName,
    closedAt: lookBack.closedAt?.toISOString() ?? null,
    conclusion: lookBack.conclusion,
    counts: countVerdicts(tasks),
    tasks,
  };
}

/** The look-back with every task, its standing, what was found and what followed; undefined when there is none. */
export async function findLookBackDetail(
  db: ReadDb,
  id: string,
  context: TaskRowContext,
): Promise<LookBackDetail | undefined> {
  const [found] = await db
    .select({ lookBack: lookBacks, plan: plans })
    .from(lookBacks)
    .innerJoin(plans, eq(plans.id, lookBacks.planId))
    .where(eq(lookBacks.id, id))
    .limit(1);
  return found === undefined ? undefined : completeLookBack(db, found.lookBack, found.plan, context);
}

/** Look-backs of a jurisdiction, the newest first: one a year, so each is read whole for its counts. */
export async function listLookBacks(
  db: ReadDb,
  jurisdictionId: string,
  page: { readonly after?: readonly [string] | undefined; readonly limit: number },
  context: TaskRowContext,
): Promise<PageOfRows<LookBackSummary>> {
  const rows = await db
    .select({ lookBack: lookBacks, plan: plans })
    .from(lookBacks)
    .innerJoin(plans, eq(plans.id, lookBacks.planId))
    .where(
      and(
        eq(lookBacks.jurisdictionId, jurisdictionId),
        page.after === undefined ? undefined : lt(lookBacks.id, page.after[0]),
      ),
    )
    .orderBy(desc(lookBacks.id))
    .limit(page.limit + 1);
  const { rows: shown, next } = pageOfRows(rows, page.limit, (row) => [row.lookBack.id]);
  const summaries: LookBackSummary[] = [];
  for (const { lookBack, plan } of shown) {
    const { tasks: _, ...summary } = await completeLookBack(db, lookBack, plan, context);
    summaries.push(summary);
  }
  return { rows: summaries, next };
}
