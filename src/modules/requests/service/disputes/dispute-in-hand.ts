/** What the commands on disputes share: the locked dispute with its folded state, appending an event, the audit. */
import { asc, eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { type KeptBytes, recordStoredFile } from '#kernel/files/stored-files.ts';
import type { Work } from '#kernel/work.ts';
import { findReachableDispute, stateOfDispute } from '../../queries/disputes/stored.ts';
import { judgeDisputeAction } from '../../rules/disputes/actions.ts';
import { applyDisputeEvent, type DisputeState, foldDisputeEvents } from '../../rules/disputes/fold.ts';
import type { DisputeEvent } from '../../rules/disputes/shapes.ts';
import { type DisputeRecord, disputeEvents, disputes } from '../../tables/disputes.ts';
import { disputeEventTitle, disputeRefusals } from '../../words/disputes.ts';
import { addCaseEvents, relockCase } from '../case-in-hand.ts';

/** The one audit entry of a command on a dispute. */
export function auditDispute(
  work: Work,
  action: string,
  record: DisputeRecord,
  summary: string,
  after: unknown,
): void {
  work.audit({
    action: `requests.${action}`,
    objectKind: 'dispute',
    objectId: record.id,
    unitId: record.unitId,
    summary,
    after,
    affectsPortal: false,
  });
}

/** Writes an event that was judged. */
export async function insertDisputeEvent(
  work: Work,
  disputeId: string,
  number: number,
  event: DisputeEvent,
  fileId: string | null,
): Promise<void> {
  const { day, ...content } = event;
  const { by, name } = signatureOf(work.actor);
  await work.db.insert(disputeEvents).values({
    disputeId,
    number,
    kind: event.kind,
    onDay: day,
    content,
    fileId,
    byId: by,
    byName: name,
    at: work.now,
  });
}

/** A dispute locked for this transaction. */
export interface DisputeInHand {
  readonly record: DisputeRecord;
  readonly events: readonly DisputeEvent[];
  readonly state: DisputeState;
}

/** The dispute locked, whatever the actor may do with it; for commands that were already allowed. */
export async function lockDispute(work: Work, disputeId: string): Promise<DisputeInHand> {
  const [record] = await work.db.select().from(disputes).where(eq(disputes.id, disputeId)).for('update');
  if (record === undefined) throw disputeRefusals.refuse('requests.disputeNotFound', {});
  const rows = await work.db
    .select({ content: disputeEvents.content, onDay: disputeEvents.onDay })
    .from(disputeEvents)
    .where(eq(disputeEvents.disputeId, disputeId))
    .orderBy(asc(disputeEvents.number));
  const events = rows.map(({ content, onDay }): DisputeEvent => ({ ...content, day: onDay }));
  return { record, events, state: stateOfDispute(record, events) };
}

/** The dispute locked; refuses who has no part in requests (403) and who does not reach this one (404). */
export async function takeDispute(work: Work, disputeId: string): Promise<DisputeInHand> {
  work.authorise('requests.handle');
  const seen = await findReachableDispute(work.db, work.actor, disputeId);
  if (seen === undefined) throw disputeRefusals.refuse('requests.disputeNotFound', {});
  return lockDispute(work, disputeId);
}

/** Appends an event the rules allow, rewrites the index and tells the case file when the dispute ends. */
export async function appendDisputeEvent(
  work: Work,
  inHand: DisputeInHand,
  event: DisputeEvent,
  file: KeptBytes | null,
): Promise<void> {
  const { record, events } = inHand;
  const verdict = judgeDisputeAction(inHand.state, events, event, work.today);
  if (!verdict.allowed) {
    throw disputeRefusals.refuse('requests.disputeStepNotAllowed', {
      way: record.way,
      kind: event.kind,
      why: verdict.because,
    });
  }
  const fileId = file === null ? null : await recordStoredFile(work, file);
  await insertDisputeEvent(work, record.id, events.length, event, fileId);
  const state =
    event.kind === 'annulled'
      ? foldDisputeEvents(record.way, [...events, event])
      : applyDisputeEvent(inHand.state, event);
  if (state === undefined) throw new Error(`dispute ${record.id} lost its opening`);
  await work.db
    .update(disputes)
    .set({ status: state.status, outcome: state.outcome, closedOn: state.closedOn, changedAt: work.now })
    .where(eq(disputes.id, record.id));
  if (record.requestId !== null && inHand.state.closedOn === null && state.closedOn !== null) {
    await addCaseEvents(work, await relockCase(work, record.requestId), [
      {
        kind: 'disputeClosed',
        on: state.closedOn,
        disputeId: record.id,
        outcome: state.outcome ?? 'other',
      },
    ]);
  }
  const title = disputeEventTitle(record.way, event.kind);
  auditDispute(work, 'recordDisputeStep', record, `${record.number}：登记“${title}”`, {
    kind: event.kind,
    day: event.day,
    status: state.status,
    outcome: state.outcome,
  });
}
