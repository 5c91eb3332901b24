/** Builders of disputes for tests, answered requests for their figures, and the samples for the walk over all routes. */
import { type Actor, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { dayOf } from '#kernel/day.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { disputeStepSchema, openDisputeSchema } from '../contract/disputes.ts';
import type { CaseEvent } from '../rules/case-events.ts';
import { addCaseEvents, relockCase } from '../service/case-in-hand.ts';
import { addDisputePaper, recordDisputeStep } from '../service/disputes/keep-disputes.ts';
import { openDispute } from '../service/disputes/open-dispute.ts';
import { sealDisputeParties } from '../service/disputes/seal-parties.ts';

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

interface DisputeWalkGiven {
  readonly app: App;
  readonly county: { readonly jurisdictionId: string; readonly education: string };
}

const disputeForWalk = ({ app, county }: DisputeWalkGiven) => givenDispute(app, { unitId: county.education });

export const disputeRouteSamples: RouteSamples<DisputeWalkGiven> = {
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
