/** Supervision orders of the year and the look-back on the plan before it, by the officers who did them. Idempotent. */
import { asc, eq } from 'drizzle-orm';
import type { OfficerActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { addDays, dayOf } from '#kernel/day.ts';
import { atInstant } from '#kernel/seeding.ts';
import { transact } from '#kernel/work.ts';
import { listSupervisors, listUnits } from '#modules/organisation/index.ts';
import { listLookBacks } from '../queries/look-backs.ts';
import { closeLookBack, judgeLookBackTask, openLookBack, rectifyLookBackTask } from '../service/look-back.ts';
import { issueSupervisionOrders } from '../service/supervision/issue-orders.ts';
import {
  acceptSupervisionOrder,
  escalateSupervisionOrder,
  receiveSupervisionOrder,
  replyToSupervisionOrder,
  returnSupervisionOrder,
} from '../service/supervision/order-commands.ts';
import { lookBackVerdicts } from '../tables/look-back.ts';
import { supervisionIssues, supervisionOrders } from '../tables/supervision.ts';
import { handsOfUnits, officerActing } from './acting.ts';
import { seededPlanTasks } from './ledger.ts';
import { numberFromWords } from './ledger-texts.ts';

interface SeededOrder {
  readonly unit: string;
  /** Number of the task in the plan. */
  readonly task: number;
  readonly subject: string;
  readonly requirement: string;
  readonly level: 'prompt' | 'supervise' | 'circular';
  readonly issued: string;
  /** What happened to it, in order. */
  readonly story: readonly (
    | { readonly at: string; readonly act: 'receive' | 'accept' }
    | { readonly at: string; readonly act: 'reply'; readonly text: string }
    | { readonly at: string; readonly act: 'return' | 'escalate'; readonly reason: string }
  )[];
}

const orders: readonly SeededOrder[] = [
  {
    unit: 'commerce',
    task: 4,
    subject: '惠企政策清单迟迟未更新',
    requirement: '请补齐消费促进类政策的经办单位和有效期限，公布后反馈网址。',
    level: 'prompt',
    issued: '2026-05-18T10:10:00+08:00',
    story: [
      { at: '2026-05-18T15:20:00+08:00', act: 'receive' },
      {
        at: '2026-05-22T09:40:00+08:00',
        act: 'reply',
        text: '已补齐全部消费促进政策的经办单位和有效期限，清单已公布。',
      },
      { at: '2026-05-22T16:05:00+08:00', act: 'accept' },
    ],
  },
  {
    unit: 'culture-tourism',
    task: 11,
    subject: '民生实事项目进展连续两月未填报',
    requirement: '请补报两个月的项目进展和佐证，说明未按时填报的原因。',
    level: 'supervise',
    issued: '2026-06-11T09:00:00+08:00',
    story: [
      { at: '2026-06-12T11:30:00+08:00', act: 'receive' },
      { at: '2026-06-17T17:10:00+08:00', act: 'reply', text: '已补报，因经办人员变动造成延误。' },
      {
        at: '2026-06-18T09:25:00+08:00',
        act: 'return',
        reason: '缺少五月份的资金拨付佐证，请补齐后再反馈。',
      },
      { at: '2026-06-23T10:00:00+08:00', act: 'reply', text: '五月份资金拨付佐证已补齐，见台账。' },
      { at: '2026-06-23T15:45:00+08:00', act: 'accept' },
    ],
  },
  {
    unit: 'petition',
    task: 25,
    subject: '一般性咨询答复超过1个工作日',
    requirement: '请逐件核对超期原因，提出改进措施。',
    level: 'supervise',
    issued: '2026-09-28T09:30:00+08:00',
    story: [
      { at: '2026-09-29T10:00:00+08:00', act: 'receive' },
      // The holiday of early October stands still in the clock; on the day after it fell due it was raised.
      { at: '2026-10-20T09:10:00+08:00', act: 'escalate', reason: '国庆假期后仍未反馈，转报单位负责人。' },
      {
        at: '2026-10-22T16:30:00+08:00',
        act: 'reply',
        text: '超期件已逐件说明，调整了值班安排，近两周无超期。',
      },
      { at: '2026-10-23T09:15:00+08:00', act: 'accept' },
    ],
  },
  {
    unit: 'nanwan-town',
    task: 38,
    subject: '惠民惠农补贴公示照片未归档',
    requirement: '请按村补传公示单张贴照片，并说明公示起止日期。',
    level: 'prompt',
    issued: '2026-11-05T09:20:00+08:00',
    story: [{ at: '2026-11-06T14:00:00+08:00', act: 'receive' }],
  },
  {
    unit: 'daping-town',
    task: 41,
    subject: '政务公开专区资料陈旧',
    requirement: '请更换过期的办事指南，明确维护人员。',
    level: 'prompt',
    issued: '2026-11-16T10:00:00+08:00',
    story: [],
  },
];

/** The first of those who supervise in the jurisdiction. Throws when nobody does. */
export async function supervisorActing(app: App, jurisdictionId: string): Promise<OfficerActor> {
  const [first] = await listSupervisors(app.database.read, jurisdictionId);
  if (first === undefined) throw new Error('seed: nobody supervises');
  return officerActing(app, first);
}

/** Issues one order and carries it through its story; an order that stands is left as it is. */
async function seedOrder(present: App, order: SeededOrder): Promise<void> {
  const { jurisdictionId, tasks } = await seededPlanTasks(present, 2026);
  const { read } = present.database;
  const [known] = await read
    .select({ id: supervisionIssues.id })
    .from(supervisionIssues)
    .where(eq(supervisionIssues.subject, order.subject))
    .limit(1);
  if (known !== undefined || atInstant(present, order.issued).clock.now() > present.clock.now()) return;
  const unitId = (await listUnits(read, jurisdictionId)).find(({ code }) => code === order.unit)?.id;
  const task = tasks.find(({ no }) => no === order.task);
  if (unitId === undefined || task === undefined)
    throw new Error(`seed: no ${order.unit} or task ${order.task}`);
  const supervisor = await supervisorActing(present, jurisdictionId);
  const hands = (await handsOfUnits(present, [unitId])).get(unitId);
  const { orderIds } = await transact(atInstant(present, order.issued), supervisor, (work) =>
    issueSupervisionOrders(work, jurisdictionId, {
      unitIds: [unitId],
      taskIds: [task.id],
      subject: order.subject,
      requirement: order.requirement,
      level: order.level,
      replyDays: 5,
      escalation: 'byPerson',
      escalationDays: 3,
    }),
  );
  const [orderId] = orderIds;
  if (orderId === undefined || hands === undefined) return;
  for (const step of order.story) {
    const app = atInstant(present, step.at);
    switch (step.act) {
      case 'receive':
        await transact(app, hands.clerk, (work) => receiveSupervisionOrder(work, orderId));
        break;
      case 'reply':
        await transact(app, hands.clerk, (work) =>
          replyToSupervisionOrder(work, orderId, { text: step.text, links: [], fileIds: [] }),
        );
        break;
      case 'accept':
        await transact(app, supervisor, (work) => acceptSupervisionOrder(work, orderId, { note: '' }));
        break;
      case 'return':
        await transact(app, supervisor, (work) =>
          returnSupervisionOrder(work, orderId, { reason: step.reason, replyDays: 5 }),
        );
        break;
      case 'escalate':
        await transact(app, supervisor, (work) =>
          escalateSupervisionOrder(work, orderId, { reason: step.reason, replyDays: 3 }),
        );
        break;
    }
  }
}

/** The orders of the year. */
export async function seedOrders(app: App): Promise<void> {
  for (const order of orders) await seedOrder(app, order);
}

/** Tasks of last year that were found unfinished. */
const unfinished: Readonly<Record<number, string>> = {
  12: '文件库只收录了部分现行有效文件，检索功能尚未上线。',
  16: '部分单位负责人全年没有解读记录。',
  25: '10个试点村（社区）中有3个公示栏与线上内容不一致。',
};

/** Every unit puts it right in time; the office has looked and closes the order. */
async function answerRectification(
  present: App,
  supervisor: OfficerActor,
  issueId: string,
  issuedOn: string,
): Promise<void> {
  const rows = await present.database.read
    .select({ orderId: supervisionOrders.id, unitId: supervisionOrders.unitId })
    .from(supervisionOrders)
    .where(eq(supervisionOrders.issueId, issueId))
    .orderBy(asc(supervisionOrders.id));
  const hands = await handsOfUnits(
    present,
    rows.map(({ unitId }) => unitId),
  );
  for (const { orderId, unitId } of rows) {
    const clerk = hands.get(unitId)?.clerk;
    if (clerk === undefined) continue;
    const on = (days: number, time: string) =>
      atInstant(present, `${addDays(dayOf(`2026-05-${issuedOn}`), days)}T${time}:00+08:00`);
    await transact(on(1, '10:30'), clerk, (work) => receiveSupervisionOrder(work, orderId));
    await transact(on(14, '16:20'), clerk, (work) =>
      replyToSupervisionOrder(work, orderId, { text: '已整改到位，佐证见台账。', links: [], fileIds: [] }),
    );
    await transact(on(17, '09:40'), supervisor, (work) =>
      acceptSupervisionOrder(work, orderId, { note: '已核实。' }),
    );
  }
}

/** The look-back on last year's plan: every task judged, three rectified, closed in time. */
export async function seedLookBack(present: App): Promise<void> {
  const { plan, jurisdictionId, tasks } = await seededPlanTasks(present, 2025);
  const opened = atInstant(present, '2026-04-20T09:30:00+08:00');
  const supervisor = await supervisorActing(present, jurisdictionId);
  const context = { today: beijingDayOf(present.clock.now()), calendar: await present.calendar() };
  const listed = await listLookBacks(present.database.read, jurisdictionId, { limit: 10 }, context);
  const known = listed.rows.find(({ planId }) => planId === plan.id);
  if (known !== undefined && known.closedAt !== null) return;
  const lookBackId =
    known?.id ??
    (await transact(opened, supervisor, (work) => openLookBack(work, { planId: plan.id }))).lookBackId;
  const judged = new Set(
    (
      await present.database.read
        .select({ taskId: lookBackVerdicts.taskId })
        .from(lookBackVerdicts)
        .where(eq(lookBackVerdicts.lookBackId, lookBackId))
    ).map(({ taskId }) => taskId),
  );
  for (const task of tasks) {
    if (judged.has(task.id)) continue;
    const day = String(6 + (numberFromWords(`${task.ordinal}`) % 22)).padStart(2, '0');
    const app = atInstant(present, `2026-05-${day}T15:00:00+08:00`);
    const missing = unfinished[task.no ?? 0];
    await transact(app, supervisor, (work) =>
      judgeLookBackTask(work, {
        lookBackId,
        taskId: task.id,
        verdict: missing === undefined ? 'struckOff' : 'unfinished',
        ground: missing ?? '台账和公开页面一致，达到要求。',
        proof: missing === undefined ? [{ title: '任务台账', address: `/plan/tasks/${task.id}` }] : [],
        replaces: null,
      }),
    );
    const owners = task.assignments.filter(({ role }) => role !== 'cooperating').slice(0, 2);
    if (missing === undefined || owners.length === 0) continue;
    const { issueId } = await transact(app, supervisor, (work) =>
      rectifyLookBackTask(work, {
        lookBackId,
        taskId: task.id,
        unitIds: owners.map(({ unitId }) => unitId),
        requirement: `${missing}请在期限内整改到位并反馈佐证。`,
        replyDays: 15,
      }),
    );
    await answerRectification(present, supervisor, issueId, day);
  }
  const closing = atInstant(present, '2026-06-26T10:00:00+08:00');
  await transact(closing, supervisor, (work) =>
    closeLookBack(work, {
      lookBackId,
      conclusion: '2025年工作要点共29项，核销26项，3项未完成的已下达整改，结果纳入今年考核。',
    }),
  );
}
