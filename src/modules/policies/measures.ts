/** What the library offers to the plan: complete elements, clean-up verdicts in time, rounds brought to their list. */
import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, lte } from 'drizzle-orm';
import { z } from 'zod';
import type { Day } from '#kernel/day.ts';
import { defineMeasure, foldByGroup, type Measure, type MeasureQuestion } from '#kernel/measure.ts';
import { gapsIn, validityOn } from './queries/library.ts';
import { isVerdictLate } from './rules/cleanup.ts';
import { cleanupEntries, cleanupRounds } from './tables/cleanup.ts';
import { officialDocuments } from './tables/documents.ts';

/** Whole per cent, rounded down: what is not complete is not shown as complete. */
const shareOf = (part: number, whole: number) => Math.floor((part * 100) / whole);

const scopeParameters = z.object({
  documents: z
    .enum(['normative', 'all'])
    .default('normative')
    .meta({ title: '文件范围', choices: { normative: '行政规范性文件', all: '全部政策文件' } }),
});

/** Public documents that stood in the library on the day of the question. */
async function listLibraryRows(question: MeasureQuestion, documents: 'normative' | 'all') {
  const { today } = question;
  return question.db
    .select({
      itemId: officialDocuments.itemId,
      unitId: officialDocuments.unitId,
      title: officialDocuments.title,
      writtenOn: officialDocuments.writtenOn,
      validity: validityOn(today),
      gaps: gapsIn(today),
    })
    .from(officialDocuments)
    .where(
      and(
        eq(officialDocuments.jurisdictionId, question.jurisdictionId),
        eq(officialDocuments.isPublic, true),
        lte(officialDocuments.publishedOn, today),
        documents === 'normative' ? eq(officialDocuments.isNormative, true) : undefined,
      ),
    )
    .orderBy(asc(officialDocuments.itemId));
}

type LibraryFigureRow = Awaited<ReturnType<typeof listLibraryRows>>[number];

function evidenceOfDocument(row: LibraryFigureRow) {
  return {
    key: `document:${row.itemId}`,
    title: row.title,
    day: row.writtenOn,
    unitId: row.unitId,
    address: `/policies/documents/${row.itemId}`,
    digest: `${row.validity}|${row.gaps.join(',')}`,
    isPublic: true,
  };
}

const completeShare = defineMeasure({
  id: 'policies.completeShare',
  title: '政策文件要素齐全率',
  description:
    '文件库中已公开的文件，发文字号、主题、文种、发布日期、施行日期、正文和废止日期都齐全的占比，向下取整；按查询当日计算。',
  parameters: scopeParameters,
  valueUnit: '%',
  direction: 'atLeast',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 100,
  hints: [
    { pattern: /要素(?:齐全|完整)|格式规范/u, reason: '任务要求文件要素齐全' },
    { pattern: /规范性文件[^。；]{0,20}(?:集中公开|数据库|文件库)/u, reason: '任务要求规范性文件集中公开' },
    {
      pattern: /政策文件库|文件(?:集中|全量)公开/u,
      reason: '任务要求建立政策文件库',
      parameters: { documents: 'all' },
    },
  ],
  async evaluate(question, { documents }) {
    const rows = await listLibraryRows(question, documents);
    return foldByGroup(question, rows, (own) => {
      if (own.length === 0) return { known: false, reason: '文件库中还没有这些单位的文件' };
      const complete = own.filter(({ gaps }) => gaps.length === 0);
      return {
        known: true,
        value: shareOf(complete.length, own.length),
        evidence: complete.map(evidenceOfDocument),
      };
    });
  },
});

const documentsInForce = defineMeasure({
  id: 'policies.documentsInForce',
  title: '文件库现行有效文件数',
  description: '文件库中已公开、当日现行有效（含已修改、尚未施行）的文件件数。',
  parameters: scopeParameters,
  valueUnit: '件',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'together',
  usualTarget: 1,
  hints: [
    {
      pattern: /现行有效[^。；]{0,12}(?:规范性)?文件[^。；]{0,12}(?:数据库|公开|文件库)/u,
      reason: '任务要求公开现行有效的文件',
    },
  ],
  async evaluate(question, { documents }) {
    const rows = await listLibraryRows(question, documents);
    const standing = rows.filter(({ validity }) => validity !== 'repealed' && validity !== 'lapsed');
    return foldByGroup(question, standing, (own) => ({
      known: true,
      value: own.length,
      evidence: own.map(evidenceOfDocument),
    }));
  },
});

/** Rounds whose last day lies in the period and was not called off; a round of today still runs. */
async function listDueEntries(question: MeasureQuestion) {
  return question.db
    .select({
      roundId: cleanupRounds.id,
      dueOn: cleanupRounds.dueOn,
      itemId: cleanupEntries.itemId,
      unitId: cleanupEntries.unitId,
      givenOn: cleanupEntries.givenOn,
      verdict: cleanupEntries.verdict,
      title: officialDocuments.title,
    })
    .from(cleanupEntries)
    .innerJoin(cleanupRounds, eq(cleanupRounds.id, cleanupEntries.roundId))
    .innerJoin(officialDocuments, eq(officialDocuments.itemId, cleanupEntries.itemId))
    .where(
      and(
        eq(cleanupRounds.jurisdictionId, question.jurisdictionId),
        isNull(cleanupRounds.cancelledOn),
        gte(cleanupRounds.dueOn, question.from),
        lt(cleanupRounds.dueOn, question.until),
        lt(cleanupRounds.dueOn, question.today),
      ),
    )
    .orderBy(asc(cleanupEntries.roundId), asc(cleanupEntries.itemId));
}

/** A verdict of a later day than the question's has not been given yet. */
const givenBy = (givenOn: Day | null, today: Day) => (givenOn !== null && givenOn <= today ? givenOn : null);

const verdictsInTime = defineMeasure({
  id: 'policies.cleanupInTime',
  title: '文件清理意见按期提出率',
  description:
    '期内到期的文件清理中，起草单位在期限内提出意见（退回后以重新提出的日期计）的文件占比，向下取整。',
  parameters: z.object({}),
  valueUnit: '%',
  direction: 'atLeast',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 100,
  hints: [
    { pattern: /文件[^。；]{0,16}清理|清理[^。；]{0,16}文件/u, reason: '任务要求清理文件' },
    { pattern: /立改废|动态(?:更新|调整|管理)[^。；]{0,12}文件/u, reason: '任务要求文件动态更新' },
  ],
  async evaluate(question) {
    const rows = await listDueEntries(question);
    return foldByGroup(question, rows, (own) => {
      if (own.length === 0) return { known: false, reason: '期内没有到期的文件清理' };
      const inTime = own.filter(
        ({ givenOn, dueOn }) => !isVerdictLate(givenBy(givenOn, question.today), dueOn, question.today),
      );
      return {
        known: true,
        value: shareOf(inTime.length, own.length),
        evidence: inTime.map((row) => ({
          key: `cleanup:${row.roundId}:${row.itemId}`,
          title: row.title,
          day: row.givenOn,
          unitId: row.unitId,
          address: `/policies/cleanups/${row.roundId}?open=${row.itemId}`,
          digest: `${row.verdict ?? ''}|${row.givenOn ?? ''}`,
          isPublic: false,
        })),
      };
    });
  },
});

const cleanupsConcluded = defineMeasure({
  id: 'policies.cleanupsConcluded',
  title: '公布文件清理结果次数',
  description: '期内公布了清理结果的文件清理次数；结果已撤回的不计。',
  parameters: z.object({}),
  valueUnit: '次',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'together',
  usualTarget: 1,
  hints: [
    {
      pattern: /(?:公布|公开)[^。；]{0,12}清理结果|开展[^。；]{0,12}文件[^。；]{0,8}清理/u,
      reason: '任务要求开展清理并公布结果',
    },
  ],
  async evaluate(question) {
    const rows = await question.db
      .select({ round: cleanupRounds })
      .from(cleanupRounds)
      .innerJoin(officialDocuments, eq(officialDocuments.itemId, cleanupRounds.listItemId))
      .where(
        and(
          eq(cleanupRounds.jurisdictionId, question.jurisdictionId),
          isNotNull(cleanupRounds.concludedOn),
          eq(officialDocuments.isPublic, true),
          gte(cleanupRounds.concludedOn, question.from),
          lt(cleanupRounds.concludedOn, question.until),
          lte(cleanupRounds.concludedOn, question.today),
        ),
      )
      .orderBy(asc(cleanupRounds.id));
    // A round over all of the county counts for each group, one over some units for groups that hold one of them.
    const asked = await listRoundUnits(
      question,
      rows.map(({ round }) => round.id),
    );
    return new Map(
      question.groups.map((group) => {
        const own = rows.filter(({ round }) =>
          (asked.get(round.id) ?? []).some((unitId) => group.unitIds.includes(unitId)),
        );
        return [
          group.key,
          {
            known: true,
            value: own.length,
            evidence: own.map(({ round }) => ({
              key: `cleanup:${round.id}`,
              title: round.title,
              day: round.concludedOn,
              unitId: null,
              address: `/policies/cleanups/${round.id}`,
              digest: round.concludedOn ?? '',
              isPublic: true,
            })),
          },
        ];
      }),
    );
  },
});

async function listRoundUnits(question: MeasureQuestion, roundIds: readonly string[]) {
  const rows =
    roundIds.length === 0
      ? []
      : await question.db
          .selectDistinct({ roundId: cleanupEntries.roundId, unitId: cleanupEntries.unitId })
          .from(cleanupEntries)
          .where(inArray(cleanupEntries.roundId, [...roundIds]));
  const byRound = new Map<string, string[]>();
  for (const { roundId, unitId } of rows) byRound.set(roundId, [...(byRound.get(roundId) ?? []), unitId]);
  return byRound;
}

export const policyMeasures: readonly Measure[] = [
  completeShare,
  documentsInForce,
  verdictsInTime,
  cleanupsConcluded,
];
