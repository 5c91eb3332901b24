/** Read models of outlets and deliveries. Secrets never leave; only which of them are set is told. */
import { and, asc, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { placeAfter } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { DeliveryView, OutletView } from '../contract/outlets.ts';
import { type DeliveryState, deliveryActionTable } from '../rules/delivery-state.ts';
import { outletKindSpecs } from '../rules/outlet-kinds.ts';
import { type DeliveryRow, type OutletRow, outletAttempts, outletDeliveries, outlets } from '../tables.ts';

export async function findOutlet(db: ReadDb, outletId: string): Promise<OutletRow | undefined> {
  const [row] = await db.select().from(outlets).where(eq(outlets.id, outletId));
  return row;
}

/** Open outlets of a county; some dozens at most. */
export async function listOpenOutlets(db: ReadDb, jurisdictionId: string): Promise<OutletRow[]> {
  return db
    .select()
    .from(outlets)
    .where(and(eq(outlets.jurisdictionId, jurisdictionId), isNull(outlets.closedOn)))
    .orderBy(asc(outlets.title));
}

/** Every outlet of a county, closed ones last. */
export async function listOutletViews(db: ReadDb, jurisdictionId: string): Promise<OutletView[]> {
  const rows = await db
    .select()
    .from(outlets)
    .where(eq(outlets.jurisdictionId, jurisdictionId))
    .orderBy(asc(outlets.closedOn), asc(outlets.title));
  const names = await nameUnits(db, [...new Set(rows.map(({ unitId }) => unitId))]);
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unitId,
    unitName: names.get(row.unitId)?.name ?? '',
    kind: row.kind,
    title: row.title,
    settings: { ...row.settings },
    secretsSet:
      row.sealedSecrets === null
        ? []
        : outletKindSpecs[row.kind].settings.flatMap(({ key, isSecret }) => (isSecret ? [key] : [])),
    filter: {
      columnIds: [...row.filter.columnIds],
      kinds: [...row.filter.kinds],
      unitIds: [...row.filter.unitIds],
    },
    isAutomatic: row.isAutomatic,
    openedOn: row.openedOn,
    closedOn: row.closedOn,
    closingReason: row.closingReason,
    version: row.version,
  }));
}

export interface DeliveryQuery {
  readonly jurisdictionId: string;
  readonly itemId?: string | undefined;
  readonly outletId?: string | undefined;
  readonly states?: readonly DeliveryState[] | undefined;
  readonly after?: readonly [string, string] | undefined;
  readonly limit: number;
}

/** Deliveries, the newest first. */
export async function listDeliveries(
  db: ReadDb,
  query: DeliveryQuery,
): Promise<{ readonly rows: DeliveryView[]; readonly next: string | null }> {
  const { after, states } = query;
  const rows = await db
    .select({ delivery: outletDeliveries, outlet: outlets })
    .from(outletDeliveries)
    .innerJoin(outlets, eq(outlets.id, outletDeliveries.outletId))
    .where(
      and(
        eq(outletDeliveries.jurisdictionId, query.jurisdictionId),
        query.itemId === undefined ? undefined : eq(outletDeliveries.itemId, query.itemId),
        query.outletId === undefined ? undefined : eq(outletDeliveries.outletId, query.outletId),
        states === undefined || states.length === 0
          ? undefined
          : inArray(outletDeliveries.state, [...states]),
        after === undefined
          ? undefined
          : or(
              lt(outletDeliveries.askedAt, new Date(after[0])),
              and(eq(outletDeliveries.askedAt, new Date(after[0])), lt(outletDeliveries.id, after[1])),
            ),
      ),
    )
    .orderBy(desc(outletDeliveries.askedAt), desc(outletDeliveries.id))
    .limit(query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1)?.delivery;
  const names = await nameUnits(db, [...new Set(page.map(({ delivery }) => delivery.unitId))]);
  return {
    rows: page.map(({ delivery, outlet }) =>
      viewOfDelivery(delivery, outlet, names.get(delivery.unitId)?.name ?? ''),
    ),
    next:
      rows.length > query.limit && last !== undefined
        ? placeAfter([last.askedAt.toISOString(), last.id])
        : null,
  };
}

function viewOfDelivery(row: DeliveryRow, outlet: OutletRow, unitName: string): DeliveryView {
  return {
    id: row.id,
    outletId: outlet.id,
    outletTitle: outlet.title,
    outletKind: outlet.kind,
    unitId: row.unitId,
    unitName,
    itemId: row.itemId,
    title: row.title,
    act: row.act,
    state: row.state,
    receipt: row.receipt,
    detail: row.detail,
    attempts: row.attempts,
    askedByName: row.askedByName,
    askedAt: row.askedAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
    settledByName: row.settledByName,
    actions: [...deliveryActionTable[row.state]],
  };
}

/** One delivery with every attempt, the newest first. */
export async function findDeliveryDetail(db: ReadDb, jurisdictionId: string, deliveryId: string) {
  const [found] = await db
    .select({ delivery: outletDeliveries, outlet: outlets })
    .from(outletDeliveries)
    .innerJoin(outlets, eq(outlets.id, outletDeliveries.outletId))
    .where(and(eq(outletDeliveries.id, deliveryId), eq(outletDeliveries.jurisdictionId, jurisdictionId)));
  if (found === undefined) return undefined;
  const { delivery, outlet } = found;
  const names = await nameUnits(db, [delivery.unitId]);
  const attempts = await db
    .select()
    .from(outletAttempts)
    .where(eq(outletAttempts.deliveryId, deliveryId))
    .orderBy(desc(outletAttempts.seq));
  return {
    ...viewOfDelivery(delivery, outlet, names.get(delivery.unitId)?.name ?? ''),
    log: attempts.map(({ seq, beganAt, endedAt, outcome, detail }) => ({
      seq,
      beganAt: beganAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      outcome,
      detail,
    })),
  };
}

/** A delivery of the county as it is kept. */
export async function findStoredDelivery(
  db: ReadDb,
  jurisdictionId: string,
  deliveryId: string,
): Promise<DeliveryRow | undefined> {
  const [row] = await db
    .select()
    .from(outletDeliveries)
    .where(and(eq(outletDeliveries.id, deliveryId), eq(outletDeliveries.jurisdictionId, jurisdictionId)));
  return row;
}
