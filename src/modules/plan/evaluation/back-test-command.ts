/** `gongkai plan backtest` on the command line. */

import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { AppCommandLine, CommandInput, CommandOutput } from '#kernel/cli/command-line.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import type { BackTest } from '../contract/back-testing.ts';
import { findComparableSide } from '../queries/comparable-plans.ts';
import { listPlans } from '../queries/plans.ts';
import type { PastCounts } from '../rules/back-testing/shapes.ts';
import { pastStandingTitles } from '../words/back-testing.ts';
import { planRefusals } from '../words/plans.ts';
import { backTestPlan } from './back-test.ts';

const cli = systemActor('命令行');
const uuid = /^[0-9a-f-]{36}$/u;

/** The plan or draft of this number; without one the newest plan. */
async function findSubject(app: App, wanted: string | undefined) {
  const db = app.database.read;
  const newest =
    wanted === undefined
      ? (await listPlans(db, await getHomeJurisdictionId(db, cli)))[0]?.id
      : uuid.test(wanted)
        ? wanted
        : undefined;
  if (newest === undefined) return undefined;
  for (const sideId of [`plan:${newest}`, `import:${newest}`]) {
    const side = await findComparableSide(db, sideId);
    if (side !== undefined) return { sideId, side };
  }
  return undefined;
}

const countsInWords = ({ met, failing, cannotTell }: PastCounts) =>
  `会达标${met}项，会不达标${failing}项，无法判定${cannotTell}项`;

function linesOf({ plan, pastYear, summary, bindings, tasks, isOpenYear }: BackTest): string[] {
  const { confirmed, proposed } = bindings;
  return [
    `《${plan.title}》${tasks.length}项任务，按${pastYear}年的记录试算：${countsInWords(summary.total)}`,
    `度量${confirmed + proposed}条，其中${proposed}条是尚未采用的建议；没有度量的任务${summary.unmeasured}项`,
    ...(isOpenYear ? [`${pastYear}年还没有过完，没有过完的期间只算到今天`] : []),
    ...summary.sections.map(
      ({ section, counts }) => `  ${section ?? '没有分章节'}：${countsInWords(counts)}`,
    ),
    ...tasks.flatMap((task) => [
      `${pastStandingTitles[task.standing]}  ${task.no === null ? '' : `${task.no}. `}${task.title}`,
      `      ${task.reason}`,
    ]),
  ];
}

async function printBackTest(app: App, input: CommandInput): Promise<CommandOutput> {
  const subject = await findSubject(app, input.operands[0]);
  if (subject === undefined) throw planRefusals.refuse('plan.notFound', {});
  const result = await backTestPlan(app, subject, input.signal);
  if (result.bindings.confirmed + result.bindings.proposed === 0) {
    return {
      text: `《${result.plan.title}》没有可以试算的度量。请先在工作台“绑定度量”采用建议或自己选度量。`,
      data: { ...result },
      exitCode: 2,
    };
  }
  return { text: linesOf(result).join('\n'), data: { ...result } };
}

export const planBackTestCommand: AppCommandLine = {
  name: 'plan backtest',
  summary: '上年试算：用上年的记录核对一份计划或草稿，看会达标多少；不写编号时试算最近一份计划',
  operands: ['[plan]'],
  options: [],
  help: '编号可以是计划的，也可以是草稿的。只看不存，不改变任何任务的状态；没有可以试算的度量时退出码为 2。\n例：gongkai plan backtest --json',
  needs: 'app',
  run: printBackTest,
};
