/** Samples of the library's routes for the walk over all routes, and documents for its tests. */
import type { App } from '#kernel/app.ts';
import { dayOf } from '#kernel/day.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { type GivenDesk, givenDesk, givenDraft, passReviews } from '#modules/publishing/given.ts';
import { releaseItem, waiveDemand } from '#modules/publishing/index.ts';
import { needsInterpretation } from './rules/needs-interpretation.ts';

export interface GivenDocument {
  readonly title: string;
  readonly number: string;
  readonly body?: string;
  readonly formedOn?: string;
  readonly effectiveOn?: string;
  readonly lapsesOn?: string;
  readonly keywords?: readonly string[];
}

/** A policy document brought out by the whole way, without an interpretation by the leader's leave; gives its item. */
export async function givenPolicyDocument(app: App, desk: GivenDesk, given: GivenDocument): Promise<string> {
  const { title, number, body = '<p>请遵照执行。</p>', formedOn = '2026-04-01', keywords = [] } = given;
  const itemId = await givenDraft(app, desk, {
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
  await passReviews(app, desk, itemId);
  if (needsInterpretation({ title, nature: null }).isNeeded) {
    await transact(app, desk.final, (work) =>
      waiveDemand(work, { itemId, kind: 'interpretation', reason: '内容简单，不需要解读' }),
    );
  }
  await transact(app, desk.author, (work) => releaseItem(work, { itemId }));
  return itemId;
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
