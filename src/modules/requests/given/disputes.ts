/** Builders of disputes for tests, answered requests for their figures, and the samples for the walk over all routes. */
import { type Actor, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { dayOf } from '#kernel/day.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { disputeStepSchema, openDisputeSchema } from '../contract/disputes.ts';
import { drawCheckSchema, openRectificationSchema, writeGuidanceSchema } from '../contract/rectifications.ts';
import { applicantSchema, arrivalSchema, requestContentSchema } from '../contract/requests.ts';
import type { CaseEvent } from '../rules/case-events.ts';
import { addCaseEvents, relockCase } from '../service/case-in-hand.ts';
import { addDisputePaper, recordDisputeStep } from '../service/disputes/keep-disputes.ts';
import { openDispute } from '../service/disputes/open-dispute.ts';
import { drawQualityCheck, writeGuidanceCase } from '../service/disputes/quality.ts';
import { openRectification } from '../service/disputes/rectifications.ts';
import { sealDisputeParties } from '../service/disputes/seal-parties.ts';
import { registerRequest } from '../service/register-request.ts';
import { digestContent, sealApplicant } from '../service/seal-applicant.ts';

const builder = systemActor('test');

/** What the form sends; an administrative review of an older case of the unit unless said. */
export async function givenDispute(
  app: App,
  given: Record<string, unknown>,
  by: Actor = builder,
): Promise<string> {
  const input = openDisputeSchema.parse({
    olderCase: given.requestId === undefined ? '2023年申请第7号' : '',
    way: 'review',
    subject: '不服不予公开答复',
    authority: '市人民政府',
    openedOn: '2026-03-02',
    parties: [{ role: 'applicant', name: '王小明' }],
    ...given,
  });
  const prepared = { ...input, parties: sealDisputeParties(app.config, input.parties) };
  return transact(app, by, (work) => openDispute(work, prepared));
}

/** Records steps one after the other, as the form would send them. */
export async function givenDisputeSteps(
  app: App,
  disputeId: string,
  ...steps: readonly Record<string, unknown>[]
): Promise<void> {
  for (const step of steps) {
    await transact(app, builder, (work) => recordDisputeStep(work, disputeId, disputeStepSchema.parse(step)));
  }
}

/** A paper of the dispute without bytes in the store. */
export async function givenDisputePaper(app: App, disputeId: string, name: string): Promise<number> {
  const file = { sha256: 'ab'.repeat(32), byteLength: 3, mediaType: 'application/pdf', fileName: name };
  return transact(app, builder, (work) =>
    addDisputePaper(work, disputeId, { group: 'answer', proves: '答复的理由', file }),
  );
}

/** Adds events to a request as its commands would have. */
export async function givenCaseEvents(
  app: App,
  requestId: string,
  ...events: readonly CaseEvent[]
): Promise<void> {
  await transact(app, builder, async (work) => {
    await addCaseEvents(work, await relockCase(work, requestId), events);
    work.audit({ action: 'test.events', objectKind: 'request', objectId: requestId, summary: '测试' });
  });
}

/** The events by which a request is answered with this leaf and posted on that day. */
export function answeredBy(leaf: string, day: string): readonly CaseEvent[] {
  const on = dayOf(day);
  return [
    { kind: 'replied', on, leaf, letterId: null, facts: {} },
    { kind: 'dispatched', on, way: 'post', signedOn: null, proof: '挂号信' },
  ];
}

/** What the form sends; a review opinion received today unless said. */
export async function givenRectification(
  app: App,
  given: Record<string, unknown>,
  by: Actor = builder,
): Promise<string> {
  const input = openRectificationSchema.parse({
    source: 'reviewOpinion',
    title: '补齐检索记录',
    demands: '完善检索并入卷',
    receivedOn: beijingDayOf(app.clock.now()),
    ...given,
  });
  return transact(app, by, (work) => openRectification(work, input));
}

/** A request at the counter today, with an applicant already sealed. */
async function givenWalkedCase(app: App, unitId: string): Promise<string> {
  const applicant = applicantSchema.parse({
    kind: 'enterprise',
    name: '望澜县宏达置业有限公司',
    identityKind: 'creditCode',
    identityNumber: '91330000MA2A00000X',
    phone: '05710000000',
  });
  const content = requestContentSchema.parse({
    subject: '抽检用的申请',
    description: '抽检用的申请',
    wantedMedium: 'paper',
    wantedChannel: 'pickUp',
  });
  const arrivedOn = beijingDayOf(app.clock.now());
  const prepared = {
    unitId,
    content,
    applicant: sealApplicant(app.config, applicant),
    contentDigest: digestContent(app.config, content.description),
    arrival: arrivalSchema.parse({ way: 'counter', arrivedOn, evidence: '窗口' }),
  };
  return (await transact(app, builder, (work) => registerRequest(work, prepared))).requestId;
}

interface DisputeWalkGiven {
  readonly app: App;
  readonly county: { readonly jurisdictionId: string; readonly education: string };
}

const disputeForWalk = ({ app, county }: DisputeWalkGiven) => givenDispute(app, { unitId: county.education });

async function rectificationForWalk({ app, county }: DisputeWalkGiven): Promise<string> {
  return givenRectification(app, { unitId: county.education });
}

async function checkForWalk({ app, county }: DisputeWalkGiven): Promise<string> {
  const requestId = await givenWalkedCase(app, county.education);
  await givenCaseEvents(app, requestId, ...answeredBy('process', '2026-05-06'));
  const input = drawCheckSchema.parse({
    title: '第二季度抽检',
    fromDay: '2026-01-01',
    untilDay: '2027-01-01',
    size: 1,
    seed: '县政府办公室会议',
  });
  return transact(app, builder, (work) => drawQualityCheck(work, input));
}

const guidanceBody = {
  title: '检索记录应当入卷',
  point: '答复信息不存在，应当有检索记录',
  facts: '申请人甲申请',
};

const guidanceForWalk = ({ app }: DisputeWalkGiven) =>
  transact(app, builder, (work) => writeGuidanceCase(work, writeGuidanceSchema.parse(guidanceBody)));

const proof = [
  {
    field: 'file',
    name: '整改报告.txt',
    mediaType: 'text/plain',
    bytes: new TextEncoder().encode('已整改'),
  },
];

const followUpSamples: RouteSamples<DisputeWalkGiven> = {
  'requests.listRectifications': async () => ({}),
  'requests.openRectification': async ({ county }) => ({
    body: {
      unitId: county.education,
      source: 'reviewOpinion',
      title: '补齐检索记录',
      demands: '完善检索',
      receivedOn: '2026-05-06',
    },
  }),
  'requests.showRectification': async (given) => ({
    params: { rectificationId: await rectificationForWalk(given) },
  }),
  'requests.submitRectification': async (given) => ({
    params: { rectificationId: await rectificationForWalk(given) },
    query: { text: '已经补齐' },
    files: proof,
  }),
  'requests.settleRectification': async (given) => ({
    params: { rectificationId: await rectificationForWalk(given) },
    body: { action: 'postpone', reason: '信息量大', dueOn: '2026-08-01' },
  }),
  'requests.downloadRectificationProof': async (given) => ({
    params: { rectificationId: await rectificationForWalk(given), position: '1' },
  }),
  'requests.exportDisputeBundle': async (given) => ({ params: { disputeId: await disputeForWalk(given) } }),
  'requests.viewDisputeRates': async () => ({ query: { from: '2026-01-01', until: '2027-01-01' } }),
  'requests.listQualityChecks': async () => ({}),
  'requests.drawQualityCheck': async (given) => {
    await checkForWalk(given);
    return {
      body: { title: '抽检', fromDay: '2026-01-01', untilDay: '2027-01-01', size: 1, seed: '会议' },
    };
  },
  'requests.showQualityCheck': async (given) => ({ params: { checkId: await checkForWalk(given) } }),
  'requests.scoreQualityCase': async (given) => ({
    params: { checkId: await checkForWalk(given), position: '0' },
    body: {
      scores: {
        registration: 10,
        deadline: 20,
        search: 15,
        ground: 20,
        reasons: 15,
        remedy: 10,
        service: 5,
        file: 5,
      },
    },
  }),
  'requests.listGuidanceCases': async () => ({}),
  'requests.writeGuidanceCase': async () => ({ body: guidanceBody }),
  'requests.changeGuidanceCase': async (given) => ({
    params: { guidanceId: await guidanceForWalk(given) },
    body: guidanceBody,
  }),
  'requests.publishGuidanceCase': async (given) => ({
    params: { guidanceId: await guidanceForWalk(given) },
  }),
  'requests.withdrawGuidanceCase': async (given) => ({
    params: { guidanceId: await guidanceForWalk(given) },
    body: { reason: '重复' },
  }),
};

export const disputeRouteSamples: RouteSamples<DisputeWalkGiven> = {
  ...followUpSamples,
  'requests.listDisputes': async () => ({}),
  'requests.openDispute': async ({ county }) => ({
    body: {
      olderCase: '2023年申请第7号',
      unitId: county.education,
      way: 'review',
      subject: '不服不予公开答复',
      authority: '市人民政府',
      openedOn: '2026-03-02',
    },
  }),
  'requests.showDispute': async (given) => ({ params: { disputeId: await disputeForWalk(given) } }),
  'requests.recordDisputeStep': async (given) => ({
    params: { disputeId: await disputeForWalk(given) },
    body: { kind: 'remarked', day: '2026-03-03', text: '与复议机关联系' },
  }),
  'requests.addDisputePaper': async (given) => ({
    params: { disputeId: await disputeForWalk(given) },
    query: { group: 'answer' },
    files: [
      {
        field: 'file',
        name: '答复书.txt',
        mediaType: 'text/plain',
        bytes: new TextEncoder().encode('答复'),
      },
    ],
  }),
  'requests.downloadDisputePaper': async (given) => {
    const disputeId = await disputeForWalk(given);
    const position = await givenDisputePaper(given.app, disputeId, '答复书.pdf');
    return { params: { disputeId, position: String(position) } };
  },
  'requests.revealDisputeParties': async (given) => ({
    params: { disputeId: await disputeForWalk(given) },
    body: { reason: '撰写答复书' },
  }),
};
