/** Read models of items for the desk: one with its history, lists by what somebody looks for. */
import { and, asc, desc, eq, ilike, inArray, lt, or, type SQL } from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { ItemDetail, ItemListRow, ItemQuery } from '../contract/items.ts';
import { publishingPermissions } from '../permissions.ts';
import { isItemActionAllowed, itemActions } from '../rules/item-actions.ts';
import { foldItem } from '../rules/item-state.ts';
import { findItemKind } from '../rules/kinds/all.ts';
import { siteColumns } from '../tables/columns.ts';
import {
  type ItemRow,
  itemColumns,
  itemEventOf,
  itemEvents,
  itemRevisions,
  items,
  releaseDemands,
} from '../tables/items.ts';
import { itemEventTitles } from '../words/items.ts';
import { isCompanionReady } from './companions.ts';

/** The row of an item; what the actor may see of it is asked elsewhere. */
export async function findItemRow(db: ReadDb, itemId: string): Promise<ItemRow | undefined> {
  const [row] = await db.select().from(items).where(eq(items.id, itemId));
  return row;
}

/** Units whose items the actor sees on the desk; null for all of the jurisdiction. */
export function visibleUnitsOf(actor: Actor): readonly string[] | null {
  if (actor.kind === 'system') return null;
  if (actor.kind === 'visitor') return [];
  const { roles: viewers, forAllUnits: overseers } = publishingPermissions['publishing.view'];
  if (actor.grants.some((grant) => overseers.some((role) => role === grant.role))) return null;
  return [
    ...new Set(
      actor.grants
        .filter((grant) => viewers.some((role) => role === grant.role))
        .flatMap((grant) => grant.reach),
    ),
  ];
}

/** Whether the actor sees this item on the desk. */
export function canSeeItemOnDesk(actor: Actor, row: Pick<ItemRow, 'unitId' | 'jurisdictionId'>): boolean {
  if (actor.kind === 'officer' && actor.jurisdictionId !== row.jurisdictionId) return false;
  const unitIds = visibleUnitsOf(actor);
  return unitIds === null || unitIds.includes(row.unitId);
}

async function viewRows(db: ReadDb, rows: readonly ItemRow[]): Promise<ItemListRow[]> {
  const names = await nameUnits(db, [...new Set(rows.map(({ unitId }) => unitId))]);
  const columnIds = [...new Set(rows.map(({ columnId }) => columnId))];
  const columns =
    columnIds.length === 0
      ? []
      : await db
          .select({ id: siteColumns.id, title: siteColumns.title })
          .from(siteColumns)
          .where(inArray(siteColumns.id, columnIds));
  const titles = new Map(columns.map(({ id, title }) => [id, title]));
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind,
    kindTitle: findItemKind(row.kind)?.title ?? row.kind,
    unitId: row.unitId,
    unitName: names.get(row.unitId)?.shortName ?? '',
    columnId: row.columnId,
    columnTitle: titles.get(row.columnId) ?? '',
    stage: row.stage,
    standing: row.standing,
    openness: row.openness,
    indexNumber: row.indexNumber,
    wasReturned: row.wasReturned,
    owesLaterReview: row.owesLaterReview,
    formedOn: row.formedOn,
    publishedOn: row.publishedOn,
    changedAt: row.changedAt.toISOString(),
    createdByName: row.createdByName,
  }));
}

/** A page of the items the actor sees, the latest changed first; `after` is the page's `next`. */
export async function listItems(
  db: ReadDb,
  scope: { readonly jurisdictionId: string; readonly unitIds: readonly string[] | null },
  query: ItemQuery,
): Promise<PageOfRows<ItemListRow>> {
  const { after } = query;
  const seek: SQL | undefined =
    after === undefined
      ? undefined
      : or(
          lt(items.changedAt, new Date(after[0])),
          and(eq(items.changedAt, new Date(after[0])), lt(items.id, after[1])),
        );
  const rows = await db
    .select()
    .from(items)
    .where(
      and(
        eq(items.jurisdictionId, scope.jurisdictionId),
        scope.unitIds === null ? undefined : inArray(items.unitId, [...scope.unitIds]),
        query.stage === undefined ? undefined : eq(items.stage, query.stage),
        query.standing === undefined ? undefined : eq(items.standing, query.standing),
        query.openness === undefined ? undefined : eq(items.openness, query.openness),
        query.kind === undefined ? undefined : eq(items.kind, query.kind),
        query.unitId === undefined ? undefined : eq(items.unitId, query.unitId),
        query.columnId === undefined ? undefined : eq(items.columnId, query.columnId),
        query.text === undefined
          ? undefined
          : ilike(items.title, `%${query.text.replace(/[\\%_]/g, '\\$&')}%`),
        seek,
      ),
    )
    .orderBy(desc(items.changedAt), desc(items.id))
    .limit(query.limit + 1);
  const page = pageOfRows(rows, query.limit, (row) => [row.changedAt.toISOString(), row.id]);
  return { rows: await viewRows(db, page.rows), next: page.next };
}

/** An item with its working content, revisions, events and what it must go out with. */
export async function findItemDetail(db: ReadDb, itemId: string): Promise<ItemDetail | undefined> {
  const row = await findItemRow(db, itemId);
  if (row === undefined) return undefined;
  const [view] = await viewRows(db, [row]);
  const revisions = await db
    .select()
    .from(itemRevisions)
    .where(eq(itemRevisions.itemId, itemId))
    .orderBy(desc(itemRevisions.number));
  const events = await db
    .select()
    .from(itemEvents)
    .where(eq(itemEvents.itemId, itemId))
    .orderBy(asc(itemEvents.number));
  const demands = await db
    .select({ demand: releaseDemands, title: items.title, stage: items.stage, standing: items.standing })
    .from(releaseDemands)
    .leftJoin(items, eq(items.id, releaseDemands.companionItemId))
    .where(eq(releaseDemands.itemId, itemId))
    .orderBy(asc(releaseDemands.kind));
  const places = await db
    .select({ columnId: itemColumns.columnId })
    .from(itemColumns)
    .where(eq(itemColumns.itemId, itemId));
  const working = revisions.find(({ id }) => id === row.workingRevisionId);
  if (view === undefined || working === undefined) throw new Error(`item ${itemId} has no working revision`);
  const numbers = new Map(revisions.map(({ id, number }) => [id, number]));
  const state = foldItem(events.map(itemEventOf));
  return {
    ...view,
    version: row.version,
    content: working.content,
    columnIds: places.map(({ columnId }) => columnId),
    workingRevisionId: row.workingRevisionId,
    approvedRevisionId: row.approvedRevisionId,
    publishedRevisionId: row.publishedRevisionId,
    secrecy: row.secrecy,
    releaseAt: row.releaseAt?.toISOString() ?? null,
    withdrawAt: row.withdrawAt?.toISOString() ?? null,
    withdrawalReason: row.withdrawalReason,
    authors: [...state.authors],
    actions: itemActions.filter((action) => isItemActionAllowed(state, action)),
    revisions: revisions.map(({ id, number, digest, madeByName, madeAt, note }) => ({
      id,
      number,
      digest,
      madeByName,
      madeAt: madeAt.toISOString(),
      note,
    })),
    events: events.map((event) => ({
      number: event.number,
      kind: event.kind,
      title: itemEventTitles[event.kind],
      byName: event.byName,
      at: event.at.toISOString(),
      step: event.step,
      opinion: event.opinion,
      openness: event.openness,
      ground: event.ground,
      reason: event.reason,
      revisionNumber: numbers.get(event.revisionId) ?? 0,
    })),
    demands: demands.map(({ demand, title, stage, standing }) => ({
      id: demand.id,
      kind: demand.kind,
      title: demand.title,
      companionItemId: demand.companionItemId,
      companionTitle: title,
      isReady: isCompanionReady({ stage, standing }),
      waiverReason: demand.waiverReason,
      waivedByName: demand.waivedByName,
    })),
  };
}
