/** Entering a review or lawsuit over a request of the register or over an older case. */
import { sql } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { yearOf } from '#kernel/day.ts';
import type { Work } from '#kernel/work.ts';
import { findUnit } from '#modules/organisation/index.ts';
import type { OpenDisputeInput } from '../../contract/disputes.ts';
import { findReachableDispute } from '../../queries/disputes/stored.ts';
import { findDispositionLeaf } from '../../rules/dispositions/leaves.ts';
import { type DisputeRecord, disputeParties, disputeSerials, disputes } from '../../tables/disputes.ts';
import { disputeRefusals, disputeWayTitles } from '../../words/disputes.ts';
import { addCaseEvents, type CaseInHand, takeCase } from '../case-in-hand.ts';
import { auditDispute, insertDisputeEvent, lockDispute } from './dispute-in-hand.ts';
import type { SealedParty } from './seal-parties.ts';

/** A dispute with its parties already sealed. */
export type PreparedDispute = Omit<OpenDisputeInput, 'parties'> & {
  readonly parties: readonly SealedParty[];
};

interface DisputePlace {
  readonly jurisdictionId: string;
  readonly unitId: string;
  readonly handlingUnitId: string;
  readonly ground: string | null;
}

/** A dispute over a request is its unit's, about its result unless told otherwise. */
function placeOfCase({ row }: CaseInHand, input: PreparedDispute): DisputePlace {
  return {
    jurisdictionId: row.jurisdictionId,
    unitId: row.unitId,
    handlingUnitId: row.handlingUnitId ?? row.unitId,
    ground: input.ground ?? row.leaf,
  };
}

async function placeOlderCase(work: Work, input: PreparedDispute): Promise<DisputePlace> {
  if (input.olderCase === '' || input.unitId === null) {
    throw disputeRefusals.refuse('requests.disputeOverNothing', {});
  }
  const unit = await findUnit(work.db, input.unitId);
  if (unit === undefined) throw disputeRefusals.refuse('requests.disputeUnitUnknown', {});
  return {
    jurisdictionId: unit.jurisdictionId,
    unitId: unit.id,
    handlingUnitId: unit.id,
    ground: input.ground,
  };
}

/** Who handled the case where it is named: a unit of the same county. */
async function placeHandlingUnit(work: Work, input: PreparedDispute, place: DisputePlace): Promise<string> {
  if (input.handlingUnitId === null) return place.handlingUnitId;
  const unit = await findUnit(work.db, input.handlingUnitId);
  if (unit === undefined || unit.jurisdictionId !== place.jurisdictionId) {
    throw disputeRefusals.refuse('requests.disputeUnitUnknown', {});
  }
  return unit.id;
}

/** The day the decision of the review was received: from that review, or as told. */
async function placeReview(work: Work, input: PreparedDispute, unitId: string) {
  if (input.reviewId === null) return input.reviewReceivedOn;
  const review = await findReachableDispute(work.db, work.actor, input.reviewId);
  const fits =
    review !== undefined &&
    input.way === 'lawsuitAfterReview' &&
    review.way === 'review' &&
    review.status === 'closed' &&
    review.unitId === unitId;
  if (!fits) throw disputeRefusals.refuse('requests.disputeReviewUnfit', {});
  const { state } = await lockDispute(work, review.id);
  return state.rulings.at(-1)?.receivedOn ?? input.reviewReceivedOn;
}

async function takeDisputeNumber(work: Work, jurisdictionId: string): Promise<string> {
  const year = yearOf(work.today);
  const [row] = await work.db
    .insert(disputeSerials)
    .values({ jurisdictionId, year, lastSerial: 1 })
    .onConflictDoUpdate({
      target: [disputeSerials.jurisdictionId, disputeSerials.year],
      set: { lastSerial: sql`${disputeSerials.lastSerial} + 1` },
    })
    .returning();
  if (row === undefined) throw new Error('the serial of a dispute was not written');
  return `争议〔${year}〕${row.lastSerial}号`;
}

/** Enters a review or lawsuit; the case file of its request is told. */
export async function openDispute(work: Work, input: PreparedDispute): Promise<string> {
  // Whose it is decides who may: an assigned handler opens it for his own case.
  const inHand = input.requestId === null ? null : await takeCase(work, input.requestId, 'openDispute');
  const place = inHand === null ? await placeOlderCase(work, input) : placeOfCase(inHand, input);
  if (inHand === null) {
    work.authorise('requests.keepDisputes', { unitId: place.unitId, jurisdictionId: place.jurisdictionId });
  }
  if (input.openedOn > work.today) throw disputeRefusals.refuse('requests.disputeDayInFuture', {});
  if (place.ground !== null && findDispositionLeaf(place.ground) === undefined) {
    throw disputeRefusals.refuse('requests.disputeGroundUnknown', {});
  }
  const handlingUnitId = await placeHandlingUnit(work, input, place);
  const reviewReceivedOn = await placeReview(work, input, place.unitId);
  const { by, name } = signatureOf(work.actor);
  const record: DisputeRecord = {
    ...place,
    handlingUnitId,
    id: work.newId(),
    number: await takeDisputeNumber(work, place.jurisdictionId),
    requestId: input.requestId,
    olderCase: input.olderCase,
    reviewId: input.reviewId,
    way: input.way,
    capacity: input.capacity,
    subject: input.subject,
    authority: input.authority,
    actKnownOn: input.actKnownOn,
    reviewReceivedOn,
    openedOn: input.openedOn,
    status: 'opened',
    outcome: null,
    closedOn: null,
    createdBy: by,
    createdByName: name,
    createdAt: work.now,
    changedAt: work.now,
  };
  await work.db.insert(disputes).values(record);
  await insertDisputeEvent(work, record.id, 0, { kind: 'opened', day: input.openedOn }, null);
  if (input.parties.length > 0) {
    const rows = input.parties.map((party, position) => ({ disputeId: record.id, position, ...party }));
    await work.db.insert(disputeParties).values(rows);
  }
  if (inHand !== null) {
    await addCaseEvents(work, inHand, [
      {
        kind: 'disputeOpened',
        on: record.openedOn,
        disputeId: record.id,
        disputeKind: record.way === 'review' ? 'review' : 'lawsuit',
      },
    ]);
  }
  auditDispute(work, 'openDispute', record, `登记${disputeWayTitles[record.way]}${record.number}`, {
    way: record.way,
    openedOn: record.openedOn,
    capacity: record.capacity,
  });
  return record.id;
}
