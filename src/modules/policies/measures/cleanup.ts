/** Clean-up: verdicts in time, and rounds brought to their published list. */
import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, lte } from 'drizzle-orm';
import { z } from 'zod';
import type { Day } from '#kernel/day.ts';
import { defineMeasure, foldByGroup, type MeasureQuestion } from '#kernel/measure.ts';
import { isVerdictLate } from '../rules/cleanup.ts';
import { cleanupEntries, cleanupRounds } from '../tables/cleanup.ts';
import { officialDocuments } from '../tables/documents.ts';
import { shareOf } from './share.ts';

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

export const verdictsInTime = defineMeasure({
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

export const cleanupsConcluded = defineMeasure({
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
