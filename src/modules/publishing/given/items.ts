/** Builders of columns and items for tests. */
import { type OfficerActor, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { transact } from '#kernel/work.ts';
import { givenOfficer } from '#modules/organisation/given.ts';
import { type ColumnInput, columnSchema } from '../contract/columns.ts';
import { type ItemContentInput, itemContentSchema } from '../contract/items.ts';
import { reviewSteps } from '../rules/item-state.ts';
import { openColumn } from '../service/columns.ts';
import { checkItem } from '../service/items/check.ts';
import { releaseItem } from '../service/items/release.ts';
import { passItem, reviewItemSecrecy, submitItem } from '../service/items/review.ts';
import { createItem } from '../service/items/write.ts';

const builder = systemActor('test');

let opened = 0;

/** A column of the unit with an address of its own. */
export async function givenColumn(
  app: App,
  unitId: string,
  given: Partial<ColumnInput> = {},
): Promise<string> {
  opened += 1;
  const input = columnSchema.parse({
    parentId: null,
    code: `column-${opened}`,
    title: `栏目${opened}`,
    kind: 'notice',
    unitId,
    ...given,
  });
  return (await transact(app, builder, (work) => openColumn(work, input))).columnId;
}

/** A complete content of a notice, proactively disclosed. */
export function givenContent(given: Partial<ItemContentInput> = {}): ItemContentInput {
  return itemContentSchema.parse({
    title: '关于城区供水管道检修的公告',
    summary: '',
    keywords: [],
    body: '<p>因管道检修，城区部分路段将于本周六停水，请提前储水。</p>',
    fields: {},
    attachments: [],
    source: null,
    formedOn: '2026-05-06',
    disclosure: { openness: 'proactive', ground: null, reason: null },
    ...given,
  });
}

/** The people a unit needs to bring something out: an author and a reviewer for each step. */
export interface GivenDesk {
  readonly unitId: string;
  readonly columnId: string;
  readonly author: OfficerActor;
  readonly first: OfficerActor;
  readonly second: OfficerActor;
  readonly final: OfficerActor;
  readonly secrecy: OfficerActor;
}

/** A unit with a column and everybody on its desk. */
export async function givenDesk(
  app: App,
  place: { readonly jurisdictionId: string; readonly unitId: string },
) {
  const { jurisdictionId, unitId } = place;
  const desk: GivenDesk = {
    unitId,
    columnId: await givenColumn(app, unitId),
    author: await givenOfficer(app, jurisdictionId, unitId, ['clerk'], '经办甲'),
    first: await givenOfficer(app, jurisdictionId, unitId, ['reviewer'], '审核乙'),
    second: await givenOfficer(app, jurisdictionId, unitId, ['reviewer'], '审核丙'),
    final: await givenOfficer(app, jurisdictionId, unitId, ['unitLeader'], '负责人丁'),
    secrecy: await givenOfficer(app, jurisdictionId, unitId, ['secrecyReviewer'], '保密员戊'),
  };
  return desk;
}

/** A draft of the desk's author. */
export async function givenDraft(
  app: App,
  desk: GivenDesk,
  given: Partial<ItemContentInput> & { readonly kind?: string } = {},
): Promise<string> {
  const { kind = 'notice', ...content } = given;
  const { unitId, columnId } = desk;
  const saved = await transact(app, desk.author, (work) =>
    createItem(work, { unitId, columnId, kind, content: givenContent(content) }),
  );
  return saved.itemId;
}

/** The draft sent to review, checked, and passed by as many reviewers as said. */
export async function passReviews(
  app: App,
  desk: GivenDesk,
  itemId: string,
  steps: number = reviewSteps.length,
) {
  await transact(app, desk.author, (work) => submitItem(work, { itemId }));
  await checkItem(app, desk.author, { itemId });
  await transact(app, desk.secrecy, (work) =>
    reviewItemSecrecy(work, { itemId, opinion: 'passed', ground: null, reason: '不涉密' }),
  );
  const reviewers = [desk.first, desk.second, desk.final];
  for (const [index, step] of reviewSteps.slice(0, steps).entries()) {
    const reviewer = reviewers[index];
    if (reviewer === undefined) throw new Error(`nobody takes ${step}`);
    await transact(app, reviewer, (work) => passItem(work, { itemId, step, opinion: null }));
  }
}

/** An item brought out by the whole way. */
export async function givenReleasedItem(
  app: App,
  desk: GivenDesk,
  given: Partial<ItemContentInput> & { readonly kind?: string } = {},
): Promise<string> {
  const itemId = await givenDraft(app, desk, given);
  await passReviews(app, desk, itemId);
  await transact(app, desk.author, (work) => releaseItem(work, { itemId }));
  return itemId;
}
