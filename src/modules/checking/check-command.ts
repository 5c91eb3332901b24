/** `gongkai check text`: checks files and prints the findings, without a database or a running server. */
import path from 'node:path';
import type { CommandInput, CommandOutput, PureCommandLine } from '#kernel/cli/command-line.ts';
import { cliRefusals } from '#kernel/cli/refusals.ts';
import { type Day, parseDay } from '#kernel/day.ts';
import type { SourceRefusal } from '#kernel/reading/source.ts';
import { type FileFindings, printFindings } from './print-findings.ts';
import { type FindingClass, findingClasses, type PlacedFinding, severities } from './rules/finding.ts';
import { bareContext, type CheckContext } from './rules/recogniser.ts';
import type { CheckOrder } from './thread/check-order.ts';
import { openCheckingThread } from './thread/checking-thread.ts';
import { findingClassTitles, severityTitles } from './words.ts';

/** How long a check may take before it begins to tell how far it is. */
const quietMilliseconds = 1_500;

function badUse(why: string) {
  return cliRefusals.refuse('cli.badUse', { why, command: 'gongkai check text' });
}

function readDay(given: CommandInput['options'][string] | undefined): Day | null {
  if (given === undefined) return null;
  const day = parseDay(String(given));
  if (day !== undefined) return day;
  throw badUse(`“${String(given)}”不是日期，应写成 2026-03-20`);
}

/** Classes by name or by Chinese title, parted by commas; null for all. */
function readClasses(given: CommandInput['options'][string] | undefined): readonly FindingClass[] | null {
  if (given === undefined) return null;
  const words = String(given)
    .split(/[,，、\s]+/u)
    .filter((word) => word !== '');
  return words.map((word) => {
    const found = findingClasses.find((one) => one === word || findingClassTitles[one] === word);
    if (found !== undefined) return found;
    throw badUse(`没有检测类别“${word}”，可用的类别是 ${findingClasses.join('、')}`);
  });
}

/** The place, among the severities, of the least one that is shown. */
function readSeverity(given: CommandInput['options'][string] | undefined): number {
  const found = severities.findIndex((one) => one === (given ?? 'hint'));
  if (found < 0) throw badUse(`没有级别“${String(given)}”，可用的级别是 ${severities.join('、')}`);
  return found;
}

/** A file that could not be read has not been checked: it must not be released as if it had been. */
function unreadableFile({ sentence, remedy }: SourceRefusal): PlacedFinding {
  return {
    code: 'unreadable.file',
    class: 'unreadable',
    severity: 'block',
    start: 0,
    end: 0,
    text: '',
    reason: `${sentence}${remedy}`,
    suggestion: null,
    source: '没有检测过的文件不能视为没有问题',
    place: {},
  };
}

/** Names of the other files, as attachments of this one. */
function namesBeside(files: readonly string[], file: string): string[] {
  return files.filter((one) => one !== file).map((one) => path.basename(one));
}

/** Tells the waiting person how far a long check is, in steps that can be read. */
function progressTeller(input: CommandInput, file: string): (fraction: number) => void {
  const begun = performance.now();
  let told = 0;
  return (fraction) => {
    const share = Math.floor(fraction * 10) * 10;
    if (share <= told || performance.now() - begun < quietMilliseconds) return;
    told = share;
    input.say(`${file}：已检测 ${share}%`);
  };
}

async function checkFiles(input: CommandInput): Promise<CommandOutput> {
  const context: CheckContext = {
    ...bareContext,
    documentDay: readDay(input.options.day),
    isPublishedList: input.options.publishedList === true,
  };
  const classes = readClasses(input.options.class);
  const least = readSeverity(input.options.severity);
  const thread = openCheckingThread();
  const checked: FileFindings[] = [];
  try {
    for (const file of input.operands) {
      const { bytes, name } = await input.readFile(file);
      const order: CheckOrder = {
        content: { kind: 'file', bytes, fileName: name },
        context,
        classes,
        attachments: input.options.together === true ? namesBeside(input.operands, file) : null,
      };
      const onProgress = progressTeller(input, file);
      const outcome = await thread.check(order, { signal: input.signal, onProgress });
      input.signal.throwIfAborted();
      const findings = outcome.ok ? outcome.findings : [unreadableFile(outcome.refusal)];
      checked.push({
        file,
        findings: findings.filter(({ severity }) => severities.indexOf(severity) <= least),
      });
    }
  } finally {
    await thread.close();
  }
  const isBlocked = checked.some(({ findings }) => findings.some(({ severity }) => severity === 'block'));
  return {
    text: printFindings(checked),
    data: checked.flatMap(({ file, findings }) => findings.map((finding) => ({ file, ...finding }))),
    exitCode: isBlocked ? 2 : 0,
  };
}

export const checkTextCommand: PureCommandLine = {
  name: 'check text',
  summary: '发布前检测：错别字、规范表述、个人信息、密级标志、公文格式',
  operands: ['<file...>'],
  options: [
    { flags: '--day <YYYY-MM-DD>', description: '文件的日期；机构名称、法律法规按这一天判断' },
    { flags: '--class <names>', description: '只检测这些类别，用逗号隔开，如 personalData,typo' },
    { flags: '--severity <level>', description: '只列出不低于这一级的结果：block、confirm、hint' },
    { flags: '--together', description: '这些文件是一份公文和它的附件，核对正文所列附件是否齐全' },
    { flags: '--published-list', description: '文件是依法公示的名单，个人信息按脱敏要求检测' },
  ],
  help: `退出码：0 没有“不得发布”的问题，2 有，1 程序出错。
可读 .txt .csv .docx .doc .xlsx .xls .pdf .ofd .html .md；文档属性、批注、修订、隐藏内容一并检测，读不了的如实列出。
级别：${severities.map((one) => `${one} ${severityTitles[one]}`).join('，')}。
检测类别：${findingClasses.map((one) => `${one} ${findingClassTitles[one]}`).join('，')}。

例：
  gongkai check text 公告.txt
  gongkai check text 公示名单.txt --json --class personalData --published-list`,
  needs: 'nothing',
  run: checkFiles,
};
