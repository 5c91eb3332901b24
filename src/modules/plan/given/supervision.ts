/** Builders for tests: supervision orders through the commands, and what the walk over all routes needs of them. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import type { RouteSample, RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { type IssueOrdersInput, issueOrdersSchema } from '../contract/supervision.ts';
import { issueSupervisionOrders } from '../service/supervision/issue-orders.ts';
import {
  addOrderFile,
  receiveSupervisionOrder,
  replyToSupervisionOrder,
  returnSupervisionOrder,
} from '../service/supervision/order-commands.ts';

const builder = systemActor('test');

/** What is issued when a test says nothing else. */
export function issueInput(
  unitIds: readonly string[],
  given: Partial<IssueOrdersInput> = {},
): IssueOrdersInput {
  return issueOrdersSchema.parse({
    unitIds,
    subject: '教育经费公开逾期',
    requirement: '请在期限内补齐第三季度教育经费安排和使用情况，并附通俗说明。',
    ...given,
  });
}

/** One order to one unit, issued by the platform unless an actor is given. */
export async function givenOrder(
  app: App,
  jurisdictionId: string,
  unitId: string,
  given: Partial<IssueOrdersInput> = {},
): Promise<string> {
  const { orderIds } = await transact(app, builder, (work) =>
    issueSupervisionOrders(work, jurisdictionId, issueInput([unitId], given)),
  );
  const [orderId] = orderIds;
  if (orderId === undefined) throw new Error('no order was issued');
  return orderId;
}

/** The order signed for. */
export async function givenReceivedOrder(...args: Parameters<typeof givenOrder>): Promise<string> {
  const orderId = await givenOrder(...args);
  await transact(args[0], builder, (work) => receiveSupervisionOrder(work, orderId));
  return orderId;
}

/** The order with a reply that waits for its review. */
export async function givenRepliedOrder(...args: Parameters<typeof givenOrder>): Promise<string> {
  const orderId = await givenReceivedOrder(...args);
  await transact(args[0], builder, (work) =>
    replyToSupervisionOrder(work, orderId, { text: '已补齐并公开', links: [], fileIds: [] }),
  );
  return orderId;
}

/** The order with a reply that was sent back. */
export async function givenReturnedOrder(...args: Parameters<typeof givenOrder>): Promise<string> {
  const orderId = await givenRepliedOrder(...args);
  await transact(args[0], builder, (work) =>
    returnSupervisionOrder(work, orderId, { reason: '内容不完整', replyDays: 3 }),
  );
  return orderId;
}

/** What the walk over all routes is given. */
export interface SupervisionWalkGiven {
  readonly app: App;
  readonly county: { readonly jurisdictionId: string; readonly education: string };
}

type Builder = (...args: Parameters<typeof givenOrder>) => Promise<string>;

function onOrder(build: Builder, body?: unknown, given: Partial<IssueOrdersInput> = {}) {
  return async ({ app, county }: SupervisionWalkGiven): Promise<RouteSample> => {
    const orderId = await build(app, county.jurisdictionId, county.education, given);
    return { params: { orderId }, unitId: county.education, ...(body === undefined ? {} : { body }) };
  };
}

const file = {
  field: 'file',
  name: '说明.txt',
  mediaType: 'text/plain',
  bytes: new TextEncoder().encode('说明'),
};
const reason = '反馈内容不完整';

export const supervisionRouteSamples: RouteSamples<SupervisionWalkGiven> = {
  'plan.listOrders': async () => ({ query: { late: true, status: 'issued' } }),
  'plan.listOrdersToEscalate': async () => ({}),
  'plan.previewOrderClock': async () => ({ query: { replyDays: '7' } }),
  'plan.listReminders': async () => ({ query: { source: 'task' } }),
  'plan.viewOrder': onOrder(givenOrder),
  'plan.exportOrder': onOrder(givenRepliedOrder),
  'plan.downloadOrderFile': async ({ app, county }) => {
    const orderId = await givenReceivedOrder(app, county.jurisdictionId, county.education);
    const kept = await keepBytes(app.files, file);
    const fileId = await transact(app, builder, (work) => addOrderFile(work, orderId, kept));
    return { params: { orderId, fileId } };
  },
  'plan.receiveOrder': onOrder(givenOrder),
  'plan.addOrderFile': async (given) => ({
    ...(await onOrder(givenReceivedOrder)(given)),
    files: [file],
  }),
  'plan.replyToOrder': onOrder(givenReceivedOrder, { text: '已办理' }),
  'plan.issueOrders': async ({ county }) => ({ body: issueInput([county.education]) }),
  'plan.acceptOrder': onOrder(givenRepliedOrder, {}),
  'plan.returnOrder': onOrder(givenRepliedOrder, { reason }),
  'plan.extendOrder': onOrder(givenOrder, { reason, moreDays: 3 }),
  'plan.escalateOrder': onOrder(givenReturnedOrder, { reason }),
  'plan.withdrawOrder': onOrder(givenOrder, { reason }),
};
