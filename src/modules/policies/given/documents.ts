/** Documents brought out by the whole way, for tests and for the walk over all routes. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { dayOf } from '#kernel/day.ts';
import { transact } from '#kernel/work.ts';
import { findUnit } from '#modules/organisation/index.ts';
import { type GivenDesk, givenDesk, givenDraft, passReviews } from '#modules/publishing/given.ts';
import { releaseItem, waiveDemand } from '#modules/publishing/index.ts';
import { listUnifiedCodes } from '../queries/registrations.ts';
import { needsInterpretation } from '../rules/needs-interpretation.ts';
import { isNormativeDocument } from '../rules/normative.ts';
import { giveUnifiedNumber, recordLegalityReview, setUnifiedCode } from '../service/registration/review.ts';

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
  if (isNormativeDocument({ title, nature: null })) await givenRegistration(app, itemId, desk.unitId);
  await transact(app, desk.author, (work) => releaseItem(work, { itemId }));
  return itemId;
}

/** The legality review passed at once with the reason for it, and the next number of the unit. */
export async function givenRegistration(app: App, itemId: string, unitId: string): Promise<string> {
  const office = systemActor('test');
  const known = await listUnifiedCodes(app.database.read, (await getUnit(app, unitId)).jurisdictionId);
  if (!known.some((one) => one.unitId === unitId)) {
    await transact(app, office, (work) => setUnifiedCode(work, { unitId, code: `QHA${known.length + 1}` }));
  }
  await transact(app, office, (work) =>
    recordLegalityReview(work, {
      itemId,
      opinion: 'passed',
      opinionText: '内容合法',
      earlyReason: '条文简单',
    }),
  );
  return (await transact(app, office, (work) => giveUnifiedNumber(work, { itemId }))).unifiedNumber;
}

async function getUnit(app: App, unitId: string) {
  const unit = await findUnit(app.database.read, unitId);
  if (unit === undefined) throw new Error(`no such unit: ${unitId}`);
  return unit;
}

export interface PolicyWalkGiven {
  readonly app: App;
  readonly county: { readonly jurisdictionId: string; readonly education: string };
}

const desks = new WeakMap<App, Promise<GivenDesk>>();

/** One desk for the whole walk. */
export function walkDesk({ app, county }: PolicyWalkGiven): Promise<GivenDesk> {
  const known = desks.get(app);
  if (known !== undefined) return known;
  const made = givenDesk(app, { jurisdictionId: county.jurisdictionId, unitId: county.education });
  desks.set(app, made);
  return made;
}

let numbered = 0;

/** A released notice of the desk with a number of its own. */
export async function walkDocument(given: PolicyWalkGiven): Promise<string> {
  numbered += 1;
  const title = `清河县教育局关于做好第${numbered}批校园安全工作的通知`;
  const number = `清教发〔2026〕${numbered}号`;
  return givenPolicyDocument(given.app, await walkDesk(given), { title, number });
}
