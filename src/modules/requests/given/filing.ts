/** What the applicant's rooms on the portal are asked with in the walk over all routes. */
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { givenFiling } from '../given.ts';

interface FilingWalkGiven {
  readonly county: { readonly education: string };
}

/** Without a draft of the browser's own the steps behind the form lead back to it. */
export const filingRouteSamples: RouteSamples<FilingWalkGiven> = {
  'requests.guide': async () => ({}),
  'requests.searchFirst': async () => ({ query: { q: '学校建设资金' } }),
  'requests.foundPage': async () => ({}),
  'requests.countFound': async () => ({ body: {} }),
  'requests.applyPage': async () => ({ query: { subject: '学校建设资金' } }),
  'requests.fillFiling': async ({ county }) => ({ body: givenFiling(county.education) }),
  'requests.keepDraft': async () => ({ body: { subject: '学校建设资金' } }),
  'requests.keptPage': async () => ({}),
  'requests.resumePage': async () => ({}),
  'requests.resumeDraft': async () => ({ body: { code: 'ABCD EFGH JKLM NPQR' }, status: 404 }),
  'requests.discardDraft': async () => ({ body: {} }),
  'requests.reviewFiling': async () => ({}),
  'requests.addFilingProof': async () => ({ body: {} }),
  'requests.removeFilingProof': async () => ({ body: { place: 0 } }),
  'requests.fileOnline': async () => ({ body: {} }),
  'requests.receiptPage': async () => ({}),
};
