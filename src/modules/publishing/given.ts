/** The builders of this module for tests, and the samples for the walk over all routes. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { addDays } from '#kernel/day.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import {
  type GivenDesk,
  givenColumn,
  givenContent,
  givenDesk,
  givenDraft,
  givenReleasedItem,
  passReviews,
} from './given/items.ts';
import { checkItem } from './service/items/check.ts';
import { demandWithRelease } from './service/items/demands.ts';
import { releaseInEmergency, releaseItem, scheduleItem } from './service/items/release.ts';
import { submitItem } from './service/items/review.ts';
import { confirmOpenness, judgeOpenness, openOpennessReview } from './service/openness-reviews.ts';
import { declareAbsence } from './service/statutory.ts';

export {
  type GivenDesk,
  givenColumn,
  givenContent,
  givenDesk,
  givenDraft,
  givenReleasedItem,
  passReviews,
} from './given/items.ts';

const builder = systemActor('test');

let opened = 0;

interface PublishingWalkGiven {
  readonly app: App;
  readonly county: { readonly jurisdictionId: string; readonly education: string };
}

const desks = new WeakMap<App, Promise<GivenDesk>>();

/** One desk for the whole walk. */
function deskOf({ app, county }: PublishingWalkGiven): Promise<GivenDesk> {
  const known = desks.get(app);
  if (known !== undefined) return known;
  const made = givenDesk(app, { jurisdictionId: county.jurisdictionId, unitId: county.education });
  desks.set(app, made);
  return made;
}

type Prepare = (given: PublishingWalkGiven, desk: GivenDesk, itemId: string) => Promise<void>;

/** A sample on a fresh draft of the desk, brought to where the route needs it. */
function itemSample(prepare?: Prepare, body?: unknown) {
  return async (given: PublishingWalkGiven) => {
    const desk = await deskOf(given);
    const itemId = await givenDraft(given.app, desk);
    await prepare?.(given, desk, itemId);
    return {
      params: { itemId },
      unitId: given.county.education,
      ...(body === undefined ? {} : { body }),
    };
  };
}

const reviewed =
  (steps: number): Prepare =>
  ({ app }, desk, itemId) =>
    passReviews(app, desk, itemId, steps);
const released: Prepare = async ({ app }, desk, itemId) => {
  await passReviews(app, desk, itemId);
  await transact(app, desk.author, (work) => releaseItem(work, { itemId }));
};
const demanded: Prepare = async ({ app }, _desk, itemId) => {
  await transact(app, builder, async (work) => {
    await demandWithRelease(work, { itemId, kind: 'interpretation', title: '政策解读' });
    work.audit({ action: 'test', objectKind: 'item', objectId: itemId, summary: '要求同步', after: {} });
  });
};
const reason = { reason: '内容有误，需要更正' };

/** A round over one kept item of the desk. */
async function reviewSample(given: PublishingWalkGiven, isJudged: boolean) {
  const desk = await deskOf(given);
  const itemId = await givenReleasedItem(given.app, desk, {
    disclosure: { openness: 'onRequest', ground: null, reason: '尚在核实' },
  });
  const { jurisdictionId, education } = given.county;
  const { reviewId } = await transact(given.app, builder, (work) =>
    openOpennessReview(work, {
      jurisdictionId,
      title: '年度复核',
      dueOn: addDays(work.today, 20),
      unitIds: [education],
    }),
  );
  if (isJudged) {
    await transact(given.app, desk.author, (work) =>
      judgeOpenness(work, { reviewId, itemId, ...keptVerdict }),
    );
  }
  return { params: { reviewId, itemId }, unitId: education };
}
const keptVerdict = { verdict: 'keep', openness: 'onRequest', ground: null, reason: '核实仍未结束' } as const;

const opennessReviewSamples: RouteSamples<PublishingWalkGiven> = {
  'publishing.listOpennessReviews': async () => ({}),
  'publishing.openOpennessReview': async (given) => {
    await reviewSample(given, false);
    return { body: { title: '年度复核', dueOn: '2099-11-30', unitIds: [] } };
  },
  'publishing.viewOpennessReview': async (given) => ({
    params: { reviewId: (await reviewSample(given, false)).params.reviewId },
  }),
  'publishing.listReviewEntries': async (given) => ({
    params: { reviewId: (await reviewSample(given, false)).params.reviewId },
  }),
  'publishing.judgeOpenness': async (given) => ({
    ...(await reviewSample(given, false)),
    body: keptVerdict,
  }),
  'publishing.confirmOpenness': (given) => reviewSample(given, true),
  'publishing.returnOpenness': async (given) => ({ ...(await reviewSample(given, true)), body: reason }),
  'publishing.closeOpennessReview': async (given) => {
    const { params } = await reviewSample(given, true);
    const desk = await deskOf(given);
    await transact(given.app, desk.final, (work) => confirmOpenness(work, params));
    return { params: { reviewId: params.reviewId }, status: 409 };
  },
};

export const publishingRouteSamples: RouteSamples<PublishingWalkGiven> = {
  'publishing.listColumns': async () => ({}),
  'publishing.openColumn': async ({ county }) => {
    opened += 1;
    return {
      body: {
        parentId: null,
        code: `walk-${opened}`,
        title: '通知',
        kind: 'notice',
        unitId: county.education,
      },
    };
  },
  'publishing.changeColumn': async ({ app, county }) => ({
    params: { columnId: await givenColumn(app, county.education) },
    body: { parentId: null, code: 'unchanged', title: '公告', kind: 'notice', unitId: county.education },
  }),
  'publishing.closeColumn': async ({ app, county }) => ({
    params: { columnId: await givenColumn(app, county.education) },
    body: reason,
  }),
  'publishing.columnListPage': async () => ({}),
  'publishing.columnPage': async ({ app, county }) => columnSample(app, county.education),
  'publishing.columnFeed': async ({ app, county }) => columnSample(app, county.education),
  'publishing.itemPage': async (given) => ({ params: (await itemSample(released)(given)).params }),
  'publishing.itemFile': async (given) => ({
    params: {
      ...(await itemSample(released)(given)).params,
      fileId: '00000000-0000-7000-8000-000000000000',
    },
    status: 404,
  }),
  'publishing.itemFilePage': async (given) => ({
    params: {
      ...(await itemSample(released)(given)).params,
      fileId: '00000000-0000-7000-8000-000000000000',
    },
    status: 404,
  }),
  'publishing.unitListPage': async () => ({}),
  'publishing.unitPage': async ({ county }) => ({ params: { unitId: county.education } }),
  'publishing.statutoryPage': async () => ({}),
  'publishing.listItems': async () => ({}),
  'publishing.viewItem': itemSample(),
  'publishing.viewRevision': async (given) => ({
    ...(await itemSample()(given)),
    params: {
      itemId: (await itemSample()(given)).params.itemId,
      revisionId: '00000000-0000-7000-8000-000000000000',
    },
    status: 404,
  }),
  'publishing.createItem': async (given) => {
    const { columnId } = await deskOf(given);
    const unitId = given.county.education;
    return { unitId, body: { unitId, columnId, kind: 'notice', content: givenContent() } };
  },
  'publishing.saveItem': itemSample(undefined, {
    version: 1,
    content: givenContent({ title: '改过的标题' }),
  }),
  'publishing.placeItem': itemSample(undefined, { columnIds: [] }),
  'publishing.uploadAttachment': async () => ({
    files: [{ field: 'file', name: '附件.txt', mediaType: 'text/plain', bytes: Buffer.from('附件') }],
  }),
  'publishing.downloadAttachment': async (given) => ({
    ...(await itemSample()(given)),
    params: {
      itemId: (await itemSample()(given)).params.itemId,
      fileId: '00000000-0000-7000-8000-000000000000',
    },
    status: 422,
  }),
  'publishing.checkItem': itemSample(),
  'publishing.submitItem': itemSample(),
  'publishing.recallItem': itemSample(({ app }, desk, itemId) =>
    transact(app, desk.author, (work) => submitItem(work, { itemId })),
  ),
  'publishing.passFirstReview': itemSample(reviewed(0), { opinion: '同意' }),
  'publishing.passSecondReview': itemSample(reviewed(1), { opinion: '同意' }),
  'publishing.passFinalReview': itemSample(reviewed(2), { opinion: '同意' }),
  'publishing.returnItem': itemSample(reviewed(1), reason),
  'publishing.reviewSecrecy': itemSample(reviewed(1), { opinion: 'passed', ground: null, reason: '不涉密' }),
  'publishing.releaseItem': itemSample(reviewed(3)),
  'publishing.scheduleItem': itemSample(reviewed(3), { at: '2026-11-30T00:00:00Z' }),
  'publishing.unscheduleItem': itemSample(async (given, desk, itemId) => {
    await reviewed(3)(given, desk, itemId);
    const at = new Date('2026-11-30T00:00:00Z');
    await transact(given.app, desk.author, (work) => scheduleItem(work, { itemId, at }));
  }),
  'publishing.releaseInEmergency': itemSample(async ({ app }, desk, itemId) => {
    await checkItem(app, desk.author, { itemId });
  }, reason),
  'publishing.reviewItemLater': itemSample(async ({ app }, desk, itemId) => {
    await checkItem(app, desk.author, { itemId });
    await transact(app, desk.final, (work) => releaseInEmergency(work, { itemId, reason: '突发停水' }));
  }, reason),
  'publishing.changeOpenness': itemSample(released, {
    openness: 'withheld',
    ground: 'internalAffairs',
    reason: '属于内部工作流程',
  }),
  'publishing.withdrawItem': itemSample(released, reason),
  'publishing.scheduleWithdrawal': itemSample(released, { ...reason, at: '2026-11-30T00:00:00Z' }),
  'publishing.listStatutoryCoverage': async () => ({}),
  'publishing.declareAbsence': async ({ county }) => ({
    params: { unitId: county.education, duty: 'procurement' },
    unitId: county.education,
    body: { reason: '本单位不组织政府集中采购' },
  }),
  'publishing.takeBackAbsence': async ({ app, county }) => {
    await transact(app, builder, (work) =>
      declareAbsence(work, { unitId: county.education, duty: 'projects', reason: '没有重大建设项目' }),
    );
    return { params: { unitId: county.education, duty: 'projects' }, unitId: county.education };
  },
  ...opennessReviewSamples,
  'publishing.listPublicationDues': async () => ({}),
  'publishing.listCalendarEntries': async () => ({ query: { month: '2026-11' } }),
  'publishing.nameCompanion': async (given) => ({
    ...(await itemSample(demanded)(given)),
    ...(await demandSample(given)),
    body: { companionItemId: null },
  }),
  'publishing.waiveDemand': async (given) => ({
    ...(await demandSample(given)),
    body: reason,
  }),
};

async function demandSample(given: PublishingWalkGiven) {
  const { params, unitId } = await itemSample(demanded)(given);
  return { params: { ...params, kind: 'interpretation' }, unitId };
}

async function columnSample(app: App, unitId: string) {
  opened += 1;
  const code = `shown-${opened}`;
  await givenColumn(app, unitId, { code });
  return { params: { code } };
}
