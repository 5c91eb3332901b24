/** Samples of the library's routes for the walk over all routes, and documents for its tests. */
import type { App } from '#kernel/app.ts';
import { dayOf } from '#kernel/day.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { type GivenDesk, givenDesk, givenReleasedItem } from '#modules/publishing/given.ts';

export interface GivenDocument {
  readonly title: string;
  readonly number: string;
  readonly body?: string;
  readonly formedOn?: string;
  readonly effectiveOn?: string;
  readonly lapsesOn?: string;
  readonly keywords?: readonly string[];
}

/** A policy document brought out by the whole way; gives its item. */
export async function givenPolicyDocument(app: App, desk: GivenDesk, given: GivenDocument): Promise<string> {
  const { title, number, body = '<p>请遵照执行。</p>', formedOn = '2026-04-01', keywords = [] } = given;
  return givenReleasedItem(app, desk, {
    kind: 'policyDocument',
    title,
    body,
    formedOn: dayOf(formedOn),
    keywords: [...keywords],
    fields: {
      documentNumber: number,
      effectiveOn: given.effectiveOn ?? null,
      lapsesOn: given.lapsesOn ?? null,
    },
  });
}

interface PolicyWalkGiven {
  readonly app: App;
  readonly county: { readonly jurisdictionId: string; readonly education: string };
}

export const policyRouteSamples: RouteSamples<PolicyWalkGiven> = {
  'policies.libraryPage': async () => ({}),
  'policies.documentPage': async ({ app, county }) => {
    const desk = await givenDesk(app, { jurisdictionId: county.jurisdictionId, unitId: county.education });
    const title = '清河县教育局关于做好校园安全工作的通知';
    return {
      params: { itemId: await givenPolicyDocument(app, desk, { title, number: '清教发〔2026〕3号' }) },
    };
  },
};
