/** What settles where a request belongs: receipt, contact, assignment, transfer, splitting and merging. */
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { yearOf } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { findActingOfficer, findUnit } from '#modules/organisation/index.ts';
import { type Arrival, judgeReceiptDay } from '#modules/periods/index.ts';
import type {
  assignSchema,
  confirmReceiptSchema,
  forwardSchema,
  mergeSchema,
  recordContactSchema,
  transferSchema,
} from '../contract/case-commands.ts';
import { canReachCase } from '../rules/case-access.ts';
import type { CaseEvent } from '../rules/case-events.ts';
import { isCaseOpen } from '../rules/case-state.ts';
import { requestApplicants } from '../tables/requests.ts';
import { requestRefusals } from '../words/requests.ts';
import {
  actsForOffice,
  addCaseEvents,
  beginCase,
  type CaseInHand,
  relockCase,
  takeStep,
} from './case-in-hand.ts';
import { insertRequest, requestNumberOf, takeRequestSerial } from './register-request.ts';
import type { SealedApplicant } from './seal-applicant.ts';

type InputOf<Schema extends z.ZodType> = z.output<Schema> & { readonly requestId: string };

/** Signed for, or confirmed with the applicant: the lawful day of receipt follows (条例第三十一条). */
export async function confirmReceipt(work: Work, input: InputOf<typeof confirmReceiptSchema>): Promise<void> {
  await takeStep(work, input.requestId, 'confirmReceipt', ({ events }) => {
    const [first] = events;
    if (first?.kind !== 'registered') throw new Error('a request begins with its registration');
    const { way, arrivedOn, misdirected } = first;
    const arrival: Arrival = { way, arrivedOn, misdirected, signedOn: input.on, confirmedOn: input.on };
    const verdict = judgeReceiptDay(arrival);
    if (verdict.kind === 'awaiting') throw new Error('a confirmed arrival is received');
    const { on, because, article } = verdict;
    return { events: [{ kind: 'received', on, because, article, evidence: input.evidence }] };
  });
}

/** What was said with the applicant, or that nobody was reached. */
export async function recordContact(work: Work, input: InputOf<typeof recordContactSchema>): Promise<void> {
  const { requestId, ...contact } = input;
  await takeStep(work, requestId, 'recordContact', () => ({ events: [{ kind: 'contacted', ...contact }] }));
}

async function checkAssignees(work: Work, inHand: CaseInHand, unitId: string, officerIds: readonly string[]) {
  const unit = await findUnit(work.db, unitId);
  const isOurs = unit !== undefined && unit.jurisdictionId === inHand.row.jurisdictionId;
  if (!isOurs) throw requestRefusals.refuse('requests.unitUnknown', {});
  const mayAnywhere = actsForOffice(work, inHand.row);
  const reach = work.actor.kind === 'officer' ? work.actor.grants.flatMap((grant) => grant.reach) : [];
  const unfit = () => requestRefusals.refuse('requests.officersUnfit', {});
  if (!mayAnywhere && !reach.includes(unitId)) throw unfit();
  for (const officerId of officerIds) {
    const officer = await findActingOfficer(work.db, officerId);
    const belongs =
      officer?.active === true &&
      officer.jurisdictionId === inHand.row.jurisdictionId &&
      (officer.unitId === unitId || officer.roles.some((role) => role.unitId === unitId));
    if (!belongs) throw unfit();
  }
}

/** Hands the case to officers of a unit, with the office's own day for them; they are told. */
export async function assignCase(work: Work, input: InputOf<typeof assignSchema>): Promise<void> {
  const { requestId, unitId, officerIds, internalDue, note } = input;
  const { row } = await takeStep(work, requestId, 'assign', async (inHand) => {
    await checkAssignees(work, inHand, unitId, officerIds);
    return { events: [{ kind: 'assigned', on: work.today, unitId, officerIds, internalDue, note }] };
  });
  await notify(work, {
    officerIds,
    title: `政府信息公开申请${row.number}分派给您承办`,
    ...(internalDue === null ? {} : { detail: `内部办理时限为${longDay(internalDue)}` }),
    address: `/requests/${requestId}`,
    key: `request:${requestId}:assigned:${row.version}`,
  });
}

/** To another organ of the jurisdiction, which takes it under its own number; the clock goes on. */
export async function transferCase(work: Work, input: InputOf<typeof transferSchema>): Promise<void> {
  const { requestId, unitId, reason } = input;
  await takeStep(work, requestId, 'transfer', async ({ row }) => {
    const unit = await findUnit(work.db, unitId);
    if (unit === undefined || unit.jurisdictionId !== row.jurisdictionId || unitId === row.unitId) {
      throw requestRefusals.refuse('requests.unitUnknown', {});
    }
    const year = yearOf(work.today);
    const number = requestNumberOf(year, await takeRequestSerial(work, unitId, year));
    return {
      events: [{ kind: 'transferred', on: work.today, unitId, formerNumber: row.number, reason }],
      changes: { unitId, number },
      remark: `新编号${number}`,
    };
  });
}

/** Sent on to a body outside; the applicant is still owed a reply that names it (条例第三十六条第五项). */
export async function forwardCase(work: Work, input: InputOf<typeof forwardSchema>): Promise<void> {
  const { requestId, ...where } = input;
  await takeStep(work, requestId, 'forward', () => ({
    events: [{ kind: 'forwarded', on: work.today, ...where }],
  }));
}

/** One part of a split request, its applicant sealed anew with a query code of its own. */
export interface PreparedPart {
  readonly subject: string;
  readonly description: string;
  readonly contentDigest: string;
  readonly applicant: SealedApplicant;
}

/** 一事一申请: the parts are cases of their own, received when the whole was; the whole is closed and not counted. */
export async function splitCase(
  work: Work,
  input: { readonly requestId: string; readonly parts: readonly PreparedPart[] },
): Promise<readonly string[]> {
  const made: string[] = [];
  await takeStep(work, input.requestId, 'split', async ({ row, events }) => {
    const begun = events.filter(({ kind }) => kind === 'registered' || kind === 'received');
    for (const { applicant, contentDigest, subject, description } of input.parts) {
      const { wantedMedium, wantedChannel, way, arrivedOn } = row;
      const part = await insertRequest(
        work,
        {
          unitId: row.unitId,
          applicant,
          contentDigest,
          content: { subject, description, wantedMedium, wantedChannel },
          arrival: { way, arrivedOn, signedOn: null, confirmedOn: null, misdirected: false, evidence: '' },
        },
        { jurisdictionId: row.jurisdictionId, splitFromId: row.id, officerIds: row.officerIds },
      );
      const from: CaseEvent = { kind: 'splitFrom', on: work.today, requestId: row.id };
      await beginCase(work, part, [...begun, from]);
      made.push(part.id);
    }
    return {
      events: [{ kind: 'splitInto', on: work.today, requestIds: made }],
      remark: `拆成${made.length}件`,
    };
  });
  return made;
}

/** Into another open case of the same applicant at the same organ; this one is closed and not counted. */
export async function mergeCase(work: Work, input: InputOf<typeof mergeSchema>): Promise<void> {
  const { requestId, intoId, reason } = input;
  await takeStep(work, requestId, 'merge', async ({ row }) => {
    if (intoId === requestId) throw requestRefusals.refuse('requests.mergeUnfit', {});
    const into = await relockCase(work, intoId);
    const fits =
      canReachCase(work.actor, into.row) && into.row.unitId === row.unitId && isCaseOpen(into.state.stage);
    if (!fits || !(await areOfSameApplicant(work, requestId, intoId))) {
      throw requestRefusals.refuse('requests.mergeUnfit', {});
    }
    await addCaseEvents(work, into, [{ kind: 'absorbed', on: work.today, requestId }]);
    return {
      events: [{ kind: 'mergedInto', on: work.today, requestId: intoId, reason }],
      remark: `并入${into.row.number}`,
    };
  });
}

async function areOfSameApplicant(work: Work, one: string, other: string): Promise<boolean> {
  const digestOf = async (requestId: string) => {
    const [row] = await work.db
      .select({ personDigest: requestApplicants.personDigest })
      .from(requestApplicants)
      .where(eq(requestApplicants.requestId, requestId));
    return row?.personDigest;
  };
  return (await digestOf(one)) === (await digestOf(other));
}
