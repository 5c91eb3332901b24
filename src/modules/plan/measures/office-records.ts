/** Measures of the office's records: good practice contributed or selected, guidance given. */
import { and, asc, eq, gte, lt, lte, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { beijingDayOf } from '#kernel/clock.ts';
import { defineMeasure, foldByGroup, type Measure } from '#kernel/measure.ts';
import { guidanceRecordsId } from '../rules/office-records/guidance.ts';
import { goodPracticesId } from '../rules/office-records/practices.ts';
import { guidances, practices } from '../tables/office-records.ts';
import { guidanceKindTitles } from '../words/office-records.ts';

export const goodPractices = defineMeasure({
  id: goodPracticesId,
  title: '经验做法',
  description: '期间内报送的经验做法篇数，或者其中被主管部门选用的篇数；按报送单位和报送日期计。',
  parameters: z.object({
    counted: z
      .enum(['contributed', 'selected'])
      .default('contributed')
      .meta({ title: '计入哪些', choices: { contributed: '报送的', selected: '选用的' } }),
  }),
  valueUnit: '篇',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'together',
  usualTarget: 1,
  hints: [
    {
      pattern: /经验做法|典型(案例|经验|做法)|约稿|特色(化|亮点)?(建设|工作|做法)|示范(案例|推广)/u,
      reason: '任务要求总结、推广经验做法',
    },
  ],
  evaluate: async (question, { counted }) => {
    const { db, jurisdictionId, from, until, today } = question;
    const rows = await db
      .select()
      .from(practices)
      .where(
        and(
          eq(practices.jurisdictionId, jurisdictionId),
          gte(practices.contributedOn, from),
          lt(practices.contributedOn, until),
          lte(practices.contributedOn, today),
        ),
      )
      .orderBy(asc(practices.id));
    const isSelected = (row: (typeof rows)[number]) =>
      row.decision === 'selected' && row.decidedOn !== null && row.decidedOn <= today;
    return foldByGroup(question, rows, (own) => {
      const taken = own.filter((row) => counted === 'contributed' || isSelected(row));
      return {
        known: true,
        value: taken.length,
        evidence: taken.map((row) => ({
          key: `practice:${row.id}`,
          title: `${row.title}${isSelected(row) ? '（已选用）' : ''}`,
          day: row.contributedOn,
          unitId: row.unitId,
          address: `/plan/practices?open=${row.id}`,
          digest: `${row.title} ${row.fileId ?? ''} ${isSelected(row) ? 'selected' : 'contributed'}`,
          isPublic: false,
        })),
      };
    });
  },
});

const kinds = ['all', 'inspection', 'answered'] as const;

function ofKind(kind: (typeof kinds)[number], answeredBy: SQL): SQL | undefined {
  switch (kind) {
    case 'all':
      return sql`(${guidances.kind} = 'inspection' or ${answeredBy})`;
    case 'inspection':
      return eq(guidances.kind, 'inspection');
    case 'answered':
      return sql`(${guidances.kind} <> 'inspection' and ${answeredBy})`;
  }
}

export const guidanceRecords = defineMeasure({
  id: guidanceRecordsId,
  title: '监督指导记录',
  description:
    '期间内检查指导和已答复的疑难、苗头性问题的件数。算作主管部门的工作，也可以按被检查、被答复的单位计；没有答复的不算。',
  parameters: z.object({
    kind: z
      .enum(kinds)
      .default('all')
      .meta({
        title: '计入哪些',
        choices: { all: '全部', inspection: '检查指导', answered: '已答复的问题' },
      }),
    countedFor: z
      .enum(['office', 'unit'])
      .default('office')
      .meta({
        title: '算谁的工作',
        choices: { office: '主管部门的', unit: '被检查、被答复单位的' },
      }),
  }),
  valueUnit: '件',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'together',
  usualTarget: 1,
  hints: [
    {
      pattern: /监督指导|检查指导|指导监督|(加强|强化)[^。；]{0,8}(指导|督导)|苗头性/u,
      reason: '任务要求监督指导下级单位',
    },
  ],
  evaluate: async (question, { kind, countedFor }) => {
    const { db, jurisdictionId, from, until, today } = question;
    const answeredBy = sql`coalesce(${guidances.answeredOn} <= ${today}, false)`;
    const rows = await db
      .select()
      .from(guidances)
      .where(
        and(
          eq(guidances.jurisdictionId, jurisdictionId),
          gte(guidances.happenedOn, from),
          lt(guidances.happenedOn, until),
          lte(guidances.happenedOn, today),
          ofKind(kind, answeredBy),
        ),
      )
      .orderBy(asc(guidances.id));
    // What was written down later than the day asked for was not known then.
    const known = rows.filter((row) => beijingDayOf(row.recordedAt) <= today);
    // Guidance is the office's work whichever unit it was given to: such rows belong to no unit and count in each group.
    const counted = known.map((row) => ({ row, unitId: countedFor === 'office' ? null : row.unitId }));
    return foldByGroup(question, counted, (own) => ({
      known: true,
      value: own.length,
      evidence: own.map(({ row }) => ({
        key: `guidance:${row.id}`,
        title: `${guidanceKindTitles[row.kind]}：${row.subject}`,
        day: row.happenedOn,
        unitId: row.unitId,
        address: `/plan/guidance?open=${row.id}`,
        digest: `${row.subject} ${row.answer ?? ''}`,
        isPublic: false,
      })),
    }));
  },
});

export const officeRecordMeasures: readonly Measure[] = [goodPractices, guidanceRecords];
