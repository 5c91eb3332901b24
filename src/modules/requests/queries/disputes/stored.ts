/** A stored dispute with its events, as commands and screens judge it. */
import { asc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { canReachDispute } from '../../rules/disputes/dispute-access.ts';
import { type DisputeState, foldDisputeEvents } from '../../rules/disputes/fold.ts';
import type { DisputeEvent } from '../../rules/disputes/shapes.ts';
import { type DisputeRecord, disputeEvents, disputes } from '../../tables/disputes.ts';
import { requests } from '../../tables/requests.ts';

type StoredEvent = typeof disputeEvents.$inferSelect;

/** The event a row tells; its day is the row's own column. */
export function eventOfDisputeRow(row: Pick<StoredEvent, 'content' | 'onDay'>): DisputeEvent {
  return { ...row.content, day: row.onDay };
}

/** The state of a dispute whose rows were read; a dispute without its opening is a fault of the program. */
export function stateOfDispute(
  record: Pick<DisputeRecord, 'id' | 'way'>,
  events: readonly DisputeEvent[],
): DisputeState {
  const state = foldDisputeEvents(record.way, events);
  if (state === undefined) throw new Error(`dispute ${record.id} does not begin with its opening`);
  return state;
}

/** Events of many disputes at once, each list in the order written. */
export async function mapDisputeEvents(
  db: ReadDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  const found = new Map<string, StoredEvent[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .select()
    .from(disputeEvents)
    .where(inArray(disputeEvents.disputeId, [...ids]))
    .orderBy(asc(disputeEvents.disputeId), asc(disputeEvents.number));
  for (const row of rows) found.set(row.disputeId, [...(found.get(row.disputeId) ?? []), row]);
  return found;
}

/** The record of a dispute the actor reaches; undefined as if it were not there for everybody else. */
export async function findReachableDispute(
  db: ReadDb,
  actor: Actor,
  disputeId: string,
): Promise<DisputeRecord | undefined> {
  const [row] = await db
    .select({ dispute: disputes, officerIds: requests.officerIds })
    .from(disputes)
    .leftJoin(requests, eq(requests.id, disputes.requestId))
    .where(eq(disputes.id, disputeId));
  if (row === undefined) return undefined;
  const { dispute, officerIds } = row;
  return canReachDispute(actor, { ...dispute, officerIds: officerIds ?? [] }) ? dispute : undefined;
}
