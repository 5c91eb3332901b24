/** The library as a table of open data: elements and the day on which each document ended. */
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { nextBareKey } from '#kernel/http/paging.ts';
import type { DatasetOffer } from '#kernel/module.ts';
import { documentAddress } from './addresses.ts';
import { documentRelations, officialDocuments } from './tables/documents.ts';

/** The first day on which a public document ended it whole; null where none has. */
const endedOn = sql<string | null>`(
  select min(acting.on_day)::text from ${documentRelations} as acting
  join ${officialDocuments} as acted on acted.item_id = acting.from_item_id and acted.is_public
  where acting.to_item_id = ${officialDocuments.itemId} and acting.dismissed_on is null
    and acting.part is null and acting.kind in ('repeals', 'replaces', 'lapses'))`;

const documents: DatasetOffer = {
  id: 'policies.documents',
  title: '政策文件目录',
  description: '已公开的政策文件：标题、发文字号、发文机关、文种、主题、各项日期和公开地址；正文见公开地址。',
  columns: [
    { key: 'id', title: '编号', type: 'text' },
    { key: 'title', title: '标题', type: 'text' },
    { key: 'number', title: '发文字号', type: 'text' },
    { key: 'unifiedNumber', title: '统一编号', type: 'text' },
    { key: 'issuers', title: '发文机关', type: 'text' },
    { key: 'kind', title: '文种', type: 'text' },
    { key: 'theme', title: '主题分类', type: 'text' },
    { key: 'nature', title: '文件性质', type: 'text' },
    { key: 'writtenOn', title: '成文日期', type: 'day' },
    { key: 'publishedOn', title: '发布日期', type: 'day' },
    { key: 'effectiveOn', title: '施行日期', type: 'day' },
    { key: 'lapsesOn', title: '有效期至', type: 'day' },
    { key: 'endedOn', title: '废止或者宣布失效日期', type: 'day' },
    { key: 'address', title: '公开地址', type: 'text' },
  ],
  async listRows(db, page) {
    const rows = await db
      .select({ document: officialDocuments, endedOn })
      .from(officialDocuments)
      .where(
        and(
          eq(officialDocuments.isPublic, true),
          page.after === null ? undefined : gt(officialDocuments.itemId, page.after),
        ),
      )
      .orderBy(asc(officialDocuments.itemId))
      .limit(page.limit);
    return {
      rows: rows.map(({ document, endedOn: ended }) => ({
        id: document.itemId,
        title: document.title,
        number: document.documentNumber,
        unifiedNumber: document.unifiedNumber,
        issuers: document.issuers.join('、'),
        kind: document.kind,
        theme: document.theme,
        nature: document.isNormative ? '行政规范性文件' : '其他公文',
        writtenOn: document.writtenOn,
        publishedOn: document.publishedOn,
        effectiveOn: document.effectiveOn,
        lapsesOn: document.lapsesOn,
        endedOn: ended,
        address: documentAddress({ itemId: document.itemId }),
      })),
      next: nextBareKey(rows, page.limit, ({ document }) => document.itemId),
    };
  },
};

/** Tables this module offers to open data. */
export const policyDatasets: readonly DatasetOffer[] = [documents];
