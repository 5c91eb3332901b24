/** Samples of the library's routes for the walk over all routes, and documents for its tests. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { dayOf } from '#kernel/day.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { findUnit } from '#modules/organisation/index.ts';
import { type GivenDesk, givenDesk, givenDraft, passReviews } from '#modules/publishing/given.ts';
import { releaseItem, submitItem, waiveDemand } from '#modules/publishing/index.ts';
import { listCleanupEntries } from './queries/cleanup.ts';
import { listUnifiedCodes } from './queries/registrations.ts';
import { needsInterpretation } from './rules/needs-interpretation.ts';
import { isNormativeDocument } from './rules/normative.ts';
import { openCleanupRound } from './service/cleanup/open-round.ts';
import { draftCleanupList } from './service/cleanup/publish-list.ts';
import { confirmCleanupVerdicts, giveCleanupVerdict } from './service/cleanup/verdicts.ts';
import { giveUnifiedNumber, recordLegalityReview, setUnifiedCode } from './service/registration/review.ts';
import { enterRelation } from './service/relations.ts';

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

interface PolicyWalkGiven {
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

const relation = {
  kind: 'basis',
  toItemId: null,
  toTitle: '清河县校园安全管理规定',
  toNumber: null,
  part: null,
  onDay: null,
  reason: '正文第一条写明',
} as const;

/** A round over the documents of the desk's unit; gives the round and one of its documents. */
export async function walkRound(given: PolicyWalkGiven) {
  const { app, county } = given;
  const itemId = await walkDocument(given);
  const { roundId } = await transact(app, systemActor('test'), (work) =>
    openCleanupRound(work, {
      jurisdictionId: county.jurisdictionId,
      title: '2026年文件清理',
      formedBefore: dayOf('2026-05-01'),
      unitIds: [county.education],
      onlyNormative: false,
      dueOn: dayOf('2026-06-01'),
      reviewDueOn: dayOf('2026-06-15'),
    }),
  );
  return { roundId, itemId };
}

const keep = { verdict: 'keep', reason: '仍然适用', amendBy: null } as const;

async function judgedRound(given: PolicyWalkGiven) {
  const { author } = await walkDesk(given);
  const place = await walkRound(given);
  const db = given.app.database.read;
  const entries = await listCleanupEntries(
    db,
    { id: place.roundId, state: 'running', dueOn: '2026-06-01' },
    dayOf('2026-05-06'),
    { limit: 200 },
  );
  for (const { itemId } of entries.rows) {
    await transact(given.app, author, (work) =>
      giveCleanupVerdict(work, { ...keep, roundId: place.roundId, itemId }),
    );
  }
  return { ...place, itemIds: entries.rows.map(({ itemId }) => itemId) };
}

async function confirmedRound(given: PolicyWalkGiven) {
  const round = await judgedRound(given);
  await transact(given.app, systemActor('test'), (work) => confirmCleanupVerdicts(work, round));
  return round;
}

const because = { reason: '范围有误' };

/** A normative draft that was sent to review and waits for the legal office. */
async function sentNormative(given: PolicyWalkGiven): Promise<string> {
  const desk = await walkDesk(given);
  numbered += 1;
  const title = `清河县第${numbered}项校园管理办法`;
  const itemId = await givenDraft(given.app, desk, { kind: 'policyDocument', title });
  await transact(given.app, desk.author, (work) => submitItem(work, { itemId }));
  return itemId;
}

const review = { opinion: 'passed', opinionText: '内容合法', earlyReason: '条文简单' } as const;

const registrationRouteSamples: RouteSamples<PolicyWalkGiven> = {
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

const cleanupRouteSamples: RouteSamples<PolicyWalkGiven> = {
  'policies.listCleanups': async () => ({}),
  'policies.openCleanup': async (given) => {
    await walkDocument(given);
    return {
      body: {
        title: '2026年文件清理',
        formedBefore: '2026-05-01',
        unitIds: [],
        onlyNormative: false,
        dueOn: '2026-06-01',
        reviewDueOn: '2026-06-15',
      },
    };
  },
  'policies.viewCleanup': async (given) => ({ params: { roundId: (await walkRound(given)).roundId } }),
  'policies.listCleanupEntries': async (given) => ({ params: { roundId: (await walkRound(given)).roundId } }),
  'policies.giveVerdict': async (given) => ({
    params: await walkRound(given),
    unitId: given.county.education,
    body: keep,
  }),
  'policies.returnVerdict': async (given) => {
    const { roundId, itemId } = await judgedRound(given);
    return { params: { roundId, itemId }, unitId: given.county.education, body: because };
  },
  'policies.confirmVerdicts': async (given) => {
    const { roundId, itemIds } = await judgedRound(given);
    return { params: { roundId }, unitId: given.county.education, body: { itemIds } };
  },
  'policies.draftCleanupList': async (given) => {
    const { roundId } = await confirmedRound(given);
    const { columnId, unitId } = await walkDesk(given);
    return { params: { roundId }, body: { unitId, columnId, title: '关于公布文件清理结果的通知' } };
  },
  'policies.dropCleanupList': async (given) => {
    const { roundId } = await confirmedRound(given);
    const { columnId, unitId } = await walkDesk(given);
    await transact(given.app, systemActor('test'), (work) =>
      draftCleanupList(work, { roundId, unitId, columnId, title: '关于公布文件清理结果的通知' }),
    );
    return { params: { roundId }, body: because };
  },
  'policies.cancelCleanup': async (given) => ({
    params: { roundId: (await walkRound(given)).roundId },
    body: because,
  }),
};

/** A plain letter as an office keeps it in a text file. */
export const sampleLetter = `清河县教育局文件
清教发〔2026〕12号
清河县教育局关于做好暑期防溺水工作的通知
各学校：
为保障学生安全，现就有关事项通知如下：
一、开展宣传教育
各学校放假前组织一次防溺水教育。
二、加强巡查
各学校会同所在镇街，对水域开展巡查。
本通知自2026年7月1日起施行，有效期至2027年6月30日。
清河县教育局
2026年6月10日
`;

export const policyRouteSamples: RouteSamples<PolicyWalkGiven> = {
  ...cleanupRouteSamples,
  ...registrationRouteSamples,
  'policies.libraryPage': async () => ({}),
  'policies.documentPage': async (given) => ({ params: { itemId: await walkDocument(given) } }),
  'policies.comparisonPage': async (given) => ({
    params: { itemId: await walkDocument(given) },
    query: { with: await walkDocument(given) },
  }),
  'policies.documentFile': async (given) => ({
    params: { itemId: await walkDocument(given), format: 'docx' },
  }),
  'policies.libraryFeed': async () => ({ query: { year: '2026' } }),
  'policies.listDocuments': async () => ({}),
  'policies.viewLibrary': async () => ({}),
  'policies.viewDocument': async (given) => ({ params: { itemId: await walkDocument(given) } }),
  'policies.enterRelation': async (given) => ({
    params: { itemId: await walkDocument(given) },
    unitId: given.county.education,
    body: relation,
  }),
  'policies.dismissRelation': async (given) => {
    const itemId = await walkDocument(given);
    const { author } = await walkDesk(given);
    const { relationId } = await transact(given.app, author, (work) =>
      enterRelation(work, { ...relation, itemId }),
    );
    return {
      params: { itemId, relationId },
      unitId: given.county.education,
      body: { reason: '读错了' },
    };
  },
  'policies.readDocumentFile': async () => ({
    files: [
      {
        field: 'file',
        name: '通知.txt',
        mediaType: 'text/plain',
        bytes: Buffer.from(sampleLetter),
      },
    ],
  }),
  'policies.registerDocument': async (given) => {
    const { columnId } = await walkDesk(given);
    const unitId = given.county.education;
    return {
      unitId,
      body: {
        unitId,
        columnId,
        title: '清河县教育局关于做好防溺水工作的通知',
        documentNumber: '清教发〔2026〕900号',
        writtenOn: '2026-04-01',
        effectiveOn: null,
        lapsesOn: null,
        theme: '科技、教育',
        nature: 'other',
        body: '<p>各学校：</p><p>请做好防溺水工作。</p>',
        fileId: null,
      },
    };
  },
};
