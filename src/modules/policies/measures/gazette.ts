/** Issues of the gazette. */
import { and, asc, eq, gte, lt, lte } from 'drizzle-orm';
import { z } from 'zod';
import { defineMeasure, foldByGroup } from '#kernel/measure.ts';
import { issueName } from '../rules/gazette.ts';
import { gazetteIssues } from '../tables/gazette.ts';

export const gazettesPublished = defineMeasure({
  id: 'policies.gazetteIssues',
  title: '政府公报出版期数',
  description: '期内出版的政府公报期数。',
  parameters: z.object({}),
  valueUnit: '期',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'together',
  usualTarget: 1,
  hints: [{ pattern: /政府公报/u, reason: '任务要求办好政府公报' }],
  async evaluate(question) {
    const rows = await question.db
      .select()
      .from(gazetteIssues)
      .where(
        and(
          eq(gazetteIssues.jurisdictionId, question.jurisdictionId),
          gte(gazetteIssues.publishedOn, question.from),
          lt(gazetteIssues.publishedOn, question.until),
          lte(gazetteIssues.publishedOn, question.today),
        ),
      )
      .orderBy(asc(gazetteIssues.totalNumber));
    return foldByGroup(
      question,
      rows.map((row) => ({ ...row, unitId: null })),
      (own) => ({
        known: true,
        value: own.length,
        evidence: own.map((row) => ({
          key: `gazette:${row.id}`,
          title: `政府公报${issueName(row)}`,
          day: row.publishedOn,
          unitId: null,
          address: `/policies/gazettes?open=${row.id}`,
          digest: row.publishedOn ?? '',
          isPublic: true,
        })),
      }),
    );
  },
});
