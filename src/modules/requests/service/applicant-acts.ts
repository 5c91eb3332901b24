/**
 * What an applicant does on the portal: filing, withdrawing, correcting, writing. Whoever calls has shown that the request is
 * theirs; there is no permission to ask for.
 */
import { eq } from 'drizzle-orm';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { findUnit, listSupervisors } from '#modules/organisation/index.ts';
import type { RegisteredRequest } from '../contract/requests.ts';
import { type CaseAction, judgeCaseAction } from '../rules/case-actions.ts';
import type { CaseEvent } from '../rules/case-events.ts';
import { isCaseOpen } from '../rules/case-state.ts';
import {
  type WantedChannel,
  type WantedMedium,
  wantedChannelTitles,
  wantedMediumTitles,
} from '../rules/wanted.ts';
import { type RequestRow, requestApplicants, requests } from '../tables/requests.ts';
import { requestRefusals } from '../words/requests.ts';
import { addCaseEvents, relockCase } from './case-in-hand.ts';
import { addProof, type SealedProof } from './identity-proofs.ts';
import { enterRequest, type PreparedRequest } from './register-request.ts';

async function tellOffice(work: Work, row: RequestRow, title: string): Promise<void> {
  const office =
    row.officerIds.length > 0 ? row.officerIds : await listSupervisors(work.db, row.jurisdictionId);
  await notify(work, {
    officerIds: office,
    title: `${title}：申请${row.number}`,
    address: `/requests/${row.id}`,
    key: `request:${row.id}:${title}:${row.version}`,
  });
}

/** Files a request online; sent again under the same key it is the same request. The office is told. */
export async function fileOnline(
  work: Work,
  prepared: PreparedRequest,
  jurisdictionId: string,
  proofs: readonly SealedProof[],
): Promise<RegisteredRequest> {
  const unit = await findUnit(work.db, prepared.unitId);
  if (unit === undefined || unit.jurisdictionId !== jurisdictionId) {
    throw requestRefusals.refuse('requests.unitUnknown', {});
  }
  const made = await enterRequest(work, prepared, jurisdictionId);
  const [row] = await work.db.select().from(requests).where(eq(requests.id, made.requestId));
  if (row === undefined) throw new Error(`request ${made.requestId} was filed and is not there`);
  // A filing sent again finds its proofs already beside it.
  if (!made.isAgain) {
    for (const proof of proofs) await addProof(work, row.id, proof);
    await tellOffice(work, row, '网上收到新的申请，请与申请人确认');
  }
  const { requestId, number, receivedOn } = made;
  return { requestId, number, receivedOn };
}

interface Act {
  readonly action: CaseAction;
  readonly event: CaseEvent;
  readonly changes?: Partial<RequestRow>;
  readonly title: string;
}

async function takeApplicantStep(work: Work, requestId: string, act: Act): Promise<void> {
  const inHand = await relockCase(work, requestId);
  const verdict = judgeCaseAction(inHand.state, act.action);
  if (!verdict.allowed) {
    const { because } = verdict;
    throw requestRefusals.refuse('requests.actionNotAllowed', { action: act.action, because });
  }
  const { row } = await addCaseEvents(work, inHand, [act.event], act.changes);
  work.audit({
    action: `requests.applicant.${act.action}`,
    objectKind: 'request',
    objectId: requestId,
    unitId: row.unitId,
    summary: `${act.title}：申请${row.number}`,
    before: { stage: inHand.state.stage },
    after: { stage: row.stage },
    affectsPortal: false,
  });
  await tellOffice(work, row, act.title);
}

/** The applicant takes the request back. */
export async function withdrawOnline(work: Work, requestId: string, reason: string): Promise<void> {
  const event: CaseEvent = { kind: 'withdrawn', on: work.today, reason: `申请人在网上撤回：${reason}` };
  await takeApplicantStep(work, requestId, { action: 'withdraw', event, title: '申请人撤回' });
}

/** The applicant corrects the request as asked; the reply counts anew. */
export async function correctOnline(
  work: Work,
  input: { readonly requestId: string; readonly description: string; readonly contentDigest: string },
): Promise<void> {
  const { requestId, description, contentDigest } = input;
  await takeApplicantStep(work, requestId, {
    action: 'recordCorrection',
    event: { kind: 'corrected', on: work.today, description },
    changes: { description, contentDigest },
    title: '申请人提交补正',
  });
}

/** A message to the office. */
export async function writeToOffice(work: Work, requestId: string, text: string): Promise<void> {
  const event: CaseEvent = { kind: 'message', on: work.today, from: 'applicant', text };
  await takeApplicantStep(work, requestId, { action: 'sendMessage', event, title: '申请人留言' });
}

/**
 * Another form or way to be given the information, while no reply was made. The applicant comes sealed; what was chosen is
 * said to the office as a message, where the files keep it.
 */
export async function changeDelivery(
  work: Work,
  input: {
    readonly requestId: string;
    readonly wantedMedium: WantedMedium;
    readonly wantedChannel: WantedChannel;
    readonly sealed: string;
  },
): Promise<void> {
  const { requestId, wantedMedium, wantedChannel, sealed } = input;
  const inHand = await relockCase(work, requestId);
  const { stage } = inHand.state;
  if (!isCaseOpen(stage) || stage === 'replied') throw requestRefusals.refuse('requests.deliveryFixed', {});
  const text = `取得方式改为：${wantedMediumTitles[wantedMedium]}，${wantedChannelTitles[wantedChannel]}`;
  const event: CaseEvent = { kind: 'message', on: work.today, from: 'applicant', text };
  const { row } = await addCaseEvents(work, inHand, [event], { wantedMedium, wantedChannel });
  await work.db.update(requestApplicants).set({ sealed }).where(eq(requestApplicants.requestId, requestId));
  const before = inHand.row;
  work.audit({
    action: 'requests.applicant.changeDelivery',
    objectKind: 'request',
    objectId: requestId,
    unitId: row.unitId,
    summary: `申请人改取得方式：申请${row.number}`,
    before: { wantedMedium: before.wantedMedium, wantedChannel: before.wantedChannel },
    after: { wantedMedium, wantedChannel },
    affectsPortal: false,
  });
  await tellOffice(work, row, '申请人改取得方式');
}

/** That the applicant took a letter from the portal: proof that it reached them. */
export async function noteLetterTaken(
  work: Work,
  row: Pick<RequestRow, 'id' | 'unitId' | 'number'>,
  letter: { readonly id: string; readonly documentNumber: string | null },
): Promise<void> {
  work.audit({
    action: 'requests.applicant.takeLetter',
    objectKind: 'request',
    objectId: row.id,
    unitId: row.unitId,
    summary: `申请人在网上下载文书${letter.documentNumber ?? ''}：申请${row.number}`,
    after: { letterId: letter.id },
    affectsPortal: false,
  });
}
