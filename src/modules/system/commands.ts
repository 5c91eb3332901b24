/** `gongkai calendar …`, `audit verify`, `permissions`. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { verifyAuditChain } from '#kernel/audit/audit.ts';
import { readHolidayNotice } from '#kernel/calendar/holiday-notice.ts';
import type { AppCommandLine, CommandInput, CommandLine, CommandOutput } from '#kernel/cli/command-line.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { parseDay } from '#kernel/day.ts';
import { longDayWithWeekday } from '#kernel/day-words.ts';
import { transact } from '#kernel/work.ts';
import { explainDates, listCalendarYearViews } from './queries/calendar.ts';
import { printPermissionDocument, printPermissionModules } from './queries/permissions.ts';
import { importCalendarYear } from './service/calendar.ts';
import { systemRefusals } from './words.ts';

const cli = systemActor('命令行');

async function listCalendar(app: App): Promise<CommandOutput> {
  const years = await listCalendarYearViews(app.database.read);
  const lines = years.map(
    (year) =>
      `${year.year}年  放假${String(year.holidays.length).padStart(3)}天  调休上班${year.workedWeekends.length}天  ${year.notice.number ?? '字号未核实'}  ${year.imported ? '管理员录入' : '随程序提供'}`,
  );
  const { through } = await app.calendar();
  return {
    text: [...lines, `日历确定到${through}；其后的日期按周一至周五推算，标为暂定。`].join('\n'),
    data: { years, through },
  };
}

async function explainOnCalendar(app: App, input: CommandInput): Promise<CommandOutput> {
  const [given] = input.operands;
  const day = given === undefined ? beijingDayOf(app.clock.now()) : parseDay(given);
  const count = Number(input.options.days ?? Number.NaN);
  if (day === undefined) throw systemRefusals.refuse('system.noSuchDay', { text: given ?? '' });
  if (input.options.days !== undefined && !Number.isInteger(count)) {
    throw systemRefusals.refuse('system.noSuchCount', { text: String(input.options.days) });
  }
  const explanation = explainDates(
    await app.calendar(),
    Number.isInteger(count) ? { day, from: day, workingDays: count } : { day },
  );
  const { day: explained, period } = explanation;
  const lines =
    explained === null
      ? []
      : [
          `${longDayWithWeekday(day)}：${explained.working === true ? '工作日' : '非工作日'}，${explained.reason}`,
        ];
  if (period !== null) {
    const due = period.due === null ? undefined : parseDay(period.due);
    lines.push(
      due === undefined
        ? (period.because ?? '')
        : `当日不计，第${count}个工作日是${longDayWithWeekday(due)}${period.provisional ? '（暂定）' : ''}`,
      ...period.skipped.map((skip) => `  跳过 ${skip.day} ${skip.reason}`),
    );
  }
  return { text: lines.join('\n'), data: explanation };
}

async function importCalendarFile(app: App, input: CommandInput): Promise<CommandOutput> {
  const { bytes } = await input.readFile(input.operands[0] ?? '');
  const { year, flags } = readHolidayNotice(new TextDecoder().decode(bytes));
  if (year === undefined || (flags.length > 0 && input.options.confirm !== true)) {
    const remedy = year === undefined ? '请改正后再试。' : '请对照通知核对；无误后加 --confirm 录入。';
    return {
      text: [...flags, remedy].join('\n'),
      data: { year: year ?? null, flags, imported: false },
      exitCode: 2,
    };
  }
  await transact(app, cli, (work) => importCalendarYear(work, { year, acknowledgedFlags: flags }));
  return { text: `已录入${year.year}年放假安排。`, data: { year, flags, imported: true } };
}

async function verifyAudit(app: App, input: CommandInput): Promise<CommandOutput> {
  const expected = typeof input.options.expect === 'string' ? input.options.expect : undefined;
  const verdict = await verifyAuditChain(app.database.read, expected);
  if (verdict.intact) {
    return { text: `操作记录完整：共${verdict.entries}条，校验值 ${verdict.headHash}`, data: verdict };
  }
  return { text: `操作记录在第${verdict.seq}条断开：${verdict.reason}`, data: verdict, exitCode: 2 };
}

const commands: readonly AppCommandLine[] = [
  {
    name: 'calendar list',
    summary: '列出各年度的放假安排和日历确定到哪一天',
    operands: [],
    options: [],
    help: '例：gongkai calendar list --json',
    needs: 'app',
    run: listCalendar,
  },
  {
    name: 'calendar explain',
    summary: '解释某天是否工作日；加 --days 算第若干个工作日',
    operands: ['[day]'],
    options: [{ flags: '--days <N>', description: '从这一天起（当日不计）数 N 个工作日' }],
    help: '例：gongkai calendar explain 2026-09-28 --days 20',
    needs: 'app',
    run: explainOnCalendar,
  },
  {
    name: 'calendar import',
    summary: '录入一个年度的放假通知（通知原文 .txt、.csv 或 .json）',
    operands: ['<file>'],
    options: [{ flags: '--confirm', description: '存疑之处已经核对，仍然录入' }],
    help: '例：gongkai calendar import 2027年放假通知.txt',
    needs: 'app',
    run: importCalendarFile,
  },
  {
    name: 'audit verify',
    summary: '校验操作记录的链条；可与事先记下的校验值比对',
    operands: [],
    options: [{ flags: '--expect <hash>', description: '事先记下的校验值' }],
    help: '例：gongkai audit verify --expect 9f2c…',
    needs: 'app',
    run: verifyAudit,
  },
  {
    name: 'permissions',
    summary: '打印权限表（docs/permissions.md 的内容）',
    operands: [],
    options: [],
    help: '例：gongkai permissions > docs/permissions.md',
    needs: 'app',
    run: async (app) => ({
      text: printPermissionDocument(app.modules),
      data: { modules: printPermissionModules(app.modules) },
    }),
  },
];

export const systemCommands: readonly CommandLine[] = commands;
