/** `gongkai plan measures` and `gongkai plan evaluate` on the command line. */
import type { App } from '#kernel/app.ts';
import type { AppCommandLine, CommandInput, CommandLine, CommandOutput } from '#kernel/cli/command-line.ts';
import { listOfferedMeasures } from '../queries/offered-measures.ts';
import { findPlan } from '../queries/plans.ts';
import { targetInWords } from '../rules/measuring/verdict.ts';
import { planRefusals } from '../words/plans.ts';
import { evaluateAllPlans, evaluateRequested } from './jobs.ts';
import { type EvaluationOptions, evaluatePlan } from './run.ts';

async function printMeasures(app: App): Promise<CommandOutput> {
  const measures = await listOfferedMeasures(app.database.read, app.modules);
  const lines = measures.flatMap((measure) => {
    const parameters = measure.parameters.map(({ title }) => title).join('、');
    return [
      `${measure.id}　${measure.title}（${measure.offeredBy}）`,
      `  ${measure.description}`,
      `  通常要求${targetInWords({ ...measure, target: measure.usualTarget })}；已用于${measure.boundTasks}项任务${parameters === '' ? '' : `；参数：${parameters}`}`,
    ];
  });
  return {
    text: lines.length === 0 ? '没有模块提供度量。' : lines.join('\n'),
    data: { measures },
  };
}

/** Tells the waiting person each tenth of the way. */
function sayingTenths(input: CommandInput): (fraction: number) => void {
  let said = 0;
  return (fraction) => {
    const tenths = Math.floor(fraction * 10);
    if (tenths === said) return;
    said = tenths;
    if (tenths > 0) input.say(`已核对${tenths * 10}%`);
  };
}

async function evaluatePlans(app: App, input: CommandInput): Promise<CommandOutput> {
  const options: EvaluationOptions = {
    cause: { actorId: null, actorName: '命令行' },
    signal: input.signal,
    onProgress: sayingTenths(input),
  };
  const [planId] = input.operands;
  await evaluateRequested(app, input.signal);
  if (planId === undefined) {
    const plans = await evaluateAllPlans(app, options);
    const lines = plans.map(
      ({ title, tasks, changed }) => `《${title}》：核对${tasks}项任务，${changed}项状态改变`,
    );
    return { text: lines.length === 0 ? '没有需要核对的任务分解表。' : lines.join('\n'), data: { plans } };
  }
  const plan = /^[0-9a-f-]{36}$/u.test(planId) ? await findPlan(app.database.read, planId) : undefined;
  if (plan === undefined) throw planRefusals.refuse('plan.notFound', {});
  const outcome = await evaluatePlan(app, plan.id, options);
  return {
    text: `《${plan.title}》：核对${outcome.tasks}项任务，${outcome.changed}项状态改变`,
    data: { plans: [{ planId: plan.id, title: plan.title, ...outcome }] },
  };
}

const measuresCommand: AppCommandLine = {
  name: 'plan measures',
  summary: '列出各模块提供的度量',
  operands: [],
  options: [],
  help: '例：gongkai plan measures --json',
  needs: 'app',
  run: printMeasures,
};

const evaluateCommand: AppCommandLine = {
  name: 'plan evaluate',
  summary: '按度量核对任务状态；不写计划编号时核对今年和去年的全部计划',
  operands: ['[plan]'],
  options: [],
  help: '平时每晚自动进行，重复运行不会多写任何记录。\n例：gongkai plan evaluate --json',
  needs: 'app',
  run: evaluatePlans,
};

export const evaluationCommands: readonly CommandLine[] = [measuresCommand, evaluateCommand];
