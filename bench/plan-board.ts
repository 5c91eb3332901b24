/**
 * Measures how fast the board of a large plan opens: 2,000 tasks, 40 units, 100,000 ledger entries, through the HTTP server
 * with an officer signed in. Prints the median and the slowest of each request a view of the board makes as a ratio to the
 * limit of 100 ms, with the processor's time of it, which other work on the machine stretches less; and beside them the whole
 * plan over the interface, which no view asks for. Run with `npm run bench plan-board`.
 */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { openTestServer } from '#kernel/testing/test-server.ts';
import { transact } from '#kernel/work.ts';
import { givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { createUnit } from '#modules/organisation/index.ts';
import { organisation } from '#modules/organisation/module.ts';
import { evaluatePlan } from '#modules/plan/evaluation/run.ts';
import { givenPlan } from '#modules/plan/given/plans.ts';
import { planModule } from '#modules/plan/module.ts';

const limitMilliseconds = 100;
const taskCount = 2_000;
const unitCount = 40;
const entryCount = 100_000;
const rounds = 15;
const builder = systemActor('bench');

async function buildUnits(app: App) {
  const county = await givenCounty(app, '千河县', 'qianhe');
  await transact(app, builder, async (work) => {
    for (let index = 0; index < unitCount; index += 1) {
      await createUnit(work, county.jurisdictionId, {
        kind: 'department',
        name: `千河县第${index + 1}业务局`,
        shortName: `第${index + 1}业务局`,
        parentId: county.government,
      });
    }
  });
  return county;
}

function planText(): string {
  const rows = Array.from({ length: taskCount }, (_, index) =>
    [
      index + 1,
      `第${Math.floor(index / 100) + 1}类公开`,
      `公开第${index + 1}项办理事项的流程、结果和办事指南，确保内容准确完整，方便群众查询。`,
      `第${(index % unitCount) + 1}业务局`,
      `第${((index + 7) % unitCount) + 1}业务局`,
      ['全年', '6月底前', '9月底前', '持续推进'][index % 4],
    ].join('\t'),
  );
  return [
    '千河县2026年政务公开重点工作任务分解表',
    '',
    '序号\t工作任务\t具体要求\t牵头单位\t配合单位\t完成时限',
    ...rows,
  ].join('\n');
}

/** Reports as the commands leave them, written in bulk: this measures reading. */
async function fillLedger(app: App, planId: string): Promise<void> {
  await app.database.pool.query(`
    with pair as (
      select a.task_id, a.unit_id, row_number() over (order by t.ordinal, a.unit_id) - 1 as place
      from assignment a join task t on t.id = a.task_id where t.plan_id = '${planId}' and a.role = 'lead'
    ), made as (
      select gen_random_uuid() as id, p.task_id, p.unit_id,
        date '2026-01-10' + ((n * 37 + p.place) % 300)::int as day
      from generate_series(0, ${entryCount / taskCount - 1}) n cross join pair p
    )
    insert into ledger_entry (id, root_id, kind, plan_id, task_id, unit_id, body, figures, proposes_public, written_by,
      written_by_name, written_on, written_at)
    select id, id, 'progress', '${planId}', task_id, unit_id, '本月按计划推进，已公开。', '[]', false, 'bench', 'bench', day,
      day::timestamptz
    from made`);
  await app.database.pool.query(`
    insert into ledger_last (task_id, unit_id, last_entry_on, entries)
    select task_id, unit_id, max(written_on), count(*) from ledger_entry group by task_id, unit_id`);
  await app.database.pool.query('analyze');
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

const place = await openTestServer({ modules: [organisation, planModule], now: '2026-10-20T09:00:00+08:00' });
try {
  const { app } = place;
  const county = await buildUnits(app);
  const { planId } = await givenPlan(app, { jurisdictionId: county.jurisdictionId, text: planText() });
  await fillLedger(app, planId);
  await evaluatePlan(app, planId, {
    cause: { actorId: null, actorName: 'bench' },
    signal: new AbortController().signal,
  });
  const supervisor = await givenOfficer(app, county.jurisdictionId, county.office, ['supervisor']);
  /** What is no view of the board has no limit. */
  const measure = async (title: string, url: string, isView = true): Promise<number> => {
    const times: number[] = [];
    const spent: number[] = [];
    let bytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const before = process.cpuUsage();
      const begun = performance.now();
      const reply = await place.ask(supervisor, { method: 'GET', url });
      times.push(performance.now() - begun);
      const { user, system } = process.cpuUsage(before);
      spent.push((user + system) / 1000);
      if (reply.statusCode !== 200)
        throw new Error(`${url}: ${reply.statusCode} ${reply.body.slice(0, 200)}`);
      bytes = reply.rawPayload.length;
    }
    const median = medianOf(times);
    const slowest = Math.max(...times);
    const ratio = isView
      ? `${(median / limitMilliseconds).toFixed(2)} × limit of ${limitMilliseconds} ms`
      : 'no limit';
    process.stdout.write(
      `${title.padEnd(30)} median ${median.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms, processor ${medianOf(spent).toFixed(1)} ms   ${ratio}   ${(bytes / 1000).toFixed(0)} kB\n`,
    );
    return median;
  };
  process.stdout.write(`${taskCount} tasks, ${unitCount} units, ${entryCount} ledger entries\n`);
  const first = await measure('board, first view (全年)', `/api/v1/plans/${planId}/overview`);
  const marks = await measure('by section, unit, calendar', `/api/v1/plans/${planId}/marks`);
  const list = await measure('list, first page', `/api/v1/plans/${planId}/tasks?limit=50`);
  const sorted = await measure(
    'list, sorted by last report',
    `/api/v1/plans/${planId}/tasks?limit=50&sort=lastEntryOn`,
  );
  const late = await measure(
    'list, failing ones by day',
    `/api/v1/plans/${planId}/tasks?limit=50&standing=failing&sort=due`,
  );
  const months = await measure('reports by unit and month', `/api/v1/plans/${planId}/ledger-months`);
  const ledger = await measure('ledger, first page', `/api/v1/plans/${planId}/ledger?limit=50`);
  const slowest = Math.max(first, marks, list, sorted, late, months, ledger);
  process.stdout.write(`slowest view: ${(slowest / limitMilliseconds).toFixed(2)} × limit\n`);
  await measure('whole plan over the interface', `/api/v1/plans/${planId}`, false);
  if (slowest > limitMilliseconds) process.exitCode = 1;
} finally {
  await place.close();
}
