/** `gongkai plan …` on the command line. */
import path from 'node:path';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { AppCommandLine, CommandInput, CommandLine, CommandOutput } from '#kernel/cli/command-line.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { planCompareCommand, planLintCommand } from './compare-commands.ts';
import { planBackTestCommand } from './evaluation/back-test-command.ts';
import { evaluationCommands } from './evaluation/commands.ts';
import { findPlanImport, previewPlanImport } from './queries/imports.ts';
import { listPlans } from './queries/plans.ts';
import { planReadCommand } from './read-command.ts';
import { readImportJob } from './read-job.ts';
import { exportPlan } from './routes/plans.ts';
import { confirmPlanImport } from './service/confirm-import.ts';
import { startPlanImport } from './service/start-import.ts';
import { planRefusals } from './words/plans.ts';

const cli = systemActor('命令行');

function textOption(input: CommandInput, name: string): string | undefined {
  const value = input.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** Reads the file into a draft at once, without waiting for the job runner, and returns the import. */
async function readIntoDraft(app: App, input: CommandInput) {
  const file = await input.readFile(input.operands[0] ?? '');
  const jurisdictionId = await getHomeJurisdictionId(app.database.read, cli);
  const kept = await keepBytes(app.files, { ...file, mediaType: 'application/octet-stream' });
  const year = textOption(input, 'year');
  const { importId } = await transact(app, cli, (work) =>
    startPlanImport(work, {
      jurisdictionId,
      file: kept,
      year: year === undefined ? null : Number(year),
      withOcr: input.options.ocr === true,
    }),
  );
  await readImportJob.run(app, { importId }, input.signal);
  const stored = await findPlanImport(app.database.read, importId);
  if (stored === undefined) throw planRefusals.refuse('plan.importNotFound', {});
  return stored;
}

async function importPlan(app: App, input: CommandInput): Promise<CommandOutput> {
  const stored = await readIntoDraft(app, input);
  const { draft, refusal } = stored;
  if (draft === null) {
    const text = refusal === null ? '读取已停止' : `${refusal.sentence}\n${refusal.remedy}`;
    return { text, data: { importId: stored.id, status: stored.status, refusal }, exitCode: 2 };
  }
  const preview = await previewPlanImport(app.database.read, stored.jurisdictionId, draft, stored.planKind);
  const head = `从《${stored.fileName}》读出${draft.tasks.length}项任务`;
  const notes = [...preview.blockers, ...preview.warnings].map(({ sentence }) => `  ${sentence}`);
  const data = { importId: stored.id, status: stored.status, tasks: draft.tasks.length, preview };
  if (input.options.confirm !== true) {
    const next = `草稿已保存，可在工作台“导入任务分解表”继续核对，或加 --confirm 直接确认。`;
    return { text: [head, ...notes, next].join('\n'), data };
  }
  if (preview.blockers.length > 0) {
    return { text: [`${head}，但还不能确认：`, ...notes].join('\n'), data, exitCode: 2 };
  }
  const confirmed = await transact(app, cli, (work) =>
    confirmPlanImport(work, { importId: stored.id, version: stored.version }),
  );
  const done = `已确认：新增${confirmed.created}项，修改${confirmed.changed}项，撤下${confirmed.withdrawn}项`;
  return { text: [head, ...notes, done].join('\n'), data: { ...data, status: 'confirmed', confirmed } };
}

async function exportPlanFile(app: App, input: CommandInput): Promise<CommandOutput> {
  const [target = ''] = input.operands;
  const format = path.extname(target) === '.docx' ? 'docx' : 'xlsx';
  const jurisdictionId = await getHomeJurisdictionId(app.database.read, cli);
  const wanted = textOption(input, 'plan');
  const year = textOption(input, 'year');
  const found = (await listPlans(app.database.read, jurisdictionId)).find(
    (plan) =>
      (wanted === undefined || plan.id === wanted) && (year === undefined || String(plan.year) === year),
  );
  if (found === undefined) throw planRefusals.refuse('plan.notFound', {});
  const { bytes } = await exportPlan(app, cli, found.id, format, input.options.ledger === true);
  await input.writeFile(target, bytes);
  return {
    text: `已导出《${found.title}》到 ${target}`,
    data: { planId: found.id, file: target, bytes: bytes.length },
  };
}

const importCommand: AppCommandLine = {
  name: 'plan import',
  summary: '把任务分解表读成草稿，可直接确认',
  operands: ['<file>'],
  options: [
    { flags: '--year <YYYY>', description: '文件没有写明年份时使用的年份' },
    { flags: '--ocr', description: '没有文字层的扫描件用本机 OCR 识别' },
    { flags: '--confirm', description: '没有障碍时直接确认为计划' },
  ],
  help: '例：gongkai plan import 2026年任务分解表.docx --confirm',
  needs: 'app',
  run: importPlan,
};

const exportCommand: AppCommandLine = {
  name: 'plan export',
  summary: '导出任务分解表（.xlsx 或 .docx，按文件名）',
  operands: ['<file>'],
  options: [
    { flags: '--year <YYYY>', description: '哪一年的计划；默认最近一份' },
    { flags: '--plan <id>', description: '计划编号' },
    { flags: '--ledger', description: '附上到期日和任务状态' },
  ],
  help: '例：gongkai plan export 台账.xlsx --year 2026 --ledger',
  needs: 'app',
  run: exportPlanFile,
};

export const planCommands: readonly CommandLine[] = [
  planReadCommand,
  planCompareCommand,
  planLintCommand,
  planBackTestCommand,
  importCommand,
  exportCommand,
  ...evaluationCommands,
];
