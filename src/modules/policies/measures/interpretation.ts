/** Interpretation: released together with the document, and given by principals themselves. */
import { and, asc, eq, gte, inArray, lt, lte } from 'drizzle-orm';
import { z } from 'zod';
import { defineMeasure, foldByGroup } from '#kernel/measure.ts';
import { officialDocuments } from '../tables/documents.ts';
import { interpretationDocuments, interpretations } from '../tables/interpretations.ts';
import { shareOf } from './share.ts';

export const interpretedTogether = defineMeasure({
  id: 'policies.interpretedTogether',
  title: '解读与文件同步发布率',
  description:
    '期内公开的行政规范性文件中，有解读材料在同一天公开的占比，向下取整；解读须写明文件标题或者文号。',
  parameters: z.object({}),
  valueUnit: '%',
  direction: 'atLeast',
  judged: 'always',
  scope: 'eachUnit',
  usualTarget: 100,
  hints: [
    { pattern: /同步(?:起草|组织|审签|发布|部署)|解读[^。；]{0,12}同步/u, reason: '任务要求解读与文件同步' },
    { pattern: /政策解读|解读(?:材料|方案)/u, reason: '任务要求做好政策解读' },
  ],
  async evaluate(question) {
    const rows = await question.db
      .select()
      .from(officialDocuments)
      .where(
        and(
          eq(officialDocuments.jurisdictionId, question.jurisdictionId),
          eq(officialDocuments.isPublic, true),
          eq(officialDocuments.isNormative, true),
          gte(officialDocuments.publishedOn, question.from),
          lt(officialDocuments.publishedOn, question.until),
          lte(officialDocuments.publishedOn, question.today),
        ),
      )
      .orderBy(asc(officialDocuments.itemId));
    const ids = rows.map(({ itemId }) => itemId);
    const links =
      ids.length === 0
        ? []
        : await question.db
            .select({
              itemId: interpretationDocuments.documentItemId,
              publishedOn: interpretations.publishedOn,
            })
            .from(interpretationDocuments)
            .innerJoin(
              interpretations,
              eq(interpretations.itemId, interpretationDocuments.interpretationItemId),
            )
            .where(
              and(inArray(interpretationDocuments.documentItemId, ids), eq(interpretations.isPublic, true)),
            );
    const isTogether = (row: (typeof rows)[number]) =>
      links.some(
        ({ itemId, publishedOn }) =>
          itemId === row.itemId && row.publishedOn !== null && publishedOn <= row.publishedOn,
      );
    return foldByGroup(question, rows, (own) => {
      if (own.length === 0) return { known: false, reason: '期内没有公开行政规范性文件' };
      const together = own.filter(isTogether);
      return {
        known: true,
        value: shareOf(together.length, own.length),
        evidence: together.map((row) => ({
          key: `document:${row.itemId}`,
          title: row.title,
          day: row.publishedOn,
          unitId: row.unitId,
          address: `/policies/documents/${row.itemId}`,
          digest: row.revisionId,
          isPublic: true,
        })),
      };
    });
  },
});

export const firstInterpretations = defineMeasure({
  id: 'policies.firstInterpretations',
  title: '主要负责人解读次数',
  description: '期内公开的、由单位主要负责人亲自解读的政策解读件数；按解读人一栏写明的职务计。',
  parameters: z.object({}),
  valueUnit: '次',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'eachUnit',
  usualTarget: 2,
  hints: [
    { pattern: /第一解读人|主要负责(?:人|同志)[^。；]{0,12}解读/u, reason: '任务要求主要负责人带头解读' },
  ],
  async evaluate(question) {
    const rows = await question.db
      .select()
      .from(interpretations)
      .where(
        and(
          eq(interpretations.jurisdictionId, question.jurisdictionId),
          eq(interpretations.isPublic, true),
          eq(interpretations.rank, 'principal'),
          gte(interpretations.publishedOn, question.from),
          lt(interpretations.publishedOn, question.until),
          lte(interpretations.publishedOn, question.today),
        ),
      )
      .orderBy(asc(interpretations.itemId));
    return foldByGroup(question, rows, (own) => ({
      known: true,
      value: own.length,
      evidence: own.map((row) => ({
        key: `interpretation:${row.itemId}`,
        title: row.title,
        day: row.publishedOn,
        unitId: row.unitId,
        address: `/publishing/items/${row.itemId}`,
        digest: row.interpreter ?? '',
        isPublic: true,
      })),
    }));
  },
});
