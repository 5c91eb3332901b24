import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '#kernel/actor.ts';
import { readSource } from '#kernel/reading/read-source.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenPlan } from '../given.ts';
import { planModule } from '../module.ts';
import { findPlan } from '../queries/plans.ts';
import { listPlanTaskRows } from '../queries/task-rows.ts';
import { readPlan } from '../reader/read-plan.ts';
import { exportPlan, taskRowContextOf } from '../routes/plans.ts';

let place: TestApp;
let planId: string;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, planModule], now: '2026-05-06T09:00:00+08:00' });
  ({ planId } = await givenPlan(place.app, await givenCounty(place.app)));
});
afterAll(() => place.close());

test.each(['xlsx', 'docx'] as const)('an exported .%s reads back to the same tasks', async (format) => {
  const { fileName, bytes } = await exportPlan(place.app, visitor, planId, format, false);
  const source = await readSource(bytes, { fileName });
  const read = source.ok ? readPlan(source.document) : undefined;
  if (read?.ok !== true) throw new Error('the export was not read as a plan');
  const plan = await findPlan(place.app.database.read, planId);
  if (plan === undefined) throw new Error('no plan');
  const rows = await listPlanTaskRows(place.app.database.read, plan, await taskRowContextOf(place.app));
  expect(read.plan.title).toBe(plan.title);
  // With one grouping column a merged cell is read as a section, a repeated one as an item: the words must stay.
  const headingOf = (task: { section: string | null; item: string | null }) => task.section ?? task.item;
  expect(
    read.plan.tasks.map(({ no, section, item, requirement, lead, cooperating, deadlineText }) => ({
      no,
      heading: headingOf({ section, item }),
      requirement,
      lead,
      cooperating,
      deadlineText,
    })),
  ).toEqual(
    rows.map(({ no, section, item, requirement, printed, deadlineText }) => ({
      no,
      heading: headingOf({ section, item }),
      requirement,
      lead: printed.lead,
      cooperating: printed.cooperating,
      deadlineText,
    })),
  );
});

test('the ledger adds the computed day, its reason and the standing', async () => {
  const { bytes } = await exportPlan(place.app, visitor, planId, 'xlsx', true);
  const source = await readSource(bytes, { fileName: 'ledger.xlsx' });
  const table = source.ok ? source.document.blocks.find((block) => block.kind === 'table') : undefined;
  if (table?.kind !== 'table') throw new Error('no table');
  const cells = table.rows.map((row) => row.cells.map((cell) => cell.text));
  expect(cells[0]).toEqual(expect.arrayContaining(['最后一日', '期限依据', '任务状态']));
  expect(cells[1]).toEqual(expect.arrayContaining(['2026-06-30', '未到期']));
});
