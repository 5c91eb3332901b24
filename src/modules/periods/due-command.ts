/** `gongkai due`: when a period of the law ends and why, without a database or a running server. */
import path from 'node:path';
import { readHolidayYearFiles } from '#kernel/calendar/calendar-files.ts';
import { loadWorkingCalendar, type WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { CommandInput, CommandOutput, PureCommandLine } from '#kernel/cli/command-line.ts';
import { cliRefusals } from '#kernel/cli/refusals.ts';
import { longDayWithWeekday } from '#kernel/day-words.ts';
import { installationRoot } from '#kernel/worker-entry.ts';
import { type PeriodName, periodRules } from './law/register.ts';
import type { PeriodRule } from './law/shapes.ts';
import { readPeriodQuestion, writeDue } from './read-question.ts';
import { derivePeriod } from './rules/derive-period.ts';
import { lengthWords } from './rules/tell.ts';
import type { PeriodDerivation } from './rules/verdict.ts';
import { boundTitles, refusalOfVerdict, subjectTitles, unitTitles } from './words.ts';

function badUse(why: string) {
  return cliRefusals.refuse('cli.badUse', { why, command: 'gongkai due' });
}

function textOf(given: CommandInput['options'][string] | undefined): string | undefined {
  return typeof given === 'string' ? given : undefined;
}

/** The calendar that ships with the program; years imported on a server are known to that server alone. */
async function loadShippedCalendar(): Promise<WorkingCalendar> {
  return loadWorkingCalendar(await readHolidayYearFiles(path.join(installationRoot(), 'data', 'calendars')));
}

function listRules(): CommandOutput {
  const data = periodRules.map(describeRule);
  const width = Math.max(...data.map(({ rule }) => rule.length));
  const lines = data.map(
    (row) =>
      `${row.rule.padEnd(width)}  ${row.title}  ${row.length}${row.bound === 'earliest' ? `（${boundTitles.earliest}）` : ''}  ${row.article}`,
  );
  return { text: lines.join('\n'), data };
}

function describeRule(rule: PeriodRule<PeriodName>) {
  const version = rule.versions.at(-1);
  if (version === undefined) throw new RangeError(`the period ${rule.name} has no version`);
  return {
    rule: rule.name,
    title: rule.title,
    unit: version.unit,
    length: lengthWords(version.unit, version.length),
    bound: version.bound,
    article: version.article,
    subject: subjectTitles[rule.subject],
    start: rule.startEvent,
    from: version.from,
    until: version.until,
    source: version.source,
  };
}

function printDerivation(verdict: PeriodDerivation): string {
  const { version, due, dueTime, target, provisional, skipped } = verdict;
  const last =
    version.bound === 'earliest' ? '最早结束日' : version.unit === 'hour' ? '最后时刻' : '最后一日';
  return [
    `${verdict.rule.title}（${unitTitles[version.unit]}）`,
    `${last}：${longDayWithWeekday(due)}${dueTime ?? ''}${provisional ? '（暂定）' : ''}`,
    ...(target === null ? [] : [`内部目标：${longDayWithWeekday(target)}`]),
    '',
    ...verdict.because,
    ...skipped.map(({ day, reason }) => `  不计入 ${day} ${reason}`),
  ].join('\n');
}

async function answerDue(input: CommandInput): Promise<CommandOutput> {
  const { operands, options } = input;
  if (options.list === true) return listRules();
  const [rule] = operands;
  const on = textOf(options.on);
  if (rule === undefined) throw badUse('缺少参数 <rule>（期限名称）');
  if (on === undefined) throw badUse('必须写明选项 --on（起算事件发生的日期）');
  const spans = options.suspend;
  const question = readPeriodQuestion({
    rule,
    on,
    extend: textOf(options.extend),
    target: textOf(options.target),
    suspend: Array.isArray(spans) ? spans.map(String) : [],
  });
  const verdict = derivePeriod(question, await loadShippedCalendar());
  if (verdict.kind !== 'derived') throw refusalOfVerdict(verdict, question.on);
  const { target, provisional, unit, counted, skipped, because } = verdict;
  return {
    text: printDerivation(verdict),
    data: {
      rule: verdict.rule.name,
      due: writeDue(verdict),
      target,
      provisional,
      unit,
      counted,
      skipped,
      because,
    },
  };
}

export const dueCommand: PureCommandLine = {
  name: 'due',
  summary: '法定期限：某一期限到哪一天为止，这一天怎么算出来的',
  operands: ['[rule]'],
  options: [
    { flags: '--on <YYYY-MM-DD[THH:mm]>', description: '起算事件发生的日期；按小时计算的期限写明时刻' },
    { flags: '--extend <N>', description: '依法延长的天数' },
    {
      flags: '--suspend <FROM..TO>',
      description: '不计入期限的时间：发出征求意见之日..收到意见之日；可以写多次，重叠部分只扣除一次',
      repeatable: true,
    },
    { flags: '--target <N>', description: '本地承诺的更短时限，与法定期限并列给出' },
    { flags: '--list', description: '列出全部期限的名称、单位和依据' },
  ],
  help: `起算事件当日不计入，从次日起算；发出征求意见当日仍计入，次日起到收到意见当日不计入。
不需要数据库，也不需要服务在运行；按随程序提供的放假安排计算，尚未公布的年度标为暂定。
退出码：0 算出，2 写法有误或者法律没有这样规定，1 程序出错。

例：
  gongkai due foi-reply --on 2024-02-05
  gongkai due foi-reply --on 2025-04-21 --suspend 2025-04-28..2025-05-16 --json
  gongkai due emergency-information --on 2025-10-03T22:15
  gongkai due --list`,
  needs: 'nothing',
  run: answerDue,
};
