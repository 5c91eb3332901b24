/**
 * Measures the nightly evaluation on a county's data: 500 tasks with three bindings each, 170 units, 40,000 rows of
 * evidence. Prints the seconds of the first night, of an unchanged night and of a night after rows went, each beside
 * the limit. Run with `npm run bench plan-evaluation`.
 */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { openTestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { givenCounty } from '#modules/organisation/given.ts';
import { createCollective, createUnit } from '#modules/organisation/index.ts';
import { organisation } from '#modules/organisation/module.ts';
import { evaluatePlan, gatherMeasures } from '#modules/plan/evaluation/run.ts';
import { givenPlan } from '#modules/plan/given/plans.ts';
import { planModule } from '#modules/plan/module.ts';
import { listTaskIdsOfPlan } from '#modules/plan/queries/evaluation.ts';
import { addTaskBinding } from '#modules/plan/service/bindings/decide.ts';
import { benchMeasures, benchModule, benchTableSql } from './parts/evaluation/bench-measures.ts';

const limitSeconds = 30;
const taskCount = 500;
const departments = 40;
const towns = 10;
const villages = 115;
const evidenceRows = 40_000;
const kinds = ['a', 'b', 'c', 'd'] as const;
const builder = systemActor('bench');

/** The same numbers in every run. */
let seed = 20_260_101;
function random(below: number): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
}

async function buildUnits(app: App): Promise<{ jurisdictionId: string; unitIds: readonly string[] }> {
  const county = await givenCounty(app, '千河县', 'qianhe');
  const unitIds = await transact(app, builder, async (work) => {
    const make = (kind: 'department' | 'town' | 'village', name: string, parentId: string) =>
      createUnit(work, county.jurisdictionId, { kind, name: `千河县${name}`, shortName: name, parentId });
    const made: string[] = [];
    for (let index = 0; index < departments; index += 1) {
      made.push(await make('department', `第${index + 1}业务局`, county.government));
    }
    const townIds: string[] = [];
    for (let index = 0; index < towns; index += 1) {
      townIds.push(await make('town', `河湾${index + 1}镇人民政府`, county.government));
    }
    const villageIds: string[] = [];
    for (let index = 0; index < villages; index += 1) {
      villageIds.push(
        await make('village', `河湾${(index % towns) + 1}镇第${index + 1}村`, townIds[index % towns] ?? ''),
      );
    }
    const collective = (phrase: string, memberIds: readonly string[]) =>
      createCollective(work, county.jurisdictionId, {
        phrase,
        aliases: [],
        memberIds: [...memberIds],
        kinds: [],
        dependsOnTask: false,
      });
    await collective('县级各部门', made);
    await collective('各河湾镇', townIds);
    await collective('各河湾村', villageIds);
    return [...made, ...townIds, ...villageIds];
  });
  return { jurisdictionId: county.jurisdictionId, unitIds };
}

/** Whose task it is: mostly a few departments, some all departments, towns or villages. */
function unitsOfTask(index: number): string {
  const share = index % 20;
  if (share < 12) return `第${(index % departments) + 1}业务局`;
  if (share < 17) return '县级各部门';
  return share < 19 ? '各河湾镇' : '各河湾村';
}

function planText(): string {
  const rows = Array.from({ length: taskCount }, (_, index) =>
    [
      index + 1,
      `第${Math.floor(index / 25) + 1}类公开`,
      `公开第${index + 1}项办理事项的流程、结果和办事指南，确保内容准确完整。`,
      unitsOfTask(index),
      ['全年', '6月底前', '9月底前', '持续推进'][index % 4],
    ].join('\t'),
  );
  return [
    '千河县2026年政务公开重点工作任务分解表',
    '',
    '序号\t工作任务\t具体要求\t责任单位\t完成时限',
    ...rows,
  ].join('\n');
}

async function fillEvidence(app: App, unitIds: readonly string[], taskIds: readonly string[]): Promise<void> {
  await app.database.pool.query(benchTableSql);
  const perQuery = 1000;
  for (let start = 0; start < evidenceRows; start += perQuery) {
    const values = Array.from({ length: perQuery }, (_, offset) => {
      const id = start + offset;
      const unit = unitIds[random(unitIds.length)] ?? '';
      const task = id % 4 === 0 ? `'${taskIds[random(taskIds.length)] ?? ''}'` : 'null';
      const day = new Date(Date.UTC(2026, 0, 1 + random(300))).toISOString().slice(0, 10);
      const inTime = random(20) > 0;
      return `(${id}, '${unit}', ${task}, '${kinds[id % 4]}', '${day}', ${inTime}, '第${id}号公开信息')`;
    });
    await app.database.pool.query(`insert into bench_evidence values ${values.join(',')}`);
  }
  await app.database.pool.query('analyze bench_evidence');
}

async function bindTasks(app: App, taskIds: readonly string[]): Promise<void> {
  const measures = gatherMeasures(app);
  for (const [index, taskId] of taskIds.entries()) {
    await transact(app, builder, async (work) => {
      for (const [place, measure] of benchMeasures.entries()) {
        await addTaskBinding(work, {
          taskId,
          measureId: measure.id,
          parameters: place === 2 ? {} : { kind: kinds[(index + place) % kinds.length] ?? 'a' },
          every: index % 5 === 0 && place === 0 ? 'quarter' : null,
          periodFrom: null,
          periodUntil: null,
          scope: measure.scope,
          unitChoice: 'assigned',
          unitIds: [],
          target: place === 1 ? 90 : 3,
          reason: '测速用的绑定',
          measures,
        });
      }
    });
  }
}

const place = await openTestApp({
  modules: [{ ...organisation, measures: [] }, { ...planModule, measures: [] }, benchModule],
  now: '2026-10-20T00:20:00+08:00',
});
const { app } = place;
try {
  const { jurisdictionId, unitIds } = await buildUnits(app);
  const { planId } = await givenPlan(app, { jurisdictionId, text: planText() });
  const taskIds = await listTaskIdsOfPlan(app.database.read, planId);
  await fillEvidence(app, unitIds, taskIds);
  await bindTasks(app, taskIds);

  const night = async (title: string) => {
    place.clock.advance(24 * 3_600_000);
    const begun = performance.now();
    const outcome = await evaluatePlan(app, planId, {
      cause: { actorId: null, actorName: 'bench' },
      signal: new AbortController().signal,
    });
    const seconds = (performance.now() - begun) / 1000;
    process.stdout.write(
      `${title.padEnd(34)} ${seconds.toFixed(2)} s   ${(seconds / limitSeconds).toFixed(2)} × limit of ${limitSeconds} s   ${outcome.tasks} tasks, ${outcome.changed} standings changed\n`,
    );
    return seconds;
  };
  process.stdout.write(
    `${taskIds.length} tasks × ${benchMeasures.length} bindings, ${unitIds.length} units, ${evidenceRows} rows of evidence\n`,
  );
  const first = await night('first night (all written)');
  const second = await night('unchanged night');
  await app.database.pool.query('delete from bench_evidence where id % 10 = 0');
  const third = await night('night after a tenth of the rows went');
  process.stdout.write(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`);
  if (Math.max(first, second, third) > limitSeconds) process.exitCode = 1;
} finally {
  await place.close();
}
