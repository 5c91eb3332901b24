/** Tables this module offers to open data: the catalogue of what is public, and the columns. */
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { nextBareKey } from '#kernel/http/paging.ts';
import type { DatasetOffer } from '#kernel/module.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import { itemAddress } from './addresses.ts';
import { publicItems } from './queries/visibility.ts';
import { findItemKind } from './rules/kinds/all.ts';
import { siteColumns } from './tables/columns.ts';
import { itemRevisions, items } from './tables/items.ts';
import { columnKindTitles } from './words/columns.ts';

const catalogue: DatasetOffer = {
  id: 'publishing.items',
  title: '主动公开政府信息目录',
  description:
    '已主动公开的政府信息：索引号、名称、内容概述、生成日期、发布日期、单位、栏目和地址，不含正文。',
  columns: [
    { key: 'id', title: '编号', type: 'text' },
    { key: 'index', title: '索引号', type: 'text' },
    { key: 'title', title: '名称', type: 'text' },
    { key: 'summary', title: '内容概述', type: 'text' },
    { key: 'kind', title: '类型', type: 'text' },
    { key: 'column', title: '栏目', type: 'text' },
    { key: 'unit', title: '发布机构', type: 'text' },
    { key: 'formed', title: '生成日期', type: 'day' },
    { key: 'published', title: '发布日期', type: 'day' },
    { key: 'updated', title: '更新日期', type: 'day' },
    { key: 'address', title: '地址', type: 'text' },
  ],
  async listRows(db, page) {
    const rows = await db
      .select({ row: items, content: itemRevisions.content, column: siteColumns.title })
      .from(items)
      .innerJoin(itemRevisions, eq(itemRevisions.id, items.publishedRevisionId))
      .innerJoin(siteColumns, eq(siteColumns.id, items.columnId))
      .where(and(publicItems(), page.after === null ? undefined : gt(items.id, page.after)))
      .orderBy(asc(items.id))
      .limit(page.limit);
    const names = await nameUnits(
      db,
      rows.map(({ row }) => row.unitId),
    );
    return {
      // What is public is the released revision; a title in the works is not.
      rows: rows.map(({ row, content, column }) => ({
        id: row.id,
        index: row.indexNumber,
        title: content.title,
        summary: content.summary,
        kind: findItemKind(row.kind)?.title ?? row.kind,
        column,
        unit: names.get(row.unitId)?.name ?? '',
        formed: content.formedOn,
        published: row.publishedOn,
        updated: row.updatedOn,
        address: itemAddress({ itemId: row.id }),
      })),
      next: nextBareKey(rows, page.limit, ({ row }) => row.id),
    };
  },
};

const columns: DatasetOffer = {
  id: 'publishing.columns',
  title: '门户网站栏目',
  description: '开设中的栏目：名称、种类、责任单位、更新周期和地址。',
  columns: [
    { key: 'id', title: '编号', type: 'text' },
    { key: 'title', title: '名称', type: 'text' },
    { key: 'kind', title: '种类', type: 'text' },
    { key: 'unit', title: '责任单位', type: 'text' },
    { key: 'interval', title: '更新周期（天）', type: 'number' },
    { key: 'opened', title: '开设日期', type: 'day' },
    { key: 'address', title: '地址', type: 'text' },
  ],
  async listRows(db, page) {
    const rows = await db
      .select()
      .from(siteColumns)
      .where(
        and(isNull(siteColumns.closedOn), page.after === null ? undefined : gt(siteColumns.id, page.after)),
      )
      .orderBy(asc(siteColumns.id))
      .limit(page.limit);
    const names = await nameUnits(
      db,
      rows.map(({ unitId }) => unitId),
    );
    return {
      rows: rows.map((row) => ({
        id: row.id,
        title: row.title,
        kind: columnKindTitles[row.kind],
        unit: names.get(row.unitId)?.name ?? '',
        interval: row.updateIntervalDays,
        opened: row.openedOn,
        address: `/columns/${row.code}`,
      })),
      next: nextBareKey(rows, page.limit, ({ id }) => id),
    };
  },
};

export const publishingDatasets: readonly DatasetOffer[] = [catalogue, columns];
