/** `gongkai plan compare` and `gongkai plan lint`: read plan files and judge them, without a database or a server. */
import path from 'node:path';
import { readHolidayYearFiles } from '#kernel/calendar/calendar-files.ts';
import { loadWorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type {
  CommandInput,
  CommandOutput,
  InstallationCommandLine,
  PureCommandLine,
} from '#kernel/cli/command-line.ts';
import type { Manifest } from '#kernel/module.ts';
import { installationRoot } from '#kernel/worker-entry.ts';
import { type PlanFileRefusal, readPlanFile } from './reader/read-plan-file.ts';
import type { PlanReading } from './reader/reading.ts';
import { comparePlans } from './rules/comparing/compare-plans.ts';
import type { ComparablePlan, ComparableTask } from './rules/comparing/shapes.ts';
import { lintPlan } from './rules/linting/lint-plan.ts';
import { suggestsMeasure } from './rules/linting/suggests-measure.ts';
import { deadlineMoveTitles, lintLevelTitles } from './words/comparing.ts';

type ReadFile =
  | { readonly ok: true; readonly title: string; readonly plan: ComparablePlan }
  | { readonly ok: false; readonly refusal: PlanFileRefusal };

function comparablePlanOf(reading: PlanReading): ComparablePlan {
  return {
    year: reading.year,
    issuedOn: reading.issuedOn,
    tasks: reading.tasks.map((task, index) => ({
      ...task,
      id: String(index + 1),
      lead: [...task.lead],
      responsible: [...task.responsible],
      cooperating: [...task.cooperating],
      deadline: { ...task.deadline, milestones: [...task.deadline.milestones] },
      quotas: [...task.quotas],
    })),
  };
}

async function readFileToCompare(input: CommandInput, filePath: string): Promise<ReadFile> {
  const file = await input.readFile(filePath);
  const reading = await readPlanFile(file.bytes, file.name, { signal: input.signal, recogniseImages: false });
  if (!reading.ok) return reading;
  return { ok: true, title: reading.plan.title ?? file.name, plan: comparablePlanOf(reading.plan) };
}

function refusedFile(filePath: string, refusal: PlanFileRefusal): CommandOutput {
  const lines = [`${filePath}：${refusal.sentence}`, ...refusal.reasons.map((reason) => `  ${reason}`)];
  if (refusal.remedy !== null) lines.push(refusal.remedy);
  return { text: lines.join('\n'), data: { file: filePath, refusal }, exitCode: 2 };
}

const brief = (task: ComparableTask | undefined) =>
  task === undefined
    ? ''
    : `${task.no === null ? '' : `${task.no}. `}${task.requirement.slice(0, 36)}${task.requirement.length > 36 ? '…' : ''}`;

async function comparePlanFiles(input: CommandInput): Promise<CommandOutput> {
  const [baseName = '', planName = ''] = input.operands;
  const base = await readFileToCompare(input, baseName);
  if (!base.ok) return refusedFile(baseName, base.refusal);
  const plan = await readFileToCompare(input, planName);
  if (!plan.ok) return refusedFile(planName, plan.refusal);
  const comparison = comparePlans(base.plan, plan.plan);
  const baseTask = new Map(base.plan.tasks.map((task) => [task.id, task]));
  const planTask = new Map(plan.plan.tasks.map((task) => [task.id, task]));
  const lines = [
    `《${base.title}》${base.plan.tasks.length}项 → 《${plan.title}》${plan.plan.tasks.length}项`,
    `对应${comparison.pairs.length}项，新增${comparison.created.length}项，未再列入${comparison.dropped.length}项`,
    ...comparison.pairs.flatMap((pair) => [
      `${pair.score.toFixed(2)}  ${brief(baseTask.get(pair.baseId))}  →  ${brief(planTask.get(pair.taskId))}`,
      `      ${[...pair.reasons, `时限${deadlineMoveTitles[pair.deadline.move]}`].join('；')}`,
    ]),
    ...comparison.created.map(({ id }) => `新增  ${brief(planTask.get(id))}`),
    ...comparison.dropped.map(({ id }) => `未再列入  ${brief(baseTask.get(id))}`),
  ];
  return { text: lines.join('\n'), data: { base: base.plan, plan: plan.plan, comparison } };
}

async function lintPlanFile(modules: readonly Manifest[], input: CommandInput): Promise<CommandOutput> {
  const [planName = ''] = input.operands;
  const plan = await readFileToCompare(input, planName);
  if (!plan.ok) return refusedFile(planName, plan.refusal);
  const lastName = typeof input.options.last === 'string' ? input.options.last : undefined;
  const last = lastName === undefined ? undefined : await readFileToCompare(input, lastName);
  if (last?.ok === false && lastName !== undefined) return refusedFile(lastName, last.refusal);
  const years = await readHolidayYearFiles(path.join(installationRoot(), 'data', 'calendars'));
  const measures = modules.flatMap((module) => module.measures);
  const findings = lintPlan(plan.plan, {
    calendar: loadWorkingCalendar(years),
    isMeasurable: (task) => suggestsMeasure(measures, task),
    last: last?.ok === true ? last.plan : null,
  });
  const byId = new Map(plan.plan.tasks.map((task) => [task.id, task]));
  const toMend = findings.filter((finding) => finding.level === 'mend').length;
  const lines = [
    `《${plan.title}》${plan.plan.tasks.length}项任务：应当修改${toMend}处，建议考虑${findings.length - toMend}处`,
    ...findings.flatMap((finding) => [
      `${lintLevelTitles[finding.level]}  ${brief(byId.get(finding.taskId))}`,
      `      ${finding.sentence}。${finding.remedy}`,
    ]),
  ];
  return { text: lines.join('\n'), data: { findings }, exitCode: toMend === 0 ? 0 : 2 };
}

export const planCompareCommand: PureCommandLine = {
  name: 'plan compare',
  summary: '逐项比较两份计划文件：哪些任务对应、新增、未再列入，时限怎样变化',
  operands: ['<base>', '<file>'],
  options: [],
  help: '例：gongkai plan compare 2025年工作要点.docx 2026年任务分解表.docx --json',
  needs: 'nothing',
  run: comparePlanFiles,
};

export const planLintCommand: InstallationCommandLine = {
  name: 'plan lint',
  summary: '检查一份计划文件：无主、无期、无法度量、日期不存在、重复、宽于上年',
  operands: ['<file>'],
  options: [{ flags: '--last <file>', description: '上年的计划文件，用来看要求是否变宽' }],
  help: '有应当修改之处时退出码为 2。\n例：gongkai plan lint 2026年任务分解表.docx --last 2025年工作要点.docx',
  needs: 'installation',
  run: ({ modules }, input) => lintPlanFile(modules, input),
};
