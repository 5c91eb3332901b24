/** Entering a request in the register, whichever way it came, with its lawful day of receipt (条例第二十九条至第三十一条). */
import { eq, sql } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { type Day, yearOf } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { Work } from '#kernel/work.ts';
import { findUnit } from '#modules/organisation/index.ts';
import { judgeReceiptDay } from '#modules/periods/index.ts';
import type { ArrivalInput, RegisteredRequest, RequestContentInput } from '../contract/requests.ts';
import type { CaseEvent } from '../rules/case-events.ts';
import { type RequestRow, requestApplicants, requestSerials, requests } from '../tables/requests.ts';
import { requestRefusals } from '../words/requests.ts';
import { beginCase } from './case-in-hand.ts';
import type { SealedApplicant } from './seal-applicant.ts';

/** A request with its applicant already sealed: a command never holds who asks in the clear. */
export interface PreparedRequest {
  readonly unitId: string;
  readonly applicant: SealedApplicant;
  readonly content: RequestContentInput;
  readonly contentDigest: string;
  readonly arrival: ArrivalInput;
  /** Sent by the public form: the same filing makes one case. */
  readonly filingKey?: string;
}

/** The next serial of the organ in the year. */
export async function takeRequestSerial(work: Work, unitId: string, year: number): Promise<number> {
  const [row] = await work.db
    .insert(requestSerials)
    .values({ unitId, year, lastSerial: 1 })
    .onConflictDoUpdate({
      target: [requestSerials.unitId, requestSerials.year],
      set: { lastSerial: sql`${requestSerials.lastSerial} + 1` },
    })
    .returning();
  if (row === undefined) throw new Error('the serial of a request was not written');
  return row.lastSerial;
}

/** 2026-0012. */
export function requestNumberOf(year: number, serial: number): string {
  return `${year}-${String(serial).padStart(4, '0')}`;
}

function checkArrivalDays(arrival: ArrivalInput, today: Day): void {
  const { arrivedOn, signedOn, confirmedOn } = arrival;
  if ([arrivedOn, signedOn, confirmedOn].some((day) => day !== null && day > today)) {
    throw requestRefusals.refuse('requests.dayInFuture', {});
  }
  const isEarly = (day: Day | null) => day !== null && day < arrivedOn;
  if (arrival.way !== 'registeredMail' && isEarly(confirmedOn)) {
    throw requestRefusals.refuse('requests.dayTooEarly', { earliest: longDay(arrivedOn) });
  }
}

/** The first events: that it came in, and, where the law already says so, that it was received. */
export function arrivalEvents(arrival: ArrivalInput): CaseEvent[] {
  const { way, arrivedOn, misdirected, evidence } = arrival;
  const registered: CaseEvent = { kind: 'registered', on: arrivedOn, way, arrivedOn, misdirected };
  const verdict = judgeReceiptDay(arrival);
  if (verdict.kind === 'awaiting') return [registered];
  const { on, because, article } = verdict;
  return [registered, { kind: 'received', on, because, article, evidence }];
}

/** The rows of a request without its events; `beginCase` writes those. */
export async function insertRequest(
  work: Work,
  prepared: PreparedRequest,
  place: {
    readonly jurisdictionId: string;
    readonly splitFromId: string | null;
    /** Who handles it; whoever registers it unless said. */
    readonly officerIds?: readonly string[];
  },
): Promise<RequestRow> {
  const { unitId, applicant, content, contentDigest, arrival, filingKey } = prepared;
  const year = yearOf(work.today);
  const serial = await takeRequestSerial(work, unitId, year);
  const { by, name } = signatureOf(work.actor);
  const [row] = await work.db
    .insert(requests)
    .values({
      id: work.newId(),
      jurisdictionId: place.jurisdictionId,
      unitId,
      number: requestNumberOf(year, serial),
      way: arrival.way,
      applicantKind: applicant.kind,
      ...content,
      contentDigest,
      arrivedOn: arrival.arrivedOn,
      officerIds: [...(place.officerIds ?? (work.actor.kind === 'officer' ? [work.actor.id] : []))],
      stage: 'registered',
      isTouched: false,
      splitFromId: place.splitFromId,
      filingKey: filingKey ?? null,
      version: 0,
      createdBy: by,
      createdByName: name,
      createdAt: work.now,
      changedAt: work.now,
    })
    .returning();
  if (row === undefined) throw new Error('a request was not written');
  const { kind: _kind, ...masked } = applicant;
  await work.db.insert(requestApplicants).values({ requestId: row.id, ...masked });
  return row;
}

/** Enters a request that `unitId` is to answer; who registers it is its first handler. */
export async function registerRequest(work: Work, prepared: PreparedRequest): Promise<RegisteredRequest> {
  const unit = await findUnit(work.db, prepared.unitId);
  work.authorise(
    'requests.register',
    unit === undefined ? {} : { unitId: unit.id, jurisdictionId: unit.jurisdictionId },
  );
  if (unit === undefined) throw requestRefusals.refuse('requests.unitUnknown', {});
  const { requestId, number, receivedOn } = await enterRequest(work, prepared, unit.jurisdictionId);
  return { requestId, number, receivedOn };
}

/** The same for a filing that was allowed otherwise: the public form. */
export async function enterRequest(
  work: Work,
  prepared: PreparedRequest,
  jurisdictionId: string,
): Promise<RegisteredRequest & { readonly isAgain: boolean }> {
  checkArrivalDays(prepared.arrival, work.today);
  if (prepared.filingKey !== undefined) {
    // Two sendings at once wait for one another here.
    await work.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${prepared.filingKey}, 6))`);
    const [known] = await work.db.select().from(requests).where(eq(requests.filingKey, prepared.filingKey));
    if (known !== undefined) {
      work.audit({
        action: 'requests.register',
        objectKind: 'request',
        objectId: known.id,
        unitId: known.unitId,
        summary: `重复提交，仍为申请${known.number}`,
        affectsPortal: false,
      });
      return { requestId: known.id, number: known.number, receivedOn: known.receivedOn, isAgain: true };
    }
  }
  const row = await insertRequest(work, prepared, { jurisdictionId, splitFromId: null });
  const { state } = await beginCase(work, row, arrivalEvents(prepared.arrival));
  work.audit({
    action: 'requests.register',
    objectKind: 'request',
    objectId: row.id,
    unitId: row.unitId,
    summary: `登记政府信息公开申请${row.number}`,
    after: { way: row.way, arrivedOn: row.arrivedOn, receivedOn: state.receivedOn },
    affectsPortal: false,
  });
  return { requestId: row.id, number: row.number, receivedOn: state.receivedOn, isAgain: false };
}
