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
import { registerRequest } from './service/register-request.ts';
import { digestContent, sealApplicant } from './service/seal-applicant.ts';

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

interface RequestWalkGiven {
  readonly app: App;
  readonly county: { readonly jurisdictionId: string; readonly education: string };
}

export const requestRouteSamples: RouteSamples<RequestWalkGiven> = {
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
