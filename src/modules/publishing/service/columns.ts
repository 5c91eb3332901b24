/** Commands on columns: open, change, close; and placing an item in further columns. */
import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import type { Work } from '#kernel/work.ts';
import { findUnit } from '#modules/organisation/index.ts';
import type { ColumnInput } from '../contract/columns.ts';
import { countColumnItems, findColumn, findColumnByCode } from '../queries/columns.ts';
import { type SiteColumn, siteColumns } from '../tables/columns.ts';
import { itemColumns } from '../tables/items.ts';
import { columnRefusals } from '../words/columns.ts';
import { lockItem } from './items/load.ts';

async function requireFitParent(
  work: Work,
  jurisdictionId: string,
  parentId: string | null,
  ownId: string | null,
): Promise<void> {
  let above = parentId;
  while (above !== null) {
    const parent: SiteColumn | undefined = await findColumn(work.db, above);
    const isUnfit =
      parent === undefined ||
      parent.jurisdictionId !== jurisdictionId ||
      parent.closedOn !== null ||
      parent.id === ownId;
    if (isUnfit) throw columnRefusals.refuse('publishing.columnParentUnfit', {});
    above = parent.parentId;
  }
}

/** Opens a column owned by a unit. */
export async function openColumn(work: Work, input: ColumnInput): Promise<{ columnId: string }> {
  const unit = await findUnit(work.db, input.unitId);
  work.authorise(
    'publishing.arrangeColumns',
    unit === undefined ? {} : { jurisdictionId: unit.jurisdictionId },
  );
  if (unit === undefined) throw columnRefusals.refuse('publishing.columnNotFound', {});
  await requireFitParent(work, unit.jurisdictionId, input.parentId, null);
  if ((await findColumnByCode(work.db, unit.jurisdictionId, input.code)) !== undefined) {
    throw columnRefusals.refuse('publishing.columnCodeTaken', { code: input.code });
  }
  const columnId = work.newId();
  await work.db
    .insert(siteColumns)
    .values({ id: columnId, jurisdictionId: unit.jurisdictionId, openedOn: work.today, ...input });
  work.audit({
    action: 'publishing.arrangeColumns',
    objectKind: 'siteColumn',
    objectId: columnId,
    unitId: unit.id,
    summary: `开设栏目“${input.title}”`,
    after: { ...input },
  });
  return { columnId };
}

async function lockColumn(work: Work, columnId: string): Promise<SiteColumn> {
  const seen = await findColumn(work.db, columnId);
  work.authorise(
    'publishing.arrangeColumns',
    seen === undefined ? {} : { jurisdictionId: seen.jurisdictionId },
  );
  const [row] = await work.db.select().from(siteColumns).where(eq(siteColumns.id, columnId)).for('update');
  if (row === undefined || row.closedOn !== null) {
    throw columnRefusals.refuse('publishing.columnNotFound', {});
  }
  return row;
}

/** Changes a column; its address stays what it was. */
export async function changeColumn(
  work: Work,
  input: ColumnInput & { readonly columnId: string },
): Promise<void> {
  const before = await lockColumn(work, input.columnId);
  const unit = await findUnit(work.db, input.unitId);
  if (unit === undefined || unit.jurisdictionId !== before.jurisdictionId) {
    throw columnRefusals.refuse('publishing.columnNotFound', {});
  }
  await requireFitParent(work, before.jurisdictionId, input.parentId, before.id);
  const { columnId, code: _code, ...values } = input;
  await work.db.update(siteColumns).set(values).where(eq(siteColumns.id, columnId));
  work.audit({
    action: 'publishing.arrangeColumns',
    objectKind: 'siteColumn',
    objectId: columnId,
    unitId: unit.id,
    summary: `调整栏目“${input.title}”`,
    before,
    after: values,
  });
}

/** Closes an empty column; its address answers that it was closed and why. */
export async function closeColumn(
  work: Work,
  input: { readonly columnId: string; readonly reason: string },
): Promise<void> {
  const column = await lockColumn(work, input.columnId);
  const [children] = await work.db
    .select({ number: count() })
    .from(siteColumns)
    .where(and(eq(siteColumns.parentId, column.id), isNull(siteColumns.closedOn)));
  const held = (await countColumnItems(work.db, column.jurisdictionId)).get(column.id);
  if ((held?.items ?? 0) + (children?.number ?? 0) > 0) {
    throw columnRefusals.refuse('publishing.columnNotEmpty', {
      items: held?.items ?? 0,
      children: children?.number ?? 0,
    });
  }
  await work.db
    .update(siteColumns)
    .set({ closedOn: work.today, closingReason: input.reason })
    .where(eq(siteColumns.id, column.id));
  work.audit({
    action: 'publishing.arrangeColumns',
    objectKind: 'siteColumn',
    objectId: column.id,
    unitId: column.unitId,
    summary: `关闭栏目“${column.title}”`,
    after: { reason: input.reason },
  });
}

/** Sets the columns an item stands in beside its own: one source in many places. */
export async function placeItem(
  work: Work,
  input: { readonly itemId: string; readonly columnIds: readonly string[] },
): Promise<void> {
  const item = await lockItem(work, input.itemId, 'publishing.write');
  const wanted = [...new Set(input.columnIds)].filter((columnId) => columnId !== item.row.columnId);
  const known =
    wanted.length === 0
      ? []
      : await work.db
          .select({ id: siteColumns.id })
          .from(siteColumns)
          .where(
            and(
              inArray(siteColumns.id, wanted),
              eq(siteColumns.jurisdictionId, item.row.jurisdictionId),
              isNull(siteColumns.closedOn),
            ),
          );
  if (known.length < wanted.length) throw columnRefusals.refuse('publishing.columnNotFound', {});
  const before = await work.db
    .select({ columnId: itemColumns.columnId })
    .from(itemColumns)
    .where(eq(itemColumns.itemId, item.row.id));
  await work.db.delete(itemColumns).where(eq(itemColumns.itemId, item.row.id));
  if (wanted.length > 0) {
    await work.db.insert(itemColumns).values(wanted.map((columnId) => ({ itemId: item.row.id, columnId })));
  }
  work.audit({
    action: 'publishing.write',
    objectKind: 'item',
    objectId: item.row.id,
    unitId: item.row.unitId,
    summary: `调整《${item.row.title}》所在的栏目`,
    before: { columnIds: before.map(({ columnId }) => columnId) },
    after: { columnIds: wanted },
  });
}
