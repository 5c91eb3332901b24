/** `gongkai check text`: checks files and prints the findings, without a database or a running server. */
import type { CommandInput, CommandOutput, PureCommandLine } from '#kernel/cli/command-line.ts';
import { cliRefusals } from '#kernel/cli/refusals.ts';
import { type Day, parseDay } from '#kernel/day.ts';
import { type FileFindings, printFindings } from './print-findings.ts';
import { readCheckedFile } from './reader/read-checked-file.ts';
import { checkDocument } from './rules/check-document.ts';
import { type FindingClass, findingClasses, type PlacedFinding } from './rules/finding.ts';
import { bareContext, type CheckContext } from './rules/recogniser.ts';
import { loadShippedRecognisers } from './shipped-recognisers.ts';
import { findingClassTitles } from './words.ts';

function badUse(why: string) {
  return cliRefusals.refuse('cli.badUse', { why, command: 'gongkai check text' });
}

function readDay(given: CommandInput['options'][string] | undefined): Day | null {
  if (given === undefined) return null;
  const day = parseDay(String(given));
  if (day !== undefined) return day;
  throw badUse(`“${String(given)}”不是日期，应写成 2026-03-20`);
}

/** Classes by name or by Chinese title, parted by commas. */
function readClasses(given: CommandInput['options'][string] | undefined): ReadonlySet<FindingClass> {
  if (given === undefined) return new Set(findingClasses);
  const words = String(given)
    .split(/[,，、\s]+/u)
    .filter((word) => word !== '');
  return new Set(
    words.map((word) => {
      const found = findingClasses.find((one) => one === word || findingClassTitles[one] === word);
      if (found !== undefined) return found;
      throw badUse(`没有检测类别“${word}”，可用的类别是 ${findingClasses.join('、')}`);
    }),
  );
}

async function checkFile(
  input: CommandInput,
  file: string,
  context: CheckContext,
  classes: ReadonlySet<FindingClass>,
): Promise<FileFindings> {
  const { bytes, name } = await input.readFile(file);
  const reading = await readCheckedFile(bytes, name);
  if (reading.ok)
    return {
      file,
      findings: checkDocument(reading.document, context, await loadShippedRecognisers(), { classes }),
    };
  const unreadable: PlacedFinding = {
    code: 'unreadable.file',
    class: 'unreadable',
    severity: 'block',
    start: 0,
    end: 0,
    text: '',
    reason: `${reading.sentence}。${reading.remedy}。`,
    suggestion: null,
    source: '未经检测的文件不能视为没有问题',
    place: {},
  };
  return { file, findings: [unreadable] };
}

async function checkFiles(input: CommandInput): Promise<CommandOutput> {
  const context: CheckContext = {
    ...bareContext,
    documentDay: readDay(input.options.day),
    isPublishedList: input.options.publishedList === true,
  };
  const classes = readClasses(input.options.class);
  const checked: FileFindings[] = [];
  for (const file of input.operands) {
    input.signal.throwIfAborted();
    checked.push(await checkFile(input, file, context, classes));
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
    { flags: '--published-list', description: '文件是依法公示的名单，个人信息按脱敏要求检测' },
  ],
  help: `退出码：0 没有“不得发布”的问题，2 有，1 程序出错。
检测类别：${findingClasses.map((one) => `${one} ${findingClassTitles[one]}`).join('，')}。

例：
  gongkai check text 公告.txt
  gongkai check text 公示名单.txt --json --class personalData --published-list`,
  needs: 'nothing',
  run: checkFiles,
};
