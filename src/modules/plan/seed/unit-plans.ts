/** The units' own plans under this year's plan: filed, accepted, late, sent back, by the officers who did it. Idempotent. */
import type { App } from '#kernel/app.ts';
import { atInstant } from '#kernel/seeding.ts';
import { type PlannedWork, transact, transactTogether } from '#kernel/work.ts';
import { listUnits } from '#modules/organisation/index.ts';
import type { TaskRow } from '../contract/tasks.ts';
import type { UnitPlanLine } from '../contract/unit-plans.ts';
import { listOwingUnits, viewUnitPlans } from '../queries/unit-plans.ts';
import { acceptUnitPlan, fileUnitPlan, returnUnitPlan, setUnitPlanDemand } from '../service/unit-plans.ts';
import { handsOfUnits } from './acting.ts';
import { seededPlanTasks } from './ledger.ts';
import { numberFromWords } from './ledger-texts.ts';
import { supervisorActing } from './supervision.ts';

/** What a unit's plan went through; units that are not named filed in time and were accepted. */
type FilingStory =
  /** Filed after the last day. */
  | { readonly kind: 'late'; readonly filed: string }
  /** Sent back, and what became of it. */
  | { readonly kind: 'returned'; readonly reason: string; readonly refiled: string | null }
  | { readonly kind: 'missing' };

const stories: Readonly<Record<string, FilingStory>> = {
  'culture-tourism': { kind: 'late', filed: '2026-04-27T16:40:00+08:00' },
  'daping-town': { kind: 'late', filed: '2026-05-08T10:20:00+08:00' },
  'nanwan-town': {
    kind: 'returned',
    reason: '有五条没有写责任人和完成日期，请补齐后重新报送。',
    refiled: null,
  },
  petition: {
    kind: 'returned',
    reason: '没有写明12345热线一般性咨询的答复时限，请补充。',
    refiled: '2026-04-24T09:30:00+08:00',
  },
  commerce: { kind: 'missing' },
};

const mostLines = 8;

/** A line for each task the unit answers for, as a clerk draws it up. */
function linesOf(unitId: string, tasks: readonly TaskRow[]): UnitPlanLine[] {
  return tasks
    .filter(({ assignments }) =>
      assignments.some((one) => one.unitId === unitId && one.role !== 'cooperating'),
    )
    .slice(0, mostLines)
    .map((task) => ({
      body: task.requirement.slice(0, 300),
      owner: '办公室',
      dueOn: task.due.due,
      taskId: task.id,
    }));
}

/** The office asks for the units' plans within 30 days, and what came of it. */
export async function seedUnitPlans(present: App): Promise<void> {
  const { plan, jurisdictionId, tasks } = await seededPlanTasks(present, 2026);
  const { issuedOn } = plan;
  if (issuedOn === null) throw new Error('seed: the plan has no day of issue');
  const context = { today: issuedOn, calendar: await present.calendar() };
  const { demand, proposal, rows } = await viewUnitPlans(present.database.read, plan, context);
  const supervisor = await supervisorActing(present, jurisdictionId);
  const asked = await listOwingUnits(present.database.read, plan);
  const hands = await handsOfUnits(
    present,
    asked.map(({ unitId }) => unitId),
  );
  if (demand === null) {
    await transact(atInstant(present, '2026-03-24T09:00:00+08:00'), supervisor, (work) =>
      setUnitPlanDemand(work, {
        planId: plan.id,
        days: 30,
        dayUnit: 'calendar',
        fromDay: issuedOn,
        basis: proposal?.basis ?? '本文件印发后30日内，各单位报送本单位任务清单',
        // Schools, hospitals and utilities without an officer of their own are in the plans of those who run them.
        exemptUnitIds: asked.flatMap(({ unitId }) => (hands.has(unitId) ? [] : [unitId])),
        includesVillages: false,
      }),
    );
  }
  const filed = new Set(rows.flatMap(({ unitId, filings }) => (filings > 0 ? [unitId] : [])));
  const owing = asked.filter(({ unitId }) => !filed.has(unitId));
  const codes = new Map(
    (await listUnits(present.database.read, jurisdictionId)).map(({ id, code }) => [id, code]),
  );
  const works = owing.flatMap(({ unitId }): PlannedWork[] => {
    const clerk = hands.get(unitId)?.clerk;
    const code = codes.get(unitId) ?? '';
    const story = stories[code];
    if (clerk === undefined || story?.kind === 'missing') return [];
    const lines = linesOf(unitId, tasks);
    if (lines.length === 0) return [];
    const day = String(3 + (numberFromWords(`plan ${code}`) % 14)).padStart(2, '0');
    let unitPlanId = '';
    const file = (at: string): PlannedWork => ({
      app: atInstant(present, at),
      actor: clerk,
      body: async (work) => {
        const input = { planId: plan.id, unitId, note: null, fileId: null, lines };
        ({ unitPlanId } = await fileUnitPlan(work, input));
      },
    });
    const accept = (at: string): PlannedWork => ({
      app: atInstant(present, at),
      actor: supervisor,
      body: (work) => acceptUnitPlan(work, { unitPlanId }),
    });
    if (story === undefined) {
      return [file(`2026-04-${day}T10:00:00+08:00`), accept('2026-04-20T15:00:00+08:00')];
    }
    if (story.kind === 'late') return [file(story.filed), accept('2026-05-11T15:00:00+08:00')];
    const sentBack: PlannedWork = {
      app: atInstant(present, '2026-04-20T15:30:00+08:00'),
      actor: supervisor,
      body: (work) => returnUnitPlan(work, { unitPlanId, reason: story.reason }),
    };
    const again = story.refiled === null ? [] : [file(story.refiled)];
    return [file(`2026-04-${day}T10:00:00+08:00`), sentBack, ...again];
  });
  await transactTogether(works);
}
