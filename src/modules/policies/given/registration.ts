/** Normative documents on their way to a unified number, for the walk over all routes. */
import { systemActor } from '#kernel/actor.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { givenDraft } from '#modules/publishing/given.ts';
import { submitItem } from '#modules/publishing/index.ts';
import { recordLegalityReview, setUnifiedCode } from '../service/registration/review.ts';
import { type PolicyWalkGiven, walkDesk } from './documents.ts';

let sent = 0;

/** A normative draft that was sent to review and waits for the legal office. */
async function sentNormative(given: PolicyWalkGiven): Promise<string> {
  const desk = await walkDesk(given);
  sent += 1;
  const title = `清河县第${sent}项校园管理办法`;
  const itemId = await givenDraft(given.app, desk, { kind: 'policyDocument', title });
  await transact(given.app, desk.author, (work) => submitItem(work, { itemId }));
  return itemId;
}

const review = { opinion: 'passed', opinionText: '内容合法', earlyReason: '条文简单' } as const;

export const registrationRouteSamples: RouteSamples<PolicyWalkGiven> = {
  'policies.listRegistrations': async () => ({}),
  'policies.reviewLegality': async (given) => ({
    params: { itemId: await sentNormative(given) },
    body: review,
  }),
  'policies.giveUnifiedNumber': async (given) => {
    const itemId = await sentNormative(given);
    const office = systemActor('test');
    const { unitId } = await walkDesk(given);
    await transact(given.app, office, (work) => setUnifiedCode(work, { unitId, code: 'QHW01' }));
    await transact(given.app, office, (work) => recordLegalityReview(work, { ...review, itemId }));
    return { params: { itemId } };
  },
  'policies.listUnifiedCodes': async () => ({}),
  'policies.setUnifiedCode': async ({ county }) => ({
    params: { unitId: county.education },
    body: { code: 'QHW02' },
  }),
};
