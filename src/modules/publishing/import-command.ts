/** `gongkai items import` on the command line: a list of an old site comes in, or is only tried. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { AppCommandLine, CommandInput, CommandOutput } from '#kernel/cli/command-line.ts';
import { readTableFile } from '#kernel/reading/read-table-file.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { findMissingHeads, readImportRows } from './rules/import-rows.ts';
import { type ImportOutcome, importItems } from './service/items/import.ts';
import { itemRefusals } from './words/items.ts';

const cli = systemActor('命令行');

/** Ends the transaction of a trial: everything was done, nothing stays. */
class TrialOver extends Error {
  readonly outcome: ImportOutcome;
  constructor(outcome: ImportOutcome) {
    super('trial over');
    this.outcome = outcome;
  }
}

async function importOrTry(
  app: App,
  input: Parameters<typeof importItems>[1],
  isTrial: boolean,
): Promise<ImportOutcome> {
  try {
    return await transact(app, cli, async (work) => {
      const outcome = await importItems(work, input);
      if (isTrial) throw new TrialOver(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof TrialOver) return error.outcome;
    throw error;
  }
}

async function runImport(app: App, input: CommandInput): Promise<CommandOutput> {
  const file = await input.readFile(input.operands[0] ?? '');
  const table = await readTableFile(file.name, file.bytes);
  if (!table.ok) throw itemRefusals.refuse('publishing.importUnreadable', { because: table.because });
  const missing = findMissingHeads(table.rows[0] ?? []);
  if (missing.length > 0) throw itemRefusals.refuse('publishing.importHeadMissing', { missing });
  const read = readImportRows(table.rows);
  const jurisdictionId = await getHomeJurisdictionId(app.database.read, cli);
  const isTrial = input.options.dryRun === true;
  const outcome = await importOrTry(app, { jurisdictionId, rows: read.rows }, isTrial);
  const refused = [...read.refused, ...outcome.refused].sort((left, right) => left.line - right.line);
  const lines = [
    `${isTrial ? '试迁入' : '已迁入'}${outcome.taken.length}条，已有${outcome.known.length}条，未迁入${refused.length}条`,
    ...refused.map(({ line, title, because }) => `  第${line}行 ${title}：${because}`),
  ];
  return {
    text: lines.join('\n'),
    data: { dryRun: isTrial, taken: outcome.taken.length, known: outcome.known, refused },
    exitCode: refused.length > 0 ? 2 : 0,
  };
}

export const importItemsCommand: AppCommandLine = {
  name: 'items import',
  summary: '从原网站的信息列表（CSV、XLSX）迁入',
  operands: ['<file>'],
  options: [{ flags: '--dry-run', description: '只试不留：报告会迁入哪些、哪些不能迁入' }],
  help: [
    '表头须有：标题、栏目、单位、发布日期、正文；可以有：类型、成文日期、索引号、来源、原地址、公开属性、理由。',
    '已迁入过的（索引号相同，或同单位同标题同日）不会重复。',
    '例：gongkai items import 原网站.xlsx --dry-run',
  ].join('\n'),
  needs: 'app',
  run: runImport,
};
