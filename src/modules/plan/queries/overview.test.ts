/** The overview and the pages of tasks say what the rows of the whole plan say, task by task. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instantOf } from '#kernel/clock.ts';
import { openJobRunner } from '#kernel/jobs/runner.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { type TaskQuery, type TaskRow, taskQuerySchema } from '../contract/tasks.ts';
import { givenBinding } from '../given/measuring.ts';
import { givenPlan } from '../given/plans.ts';
import { planModule } from '../module.ts';
import { taskRowContextOf } from '../routes/plans.ts';
import { assignmentRoles } from '../rules/shapes.ts';
import { overrideStanding, withdrawOverride } from '../service/overrides.ts';
import {
  givenLedgerMeasure,
  givenTrainingMeasure,
  moduleOffering,
  withoutMeasures,
} from '../testing/measured-county.ts';
import { loadPlanMarks } from './marks.ts';
import { loadPlanOverview } from './overview.ts';
import { findPlan, findPlanBoard, narrowTasks } from './plans.ts';
import { listPlanTasks } from './task-page.ts';

const none = givenTrainingMeasure(() => []);
const plenty = givenLedgerMeasure(() => 9);

let place: TestApp;
let county: GivenCounty;
let planId: string;

beforeAll(async () => {
  place = await openTestApp({
    modules: [withoutMeasures(organisation), withoutMeasures(planModule), moduleOffering(none, plenty)],
    now: '2026-04-20T09:00:00+08:00',
  });
  const { app } = place;
  county = await givenCounty(app);
  const supervisor = await givenOfficer(app, county.jurisdictionId, county.office, ['supervisor'], '陆一鸣');
  ({ planId } = await givenPlan(app, county));
  const tasks = await rowsOfBoard();
  const idOf = (index: number) => tasks[index]?.id ?? '';
  await givenBinding(app, idOf(0), none);
  await givenBinding(app, idOf(1), plenty);
  await openJobRunner(app).runDue();
  place.clock.set(instantOf('2026-07-05T09:00:00+08:00'));
  await openJobRunner(app).runDue();
  const sign = (taskId: string, standing: 'met' | 'failing') =>
    transact(app, supervisor, (work) =>
      overrideStanding(work, { taskId, standing, reason: '现场核查，与记录不一致' }),
    );
  await sign(idOf(1), 'failing');
  await sign(idOf(3), 'met');
  place.clock.set(instantOf('2026-08-03T09:00:00+08:00'));
  await transact(app, supervisor, (work) =>
    withdrawOverride(work, { taskId: idOf(3), reason: '已补充材料' }),
  );
});
afterAll(() => place.close());

const contextNow = () => taskRowContextOf(place.app);

async function rowsOfBoard(): Promise<readonly TaskRow[]> {
  const board = await findPlanBoard(place.app.database.read, planId, await contextNow());
  if (board === undefined) throw new Error('no plan');
  return board.tasks;
}

async function storedPlan() {
  const plan = await findPlan(place.app.database.read, planId);
  if (plan === undefined) throw new Error('no plan');
  return plan;
}

const countOf = (rows: readonly TaskRow[]) => ({
  met: rows.filter(({ standing }) => standing === 'met').length,
  failing: rows.filter(({ standing }) => standing === 'failing').length,
  notYetDue: rows.filter(({ standing }) => standing === 'notYetDue').length,
  cannotTell: rows.filter(({ standing }) => standing === 'cannotTell').length,
});

describe('the overview', () => {
  test('counts the standings that the rows show: measured, signed, and by the day alone', async () => {
    const rows = await rowsOfBoard();
    const overview = await loadPlanOverview(place.app.database.read, await storedPlan(), await contextNow());
    expect(rows.map(({ standing }) => standing)).toEqual(['failing', 'failing', 'notYetDue', 'cannotTell']);
    expect(overview.total).toEqual(countOf(rows));
    for (const { section, counts } of overview.sections) {
      expect(counts).toEqual(countOf(rows.filter((row) => row.section === section)));
    }
    expect(overview.sections.map(({ section }) => section)).toEqual([
      ...new Set(rows.map((row) => row.section)),
    ]);
    for (const { unitId, counts } of overview.units) {
      const led = rows.filter((row) =>
        row.assignments.some((one) => one.unitId === unitId && one.role === 'lead'),
      );
      expect(counts).toEqual(countOf(led));
    }
    for (const { month, counts } of overview.months) {
      const due = rows.filter((row) => (row.due.due?.slice(0, 7) ?? null) === month);
      expect(counts).toEqual(countOf(due));
    }
  });

  test('names the failing tasks, the longest overdue first, with the reason each shows', async () => {
    const rows = await rowsOfBoard();
    const { late } = await loadPlanOverview(place.app.database.read, await storedPlan(), await contextNow());
    expect(late.map(({ taskId, reason }) => [taskId, reason])).toEqual(
      rows.slice(0, 2).map(({ id, standingReason }) => [id, standingReason]),
    );
    expect(late.map(({ due, units }) => [due, units])).toEqual([
      ['2026-06-30', ['县教育局']],
      ['2026-12-31', ['县教育局']],
    ]);
  });

  test('traces computed standings month by month, and what people signed while they signed it', async () => {
    const { trend } = await loadPlanOverview(place.app.database.read, await storedPlan(), await contextNow());
    expect(trend.map(({ day, counts }) => [day, counts.met, counts.failing])).toEqual([
      ['2026-04-30', 1, 0],
      ['2026-05-31', 1, 0],
      ['2026-06-30', 1, 0],
      ['2026-07-31', 1, 2],
      ['2026-08-03', 0, 2],
    ]);
  });
});

describe('a page of tasks', () => {
  const page = { limit: 2 };
  const queries: Record<string, Omit<TaskQuery, 'limit' | 'after'>> = {
    'all tasks': {},
    'words of the requirement': { text: '教育' },
    'words that run over two columns never match': { text: '查询办理。\n重点' },
    'a section': { section: '基础建设' },
    'a role': { role: 'cooperating' },
    'a standing that is measured or signed': { standing: 'failing' },
    'a standing of the day alone': { standing: 'cannotTell' },
    'days of falling due': {},
    'nothing at all': { text: '没有这样的词' },
  };
  test.each(Object.keys(queries))('%s', async (name) => {
    const db = place.app.database.read;
    const context = await contextNow();
    const rows = await rowsOfBoard();
    const unit = name === 'a role' ? { unitId: county.education } : {};
    const due =
      name === 'days of falling due'
        ? { dueFrom: rows[0]?.due.due ?? undefined, dueUntil: rows[1]?.due.due }
        : {};
    const query = { ...page, ...queries[name], ...unit, ...withoutMissing(due) };
    const first = await listPlanTasks(db, await storedPlan(), query, context);
    expect(first.rows).toEqual(narrowTasks(rows, query).rows);
    const last = first.rows.at(-1);
    if (last === undefined) return;
    const further = await listPlanTasks(
      db,
      await storedPlan(),
      { ...query, after: [null, last.ordinal] },
      context,
    );
    expect(further.rows).toEqual(narrowTasks(rows, { ...query, after: [last.ordinal] }).rows);
  });

  test.each([
    ['due', false],
    ['due', true],
    ['lastEntryOn', true],
    ['no', true],
  ] as const)(
    'sorted by %s (descending: %s) gives every task once, those without a day last',
    async (sort, descending) => {
      const db = place.app.database.read;
      const found: TaskRow[] = [];
      let after: TaskQuery['after'];
      do {
        const shown = await listPlanTasks(
          db,
          await storedPlan(),
          { limit: 1, sort, descending, after },
          await contextNow(),
        );
        found.push(...shown.rows);
        after = shown.next === null ? undefined : taskQuerySchema.parse({ after: shown.next }).after;
      } while (after !== undefined);
      const rows = await rowsOfBoard();
      expect(found.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
      const values = found.map((row) =>
        sort === 'due' ? row.due.due : sort === 'lastEntryOn' ? row.lastEntryOn : String(row.ordinal),
      );
      const days = values.filter((value) => value !== null);
      expect(days).toEqual(descending ? days.toSorted().reverse() : days.toSorted());
      expect(values.slice(days.length).every((value) => value === null)).toBe(true);
    },
  );
});

describe('the marks', () => {
  test('show of each task what its row shows, under the same sections and units', async () => {
    const board = await findPlanBoard(place.app.database.read, planId, await contextNow());
    const marks = await loadPlanMarks(place.app.database.read, await storedPlan(), await contextNow());
    const idsAt = (positions: readonly number[]) => positions.map((at) => marks.tasks[at]?.id);
    expect(marks.sections.map(({ section, tasks }) => ({ section, taskIds: idsAt(tasks) }))).toEqual(
      board?.sections,
    );
    for (const [index, { unitId, ...parts }] of marks.units.entries()) {
      const unit = board?.units[index];
      expect(unitId).toBe(unit?.unitId);
      for (const role of assignmentRoles) {
        const own = unit?.tasks.filter((task) => task.role === role) ?? [];
        expect(idsAt(parts[role])).toEqual(own.map(({ taskId }) => taskId));
      }
    }
    expect(marks.tasks.map(({ id, standing, due }) => [id, standing, due])).toEqual(
      board?.tasks.map((row) => [row.id, row.standing, row.due.due]),
    );
    for (const [index, { words, openBecause, due }] of marks.tasks.entries()) {
      expect(board?.tasks[index]?.requirement.startsWith(words.replace(/…$/, ''))).toBe(true);
      expect(openBecause === null).toBe(due !== null);
    }
  });
});

type Due = Pick<TaskQuery, 'dueFrom' | 'dueUntil'>;

function withoutMissing({
  dueFrom,
  dueUntil,
}: {
  dueFrom?: Due['dueFrom'] | null;
  dueUntil?: Due['dueUntil'] | null;
}): Due {
  return {
    ...(dueFrom == null ? {} : { dueFrom }),
    ...(dueUntil == null ? {} : { dueUntil }),
  };
}
