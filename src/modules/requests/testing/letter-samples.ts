/** Samples of the letter routes for the walk over all routes, and builders of letters. For tests only. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { RouteSample, RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { shippedTemplates } from '../rules/letters/shipped/all.ts';
import { draftLetter } from '../service/letters/draft.ts';

interface LetterWalkGiven {
  readonly app: App;
  readonly county: { readonly jurisdictionId: string; readonly education: string };
}

/** The samples; `caseOf` gives the case of the walk. */
export function letterSamplesFor(
  caseOf: (given: LetterWalkGiven) => Promise<string>,
): RouteSamples<LetterWalkGiven> {
  const walked = new WeakMap<App, Promise<string>>();
  const letterOf = (given: LetterWalkGiven): Promise<string> => {
    const known = walked.get(given.app);
    if (known !== undefined) return known;
    const made = caseOf(given).then(async (requestId) => {
      const drafted = await transact(given.app, systemActor('test'), (work) =>
        draftLetter(work, { requestId, kind: 'registrationReceipt', leaf: null }),
      );
      return drafted.letterId;
    });
    walked.set(given.app, made);
    return made;
  };
  const onLetter =
    (more: RouteSample = {}) =>
    async (given: LetterWalkGiven): Promise<RouteSample> => ({
      params: { letterId: await letterOf(given) },
      ...more,
    });
  return {
    'requests.listLetters': async (given) => ({ params: { requestId: await caseOf(given) } }),
    'requests.draftLetter': async (given) => ({
      params: { requestId: await caseOf(given) },
      body: { kind: 'registrationReceipt', leaf: null },
    }),
    'requests.viewLetter': onLetter(),
    'requests.editLetter': onLetter({ body: { version: 1, entered: {} } }),
    'requests.checkLetter': onLetter(),
    'requests.submitLetter': onLetter({ body: {} }),
    'requests.approveLetter': onLetter({ body: {} }),
    'requests.returnLetter': onLetter({ body: { note: '请补充理由' } }),
    'requests.cancelLetter': onLetter({ body: {} }),
    'requests.signLetter': onLetter({ body: {} }),
    'requests.downloadLetter': onLetter({ query: { format: 'docx' } }),
    'requests.viewLetterSettings': async () => ({}),
    'requests.setLetterTemplate': async () => ({
      params: { kind: 'refusal' },
      body: { body: shippedTemplates.refusal, note: '按本县习惯' },
    }),
    'requests.setRemedyBodies': async () => ({
      body: {
        superiorGovernment: '临江市人民政府',
        basicCourt: '青禾县人民法院',
        intermediateCourt: '临江市中级人民法院',
      },
    }),
    'requests.viewLetterhead': async ({ county }) => ({ params: { unitId: county.education } }),
    'requests.setLetterhead': async ({ county }) => ({
      params: { unitId: county.education },
      body: {
        answeringBody: 'department',
        superiorDepartment: '',
        phone: '',
        officeAddress: '',
        letterCode: '',
      },
    }),
  };
}
