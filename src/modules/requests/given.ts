/** Builders of requests for tests, and the samples for the walk over all routes. */
import { type Actor, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import {
  type ApplicantInput,
  type ArrivalInput,
  applicantSchema,
  arrivalSchema,
  type RequestContentInput,
  requestContentSchema,
} from './contract/requests.ts';
import { disputeRouteSamples } from './given/disputes.ts';
import { registerRequest } from './service/register-request.ts';
import { digestContent, sealApplicant } from './service/seal-applicant.ts';
import { letterSamplesFor } from './testing/letter-samples.ts';
import { redactionSamplesFor } from './testing/redaction-samples.ts';

export { answeredBy, givenCaseEvents, givenDispute, givenDisputeSteps } from './given/disputes.ts';

const builder = systemActor('test');

export interface GivenRequestParts {
  readonly applicant?: Partial<ApplicantInput>;
  readonly content?: Partial<RequestContentInput>;
  readonly arrival?: Partial<ArrivalInput>;
  /** Who registers it and thereby handles it; the platform unless said. */
  readonly by?: Actor;
}

/** A natural person with every field filled. */
export function givenApplicant(given: Partial<ApplicantInput> = {}): ApplicantInput {
  return applicantSchema.parse({
    kind: 'naturalPerson',
    name: '王小明',
    identityKind: 'idCard',
    identityNumber: '110101199003070011',
    phone: '13800005678',
    address: '青禾县人民路1号',
    postcode: '100000',
    email: 'wang@example.cn',
    ...given,
  });
}

/** A request for one document. */
export function givenRequestContent(given: Partial<RequestContentInput> = {}): RequestContentInput {
  return requestContentSchema.parse({
    subject: '2025年义务教育学校建设资金安排文件',
    description: '申请公开2025年全县义务教育学校建设资金安排的文件。',
    wantedMedium: 'electronic',
    wantedChannel: 'email',
    ...given,
  });
}

/** A registered request the unit is to answer. */
export async function givenRequest(
  app: App,
  unitId: string,
  given: GivenRequestParts & {
    readonly arrival: Partial<ArrivalInput> & Pick<ArrivalInput, 'way' | 'arrivedOn'>;
  },
): Promise<string> {
  const content = givenRequestContent(given.content);
  const prepared = {
    unitId,
    content,
    applicant: sealApplicant(app.config, givenApplicant(given.applicant)),
    contentDigest: digestContent(app.config, `${content.subject}${content.description}`),
    arrival: arrivalSchema.parse({ evidence: '窗口登记', ...given.arrival }),
  };
  const made = await transact(app, given.by ?? builder, (work) => registerRequest(work, prepared));
  return made.requestId;
}

/** A request handed in at the counter today, or on another day. */
export async function givenCounterRequest(
  app: App,
  unitId: string,
  given: GivenRequestParts = {},
): Promise<string> {
  const arrivedOn = given.arrival?.arrivedOn ?? beijingDayOf(app.clock.now());
  return givenRequest(app, unitId, { ...given, arrival: { ...given.arrival, way: 'counter', arrivedOn } });
}

/** The fields of the public form, filled. */
export function givenFiling(unitId: string, given: Readonly<Record<string, string>> = {}) {
  return {
    unitId,
    kind: 'naturalPerson',
    name: '王小明',
    identityKind: 'idCard',
    identityNumber: '110101199003070011',
    phone: '13800005678',
    address: '',
    email: '',
    subject: '2025年义务教育学校建设资金安排文件',
    description: '申请公开2025年全县义务教育学校建设资金安排的文件。',
    wantedMedium: 'electronic',
    wantedChannel: 'online',
    ...given,
  };
}

interface RequestWalkGiven {
  readonly app: App;
  readonly county: { readonly jurisdictionId: string; readonly education: string };
}

const walked = new WeakMap<App, Promise<string>>();

/** One case for the whole walk: what its actions answer is judged elsewhere, here only who is let in. */
function caseForWalk({ app, county }: RequestWalkGiven): Promise<string> {
  const known = walked.get(app);
  if (known !== undefined) return known;
  const made = givenCounterRequest(app, county.education);
  walked.set(app, made);
  return made;
}

const on = '2026-05-06';
const someId = '00000000-0000-7000-8000-000000000000';

export const requestRouteSamples: RouteSamples<RequestWalkGiven> = {
  'requests.takeStep': async (given) => ({
    params: { requestId: await caseForWalk(given) },
    body: { action: 'recordContact', input: { on, way: 'phone', reached: true, note: '核对所需信息' } },
  }),
  'requests.recordCorrection': async (given) => ({
    params: { requestId: await caseForWalk(given) },
    body: { on, description: '甲文件' },
  }),
  'requests.split': async (given) => ({
    params: { requestId: await caseForWalk(given) },
    body: {
      parts: [
        { subject: '甲文件', description: '甲文件全文' },
        { subject: '乙文件', description: '乙文件全文' },
      ],
    },
  }),
  'requests.openProof': async (given) => ({
    params: { requestId: await caseForWalk(given), proofId: someId },
    body: { reason: '核对身份' },
  }),
  'requests.statusPage': async () => ({}),
  'requests.lookUp': async () => ({ body: { code: 'ABCDE FGHJK', check: '5678' }, status: 404 }),
  'requests.downloadOwnLetter': async () => ({
    body: { code: 'ABCDE FGHJK', check: '5678', letterId: someId },
    status: 404,
  }),
  'requests.changeDelivery': async () => ({
    body: { code: 'ABCDE FGHJK', check: '5678', wantedMedium: 'paper', wantedChannel: 'pickUp' },
    status: 404,
  }),
  'requests.actAsApplicant': async () => ({
    body: { code: 'ABCDE FGHJK', check: '5678', act: 'write', text: '请问进度' },
    status: 404,
  }),
  ...letterSamplesFor(caseForWalk),
  ...redactionSamplesFor(caseForWalk),
  'requests.revealApplicant': async (given) => ({
    params: { requestId: await caseForWalk(given) },
    body: { reason: '制作答复书' },
  }),
  'requests.viewCase': async (given) => ({ params: { requestId: await caseForWalk(given) } }),
  'requests.listAssignable': async ({ county }) => ({ params: { unitId: county.education } }),
  ...disputeRouteSamples,
  'requests.listRequests': async () => ({}),
  'requests.registerRequest': async ({ county }) => ({
    unitId: county.education,
    body: {
      unitId: county.education,
      applicant: givenApplicant(),
      content: givenRequestContent(),
      arrival: { way: 'counter', arrivedOn: '2026-05-06', evidence: '窗口登记' },
    },
  }),
};
