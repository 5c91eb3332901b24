/** `gongkai plan read`: reads a plan file and prints it, without a database or a running server. */
import type { CommandInput, CommandOutput, PureCommandLine } from '#kernel/cli/command-line.ts';
import { planReadingAsData, planReadingAsText } from './reader/print-plan-reading.ts';
import { type PlanFileRefusal, readPlanFile } from './reader/read-plan-file.ts';

function refused(refusal: PlanFileRefusal): CommandOutput {
  const lines = [refusal.sentence, ...refusal.reasons.map((reason) => `  ${reason}`)];
  if (refusal.remedy !== null) lines.push(refusal.remedy);
  return { text: lines.join('\n'), data: { refusal }, exitCode: 2 };
}

async function printPlanReading(input: CommandInput): Promise<CommandOutput> {
  const { year } = input.options;
  if (year !== undefined && !(typeof year === 'string' && /^(?:19|20)\d{2}$/u.test(year))) {
    return refused({
      code: 'badYear',
      sentence: `年份“${String(year)}”不是四位数字。`,
      reasons: [],
      remedy: '例如 --year 2026。',
    });
  }
  const file = await input.readFile(input.operands[0] ?? '');
  const reading = await readPlanFile(file.bytes, file.name, {
    signal: input.signal,
    recogniseImages: input.options.ocr === true,
    ...(year === undefined ? {} : { year: Number(year) }),
  });
  if (!reading.ok) return refused(reading.refusal);
  return { text: planReadingAsText(reading.plan), data: planReadingAsData(reading.plan) };
}

export const planReadCommand: PureCommandLine = {
  name: 'plan read',
  summary: '读出任务分解表里的任务、单位和时限，不写入任何数据',
  operands: ['<file>'],
  options: [
    { flags: '--year <YYYY>', description: '计划年度；给了就以此为准，不看文件里的年份' },
    { flags: '--ocr', description: '没有文字层的扫描件用本机 OCR 识别' },
  ],
  help: '可读 .docx .doc .xlsx .xls .pdf .ofd .html .md .txt。\n例：gongkai plan read 2026年任务分解表.docx --json',
  needs: 'nothing',
  run: printPlanReading,
};
