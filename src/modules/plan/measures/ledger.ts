/** Measures of a task's own ledger: reported every month, how often, and whether the pages it names are still there. */
import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { beijingDayOf } from '#kernel/clock.ts';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import {
  defineMeasure,
  type EvidenceRow,
  foldByGroup,
  type Measure,
  type MeasureQuestion,
  type MeasureValue,
} from '#kernel/measure.ts';
import { listCompletedMonths, listStandingReports, type StandingReport } from '../rules/ledger/history.ts';
import type { LinkState } from '../rules/ledger/link-state.ts';
import { ledgerEntries, ledgerLinks, linkChecks } from '../tables/ledger.ts';
import { plans } from '../tables/plans.ts';
import { linkStateTitles } from '../words/ledger.ts';

type StoredEntry = typeof ledgerEntries.$inferSelect & { readonly isPublic: boolean };
type Report = StandingReport<StoredEntry>;

const noTask: MeasureValue = { known: false, reason: '台账属于一项已经下达的任务，试算时还没有任务可查' };

/** The same answer for every group. */
function sameForAll(question: MeasureQuestion, value: MeasureValue): ReadonlyMap<string, MeasureValue> {
  return new Map(question.groups.map((group) => [group.key, value]));
}

/** The task's reports that stood on the day asked for. */
async function readReports(question: MeasureQuestion, taskId: string): Promise<Report[]> {
  const isPublic = sql<boolean>`exists (select 1 from ledger_release r
    where r.entry_id = ledger_entry.id and r.ended_at is null)`;
  const rows = await question.db
    .select({ entry: ledgerEntries, isPublic })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.taskId, taskId), lte(ledgerEntries.writtenOn, question.today)));
  const entries = rows.map((row) => ({ ...row.entry, isPublic: row.isPublic }));
  return listStandingReports(entries, question.today).sort((a, b) => (a.rootId < b.rootId ? -1 : 1));
}

function evidenceOf(report: Report): EvidenceRow {
  const { newest } = report;
  return {
    key: `ledger:${report.rootId}`,
    title: newest.body.slice(0, 60),
    day: report.day,
    unitId: report.unitId,
    address: `/plan/tasks/${newest.taskId}`,
    // A corrected report is another proof than the one it was.
    digest: newest.id,
    isPublic: newest.isPublic,
  };
}

/** From when reports are owed: the beginning of the period, but not before the plan was issued. */
async function owedFrom(question: MeasureQuestion): Promise<Day> {
  const { planId, from } = question;
  if (planId === null) return from;
  const [plan] = await question.db
    .select({ issuedOn: plans.issuedOn, confirmedAt: plans.confirmedAt })
    .from(plans)
    .where(eq(plans.id, planId));
  if (plan === undefined) return from;
  const began = plan.issuedOn ?? beijingDayOf(plan.confirmedAt);
  return began > from ? began : from;
}

export const ledgerMonthly = defineMeasure({
  id: 'plan.ledgerMonthly',
  title: '每月填报台账',
  description:
    '已经过完的月份中没有填报台账的月数。印发当月不满一个月的不算，撤回的不算填报，更正过的按最初填报的月份算。',
  parameters: z.object({}),
  valueUnit: '个月',
  direction: 'atMost',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 0,
  hints: [
    {
      pattern:
        /工作台账|建立.{0,8}台账|台账管理|实时跟进|跟进工作进度|(每月|按月|逐月)(报送|填报|上报|通报|调度)/u,
      reason: '任务要求建立台账、按月跟进进度',
    },
  ],
  evaluate: async (question) => {
    const { taskId, until, today } = question;
    if (taskId === null) return sameForAll(question, noTask);
    const months = listCompletedMonths({ from: await owedFrom(question), until }, today);
    const reports = await readReports(question, taskId);
    return foldByGroup(question, reports, (own) => {
      const reported = own.filter((report) => months.includes(report.day.slice(0, 7)));
      const covered = new Set(reported.map((report) => report.day.slice(0, 7)));
      return {
        known: true,
        value: months.filter((month) => !covered.has(month)).length,
        evidence: reported.map(evidenceOf),
      };
    });
  },
});

export const ledgerEntriesCount = defineMeasure({
  id: 'plan.ledgerEntries',
  title: '台账填报次数',
  description: '期间内填报的台账条数。撤回的不算，更正过的仍算一条，按最初填报的日期算。',
  parameters: z.object({}),
  valueUnit: '条',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'eachUnit',
  usualTarget: 1,
  hints: [
    {
      pattern: /报送.{0,10}(进展|完成情况|落实情况|开展情况|工作情况|信息)|及时(反馈|上报)/u,
      reason: '任务要求报送进展情况',
    },
  ],
  evaluate: async (question) => {
    const { taskId, from, until } = question;
    if (taskId === null) return sameForAll(question, noTask);
    const reports = (await readReports(question, taskId)).filter(
      (report) => from <= report.day && report.day < until,
    );
    return foldByGroup(question, reports, (own) => ({
      known: true,
      value: own.length,
      evidence: own.map(evidenceOf),
    }));
  },
});

interface NamedLink {
  readonly report: Report;
  readonly unitId: string;
  readonly url: string;
  readonly title: string | null;
  readonly state: LinkState;
  readonly checkedOn: Day | null;
}

/** Pages that standing reports name, each with what it was taken for on the day asked for. */
async function readLinks(question: MeasureQuestion, reports: readonly Report[]): Promise<NamedLink[]> {
  if (reports.length === 0) return [];
  const byEntry = new Map(reports.map((report) => [report.newest.id, report]));
  const links = await question.db
    .select()
    .from(ledgerLinks)
    .where(inArray(ledgerLinks.entryId, [...byEntry.keys()]))
    .orderBy(ledgerLinks.entryId, ledgerLinks.position);
  if (links.length === 0) return [];
  const checks = await question.db
    .selectDistinctOn([linkChecks.url], {
      url: linkChecks.url,
      state: linkChecks.state,
      checkedOn: linkChecks.checkedOn,
    })
    .from(linkChecks)
    .where(
      and(
        inArray(linkChecks.url, [...new Set(links.map((link) => link.url))]),
        lte(linkChecks.checkedOn, question.today),
      ),
    )
    .orderBy(linkChecks.url, desc(linkChecks.checkedAt));
  const checkOf = new Map(checks.map((check) => [check.url, check]));
  return links.flatMap(({ entryId, url, title }) => {
    const report = byEntry.get(entryId);
    if (report === undefined) return [];
    const check = checkOf.get(url);
    const { state = 'unchecked', checkedOn = null } = check ?? {};
    return [{ report, unitId: report.unitId, url, title, state, checkedOn }];
  });
}

function judgeLinks(links: readonly NamedLink[]): MeasureValue {
  if (links.length === 0) return { known: false, reason: '台账里还没有填写网址' };
  const broken = links.filter((link) => link.state === 'broken').length;
  const unchecked = links.filter((link) => link.state === 'unchecked').length;
  const told = links.filter((link) => link.state !== 'unchecked' && link.state !== 'unknown').length;
  if (broken === 0 && unchecked > 0) {
    return { known: false, reason: `有${unchecked}个网址还没有检查过` };
  }
  if (told === 0) return { known: false, reason: '网址都不接受自动访问，请人工核对' };
  return {
    known: true,
    value: broken,
    evidence: links.map(({ report, url, title, state, checkedOn }) => ({
      key: `link:${report.rootId}:${url}`,
      title: `${title ?? url}（${linkStateTitles[state]}${checkedOn === null ? '' : `，${longDay(checkedOn)}检查`}）`,
      day: report.day,
      unitId: report.unitId,
      address: `/plan/tasks/${report.newest.taskId}`,
      digest: `${report.newest.id} ${state === 'broken' ? 'broken' : 'alive'}`,
      isPublic: report.newest.isPublic,
    })),
  };
}

export const evidenceLinksAlive = defineMeasure({
  id: 'plan.evidenceLinksAlive',
  title: '佐证网址可以打开',
  description:
    '台账里打不开的网址个数。隔几个小时连续两次打不开才算；网站不接受自动访问的不算打不开；没有检查过的无法判定。',
  parameters: z.object({}),
  valueUnit: '个',
  direction: 'atMost',
  judged: 'always',
  scope: 'together',
  usualTarget: 0,
  hints: [
    {
      pattern: /佐证(材料|链接|网址)|(链接|网址).{0,8}(有效|可用|打开|畅通)/u,
      reason: '任务要求佐证材料、链接有效',
    },
  ],
  evaluate: async (question) => {
    const { taskId } = question;
    if (taskId === null) return sameForAll(question, noTask);
    const links = await readLinks(question, await readReports(question, taskId));
    return foldByGroup(question, links, judgeLinks);
  },
});

export const ledgerMeasures: readonly Measure[] = [ledgerMonthly, ledgerEntriesCount, evidenceLinksAlive];
