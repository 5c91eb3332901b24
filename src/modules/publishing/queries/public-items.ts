/** What the public gets of items: one, several by identifier, lists by column, unit and kind. Visibility is asked here. */
import { and, desc, eq, inArray, lt, or, type SQL } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { placeAfter } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { ItemContent } from '../rules/content.ts';
import { findItemKind } from '../rules/kinds/all.ts';
import { isItemPublic, isWithdrawalNotice } from '../rules/visibility.ts';
import type { SiteColumn } from '../tables/columns.ts';
import { type ItemRevision, type ItemRow, itemColumns, itemRevisions, items } from '../tables/items.ts';
import { publicItems } from './visibility.ts';

export interface PublicItem {
  readonly id: string;
  readonly kind: string;
  readonly kindTitle: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly columnId: string;
  readonly indexNumber: string;
  readonly publishedOn: Day;
  readonly updatedOn: Day;
  readonly revisionId: string;
  readonly content: ItemContent;
  readonly plainText: string;
}

export interface WithdrawnItem {
  readonly id: string;
  readonly title: string;
  readonly unitName: string;
  readonly reason: string;
  readonly withdrawnOn: Day | null;
}

/** A revision by its identifier, for modules that hold one; not a public answer. */
export async function findRevision(db: ReadDb, revisionId: string): Promise<ItemRevision | undefined> {
  const [row] = await db.select().from(itemRevisions).where(eq(itemRevisions.id, revisionId));
  return row;
}

function publicItemOf(row: ItemRow, revision: ItemRevision, unitName: string): PublicItem {
  if (row.publishedOn === null) throw new Error(`item ${row.id} is public and was never released`);
  return {
    id: row.id,
    kind: row.kind,
    kindTitle: findItemKind(row.kind)?.title ?? row.kind,
    unitId: row.unitId,
    unitName,
    columnId: row.columnId,
    indexNumber: row.indexNumber ?? '',
    publishedOn: row.publishedOn,
    updatedOn: row.updatedOn ?? row.publishedOn,
    revisionId: revision.id,
    content: revision.content,
    plainText: revision.plainText,
  };
}

/** What an address of an item shows: the item, the notice that it was withdrawn, or nothing. */
export async function findPublicItem(
  db: ReadDb,
  itemId: string,
): Promise<{ readonly item: PublicItem } | { readonly withdrawn: WithdrawnItem } | undefined> {
  const [row] = await db.select().from(items).where(eq(items.id, itemId));
  if (row === undefined) return undefined;
  const names = await nameUnits(db, [row.unitId]);
  const unitName = names.get(row.unitId)?.name ?? '';
  if (isWithdrawalNotice(row)) {
    const { id, title, withdrawalReason, updatedOn } = row;
    return { withdrawn: { id, title, unitName, reason: withdrawalReason ?? '', withdrawnOn: updatedOn } };
  }
  if (!isItemPublic(row) || row.publishedRevisionId === null) return undefined;
  const revision = await findRevision(db, row.publishedRevisionId);
  return revision === undefined ? undefined : { item: publicItemOf(row, revision, unitName) };
}

/** Those of the items that are public, in the order asked for. */
export async function findPublicItems(db: ReadDb, itemIds: readonly string[]): Promise<PublicItem[]> {
  if (itemIds.length === 0) return [];
  const rows = await selectPublicRows(db, inArray(items.id, [...itemIds]), itemIds.length);
  const found = await namePublicItems(db, rows);
  return itemIds.flatMap((id) => found.filter((item) => item.id === id));
}

async function selectPublicRows(db: ReadDb, where: SQL | undefined, limit: number) {
  return db
    .select({ row: items, revision: itemRevisions })
    .from(items)
    .innerJoin(itemRevisions, eq(itemRevisions.id, items.publishedRevisionId))
    .where(and(publicItems(), where))
    .orderBy(desc(items.publishedAt), desc(items.id))
    .limit(limit);
}

async function namePublicItems(
  db: ReadDb,
  rows: readonly { readonly row: ItemRow; readonly revision: ItemRevision }[],
): Promise<PublicItem[]> {
  const names = await nameUnits(db, [...new Set(rows.map(({ row }) => row.unitId))]);
  return rows.map(({ row, revision }) => publicItemOf(row, revision, names.get(row.unitId)?.name ?? ''));
}

export interface PublicItemQuery {
  readonly jurisdictionId: string;
  readonly columns?: readonly SiteColumn[];
  readonly unitId?: string;
  readonly kinds?: readonly string[];
  /** `publishedAt` and `id` of the last row before. */
  readonly after?: readonly [string, string];
  readonly limit: number;
}

function inColumns(db: ReadDb, columns: readonly SiteColumn[]): SQL | undefined {
  const columnIds = columns.map(({ id }) => id);
  if (columnIds.length === 0) return undefined;
  const placed = db
    .select({ itemId: itemColumns.itemId })
    .from(itemColumns)
    .where(inArray(itemColumns.columnId, columnIds));
  return or(inArray(items.columnId, columnIds), inArray(items.id, placed));
}

/**
 * A page of public items, newest first. Columns are taken as they stand in the tables; items that a topic column takes
 * by its rule are placed in it at release.
 */
export async function listPublicItems(
  db: ReadDb,
  query: PublicItemQuery,
): Promise<{ readonly rows: PublicItem[]; readonly next: string | null }> {
  const { after } = query;
  const where = and(
    eq(items.jurisdictionId, query.jurisdictionId),
    query.columns === undefined ? undefined : inColumns(db, query.columns),
    query.unitId === undefined ? undefined : eq(items.unitId, query.unitId),
    query.kinds === undefined ? undefined : inArray(items.kind, [...query.kinds]),
    after === undefined
      ? undefined
      : or(
          lt(items.publishedAt, new Date(after[0])),
          and(eq(items.publishedAt, new Date(after[0])), lt(items.id, after[1])),
        ),
  );
  const rows = await selectPublicRows(db, where, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1)?.row;
  return {
    rows: await namePublicItems(db, page),
    next:
      rows.length > query.limit && last?.publishedAt != null
        ? placeAfter([last.publishedAt.toISOString(), last.id])
        : null,
  };
}
