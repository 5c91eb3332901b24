/** How complete the library is, and how much of it is in force. */
import { and, asc, eq, lte } from 'drizzle-orm';
import { z } from 'zod';
import { defineMeasure, foldByGroup, type MeasureQuestion } from '#kernel/measure.ts';
import { gapsIn, validityOn } from '../queries/library.ts';
import { officialDocuments } from '../tables/documents.ts';
import { shareOf } from './share.ts';

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

export const completeShare = defineMeasure({
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

export const documentsInForce = defineMeasure({
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
