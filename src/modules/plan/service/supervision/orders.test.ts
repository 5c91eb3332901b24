import { and, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type OfficerActor, type OfficerRole, systemActor } from '#kernel/actor.ts';
import { auditEntries } from '#kernel/audit/tables.ts';
import { beijingInstant } from '#kernel/clock.ts';
import { dayOf } from '#kernel/day.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import { openJobRunner } from '#kernel/jobs/runner.ts';
import { notices } from '#kernel/notices/tables.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import {
  type GivenCounty,
  givenCounty,
  givenOfficer,
  givenOfficerOfEachRole,
  rolesBut,
} from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import {
  givenOrder,
  givenReceivedOrder,
  givenRepliedOrder,
  givenReturnedOrder,
  issueInput,
} from '../../given/supervision.ts';
import { givenPlan } from '../../given.ts';
import { planModule } from '../../module.ts';
import { listOrdersToEscalate } from '../../queries/supervision/escalations.ts';
import { findOrderDetail } from '../../queries/supervision/order-detail.ts';
import { listOrders } from '../../queries/supervision/orders.ts';
import { listOrderTodos } from '../../queries/supervision/todos.ts';
import { maySeeOrder, orderScopeOf } from '../../queries/supervision/visibility.ts';
import { tasks } from '../../tables/plans.ts';
import { escalateOverdueOrders } from './escalate-overdue.ts';
import { issueSupervisionOrders } from './issue-orders.ts';
import {
  acceptSupervisionOrder,
  addOrderFile,
  escalateSupervisionOrder,
  extendSupervisionOrder,
  receiveSupervisionOrder,
  replyToSupervisionOrder,
  returnSupervisionOrder,
  withdrawSupervisionOrder,
} from './order-commands.ts';

let place: TestApp;
let county: GivenCounty;
let other: GivenCounty;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;
let educationClerk: OfficerActor;
let educationLeader: OfficerActor;
let townClerk: OfficerActor;
let foreignSupervisor: OfficerActor;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, planModule], now: '2026-09-28T09:00:00+08:00' });
  const { app } = place;
  county = await givenCounty(app);
  other = await givenCounty(app, '白泽县', 'baize');
  officers = await givenOfficerOfEachRole(app, county);
  educationClerk = await givenOfficer(app, county.jurisdictionId, county.education, ['clerk'], '经办甲');
  educationLeader = await givenOfficer(
    app,
    county.jurisdictionId,
    county.education,
    ['unitLeader'],
    '局长甲',
  );
  townClerk = await givenOfficer(app, county.jurisdictionId, county.town, ['clerk'], '经办乙');
  foreignSupervisor = await givenOfficer(app, other.jurisdictionId, other.office, ['supervisor']);
});
afterAll(() => place.close());

const builder = systemActor('test');
const act = <Result>(actor: Actor, body: (work: Work) => Promise<Result>) => transact(place.app, actor, body);
const read = () => place.app.database.read;
const goTo = (day: string, time = '09:00') => place.clock.set(beijingInstant(dayOf(day), time));
const context = async () => ({
  today: dayOf(new Date(place.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)),
  calendar: await place.app.calendar(),
});
const view = async (orderId: string) => {
  const detail = await findOrderDetail(read(), orderId, await context(), () => true);
  if (detail === undefined) throw new Error('no order');
  return detail;
};
const issue = (...[unitId, given]: [string, Parameters<typeof issueInput>[1]?]) =>
  givenOrder(place.app, county.jurisdictionId, unitId, given);
const countAudit = async () => (await read().select({ seq: auditEntries.seq }).from(auditEntries)).length;

async function codeOfRefusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return error.code;
  throw error ?? new Error('nothing was refused');
}

async function noticesOf(officerId: string, orderId: string): Promise<string[]> {
  const rows = await read()
    .select({ title: notices.title })
    .from(notices)
    .where(and(eq(notices.officerId, officerId), like(notices.address, `%${orderId}`)))
    .orderBy(notices.id);
  return rows.map((row) => row.title);
}

/** Every command with the roles that may, each run on an order of its own addressed to the county's office. */
const commands: readonly {
  readonly name: string;
  readonly roles: readonly OfficerRole[];
  readonly run: (actor: Actor) => Promise<unknown>;
}[] = [
  {
    name: 'issue',
    roles: ['supervisor'],
    run: (actor) =>
      act(actor, (work) => issueSupervisionOrders(work, county.jurisdictionId, issueInput([county.town]))),
  },
  ...(
    [
      ['receive', 'unit', givenOrder, receiveSupervisionOrder],
      [
        'reply',
        'unit',
        givenReceivedOrder,
        (work: Work, id: string) =>
          replyToSupervisionOrder(work, id, { text: '已办理', links: [], fileIds: [] }),
      ],
      [
        'accept',
        'office',
        givenRepliedOrder,
        (work: Work, id: string) => acceptSupervisionOrder(work, id, { note: '' }),
      ],
      [
        'return',
        'office',
        givenRepliedOrder,
        (work: Work, id: string) => returnSupervisionOrder(work, id, { reason: '不完整', replyDays: 3 }),
      ],
      [
        'extend',
        'office',
        givenOrder,
        (work: Work, id: string) => extendSupervisionOrder(work, id, { reason: '汛期', moreDays: 2 }),
      ],
      [
        'escalate',
        'office',
        givenReturnedOrder,
        (work: Work, id: string) => escalateSupervisionOrder(work, id, { reason: '敷衍', replyDays: 3 }),
      ],
      [
        'withdraw',
        'office',
        givenOrder,
        (work: Work, id: string) => withdrawSupervisionOrder(work, id, { reason: '误发' }),
      ],
    ] as const
  ).map(([name, party, given, run]) => ({
    name,
    roles: party === 'unit' ? (['clerk', 'unitLeader'] as const) : (['supervisor'] as const),
    run: async (actor: Actor) => {
      const orderId = await given(place.app, county.jurisdictionId, county.office);
      return act(actor, (work) => run(work, orderId));
    },
  })),
];

describe.each(commands)('$name', ({ roles, run }) => {
  test.each(roles)('is open to a %s', async (role) => {
    await expect(run(officers[role])).resolves.not.toThrow();
  });

  test.each(rolesBut(roles))('is refused to a %s', async (role) => {
    expect(await codeOfRefusal(run(officers[role]))).toBe('access.forbidden');
  });

  test('is refused outside the jurisdiction or unit', async () => {
    const stranger = roles.includes('clerk') ? townClerk : foreignSupervisor;
    expect(await codeOfRefusal(run(stranger))).toBe('access.otherUnit');
  });
});

test('a denied command leaves no audit entry, no event and no notice', async () => {
  const orderId = await issue(county.education);
  const before = await countAudit();
  await codeOfRefusal(act(townClerk, (work) => receiveSupervisionOrder(work, orderId)));
  await codeOfRefusal(
    act(educationClerk, (work) => withdrawSupervisionOrder(work, orderId, { reason: '不想办' })),
  );
  expect(await countAudit()).toBe(before);
  expect((await view(orderId)).events).toHaveLength(1);
});

describe('numbers', () => {
  const numbersOf = async (jurisdictionId: string) => {
    const { rows } = await listOrders(read(), { jurisdictionId }, { limit: 200 }, await context());
    return rows.map((row) => row.number).toSorted();
  };
  const issueIn = (place_: GivenCounty, unitIds: readonly string[], actor: Actor = builder) =>
    act(actor, (work) => issueSupervisionOrders(work, place_.jurisdictionId, issueInput(unitIds)));

  test('run by jurisdiction without a gap, also past a refusal, several at once, and from 1 in a new year', async () => {
    const first = await issueIn(other, [other.education, other.town]);
    expect(first.number).toBe('督办〔2026〕1号');
    expect(first.orderIds).toHaveLength(2);
    // Taken and given back: the notice to an unknown unit is refused after the number was asked for.
    await expect(
      act(builder, async (work) => {
        await issueSupervisionOrders(work, other.jurisdictionId, issueInput([other.town]));
        throw new Refusal('test.late', 409, { what: '后来的拒绝', todo: '重试' });
      }),
    ).rejects.toThrow('后来的拒绝');
    const many = await Promise.all(Array.from({ length: 8 }, () => issueIn(other, [other.town])));
    expect(many.map(({ number }) => number).toSorted()).toEqual(
      [2, 3, 4, 5, 6, 7, 8, 9].map((serial) => `督办〔2026〕${serial}号`),
    );
    goTo('2027-01-04');
    expect((await issueIn(other, [other.town])).number).toBe('督办〔2027〕1号');
    goTo('2026-09-28');
    expect(await numbersOf(other.jurisdictionId)).toHaveLength(11);
  });

  test('unknown units and tasks of another county are refused', async () => {
    expect(await codeOfRefusal(issueIn(county, [other.town]))).toBe('plan.orderUnitUnknown');
    const { planId } = await givenPlan(place.app, { jurisdictionId: county.jurisdictionId });
    const [task] = await read().select({ id: tasks.id }).from(tasks).where(eq(tasks.planId, planId)).limit(1);
    const input = issueInput([other.town], { taskIds: [task?.id ?? ''] });
    expect(
      await codeOfRefusal(act(builder, (work) => issueSupervisionOrders(work, other.jurisdictionId, input))),
    ).toBe('plan.orderTaskUnknown');
  });
});

test('a paper about several tasks gives each unit those in which it has a part', async () => {
  const { planId } = await givenPlan(place.app, { jurisdictionId: county.jurisdictionId });
  const rows = await read().select().from(tasks).where(eq(tasks.planId, planId)).orderBy(tasks.ordinal);
  const taskIds = rows.map(({ id }) => id);
  const { orderIds } = await act(officers.supervisor, (work) =>
    issueSupervisionOrders(
      work,
      county.jurisdictionId,
      issueInput([county.education, county.village], { taskIds }),
    ),
  );
  const orders = await Promise.all(orderIds.map(view));
  const education = orders.find(({ unitId }) => unitId === county.education);
  const village = orders.find(({ unitId }) => unitId === county.village);
  expect(education?.tasks.map(({ no }) => no)).toEqual([1, 2, 3]);
  expect(village?.tasks.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
  expect(education?.addressees.map(({ unitId }) => unitId)).toEqual([county.education, county.village]);
});

test('an order lives: issued, signed, answered with a file, sent back, answered, closed; each side is told', async () => {
  const orderId = await issue(county.education, { replyDays: 5 });
  expect(await noticesOf(educationClerk.id, orderId)).toEqual([expect.stringContaining('收到督办')]);
  expect(await noticesOf(educationLeader.id, orderId)).toHaveLength(1);
  expect(await noticesOf(townClerk.id, orderId)).toEqual([]);
  expect(
    (await listOrderTodos(read(), educationClerk, await context())).find(({ address }) =>
      address.endsWith(orderId),
    ),
  ).toMatchObject({ due: '2026-10-10', unitId: county.education });

  expect(
    await codeOfRefusal(
      act(educationClerk, (work) =>
        replyToSupervisionOrder(work, orderId, { text: '已办', links: [], fileIds: [] }),
      ),
    ),
  ).toBe('plan.orderActionClosed');
  await act(educationClerk, (work) => receiveSupervisionOrder(work, orderId));
  const kept = await keepBytes(place.app.files, {
    name: '佐证.txt',
    mediaType: 'text/plain',
    bytes: new TextEncoder().encode('佐证'),
  });
  const fileId = await act(educationClerk, (work) => addOrderFile(work, orderId, kept));
  const reply = { text: '已补齐', links: ['https://example.cn/a'], fileIds: [fileId] };
  await act(educationClerk, (work) => replyToSupervisionOrder(work, orderId, reply));
  expect(await noticesOf(officers.supervisor.id, orderId)).toEqual([expect.stringContaining('请审核')]);
  await act(officers.supervisor, (work) =>
    returnSupervisionOrder(work, orderId, { reason: '缺第三季度', replyDays: 3 }),
  );
  expect((await view(orderId)).clock).toMatchObject({ due: '2026-10-08', days: 3 });
  // A file goes with one reply only.
  expect(
    await codeOfRefusal(act(educationClerk, (work) => replyToSupervisionOrder(work, orderId, reply))),
  ).toBe('plan.orderFileUnknown');
  await act(educationClerk, (work) => replyToSupervisionOrder(work, orderId, { ...reply, fileIds: [] }));
  await act(officers.supervisor, (work) => acceptSupervisionOrder(work, orderId, { note: '已核实' }));
  const closed = await view(orderId);
  expect(closed).toMatchObject({ status: 'closed', answeredInTime: true, actions: [] });
  expect(closed.events.map(({ event }) => event.kind)).toEqual([
    'issued',
    'received',
    'replied',
    'returned',
    'replied',
    'closed',
  ]);
  expect(closed.events[2]?.files.map(({ fileName }) => fileName)).toEqual(['佐证.txt']);
  expect(await noticesOf(educationClerk.id, orderId)).toHaveLength(3);
});

describe('falling due over a holiday', () => {
  test('shows when it becomes late, may be raised then and not before, and stays late when answered', async () => {
    goTo('2026-09-28');
    const orderId = await issue(county.education, { replyDays: 5, level: 'prompt' });
    expect(await noticesOf(educationLeader.id, orderId)).toEqual([]);
    const raise = () =>
      act(officers.supervisor, (work) =>
        escalateSupervisionOrder(work, orderId, { reason: '逾期未反馈', replyDays: 3 }),
      );
    goTo('2026-10-10');
    expect(await view(orderId)).toMatchObject({ overdue: false, lateSince: null, remaining: 0 });
    expect(await codeOfRefusal(raise())).toBe('plan.orderNotLate');
    goTo('2026-10-11');
    expect(await view(orderId)).toMatchObject({ overdue: true, lateSince: '2026-10-10' });
    expect(
      await codeOfRefusal(
        act(officers.supervisor, (work) =>
          extendSupervisionOrder(work, orderId, { reason: '忘了', moreDays: 5 }),
        ),
      ),
    ).toBe('plan.orderExpired');
    const listed = await listOrdersToEscalate(read(), county.jurisdictionId, await context());
    expect(listed.map(({ id }) => id)).toContain(orderId);
    const late = await listOrders(
      read(),
      orderScopeOf(educationClerk),
      { limit: 50, late: true },
      await context(),
    );
    expect(late.rows.map(({ id }) => id)).toContain(orderId);

    goTo('2026-10-12');
    await raise();
    expect(await view(orderId)).toMatchObject({
      level: 'supervise',
      overdue: false,
      lateSince: '2026-10-10',
      clock: { due: '2026-10-15' },
    });
    expect(await noticesOf(educationLeader.id, orderId)).toEqual([expect.stringContaining('升级为督办')]);
    await act(educationClerk, (work) => receiveSupervisionOrder(work, orderId));
    await act(educationClerk, (work) =>
      replyToSupervisionOrder(work, orderId, { text: '已办', links: [], fileIds: [] }),
    );
    await act(officers.supervisor, (work) => acceptSupervisionOrder(work, orderId, { note: '' }));
    expect(await view(orderId)).toMatchObject({ status: 'closed', answeredInTime: false, lateSince: null });
    goTo('2026-09-28');
  });

  test('the platform raises on the working day after, once, however often the job runs or how long it stood still', async () => {
    goTo('2026-09-28', '07:00');
    const runner = openJobRunner(place.app);
    await runner.runDue();
    const automatic = { replyDays: 5, escalation: 'automatic', escalationDays: 2 } as const;
    const orderId = await issue(county.town, { ...automatic, level: 'prompt' });
    const byPerson = await issue(county.town, { replyDays: 5, level: 'prompt' });
    const levels = async () => (await view(orderId)).events.map(({ event }) => event.kind);
    goTo('2026-10-10', '09:00');
    await runner.runDue();
    expect(await levels()).toEqual(['issued']);
    // Sunday: nobody is at work, and the platform waits too.
    goTo('2026-10-11', '09:00');
    await runner.runDue();
    expect(await levels()).toEqual(['issued']);
    goTo('2026-10-12', '09:00');
    await runner.runDue();
    await Promise.all([escalateOverdueOrders(place.app), escalateOverdueOrders(place.app)]);
    expect(await levels()).toEqual(['issued', 'escalated']);
    expect(await view(orderId)).toMatchObject({ level: 'supervise', clock: { due: '2026-10-14' } });
    // Three days of standstill: the second clock ran out on the 14th, one step is taken, not two.
    goTo('2026-10-19', '09:00');
    await openJobRunner(place.app).runDue();
    expect(await levels()).toEqual(['issued', 'escalated', 'escalated']);
    goTo('2026-11-20', '09:00');
    await openJobRunner(place.app).runDue();
    expect(await levels()).toEqual(['issued', 'escalated', 'escalated']);
    expect((await view(byPerson)).level).toBe('prompt');
    goTo('2026-09-28');
  });
});

test('an officer sees the orders of the own units, an overseer all of the county, nobody another county’s', async () => {
  const orderId = await issue(county.education);
  const { jurisdictionId } = county;
  const owner = { unitId: county.education, jurisdictionId, level: 'prompt' as const };
  const { today } = await context();
  expect(await maySeeOrder(read(), educationClerk, owner, today)).toBe(true);
  expect(await maySeeOrder(read(), officers.auditor, owner, today)).toBe(true);
  expect(await maySeeOrder(read(), townClerk, owner, today)).toBe(false);
  expect(await maySeeOrder(read(), foreignSupervisor, owner, today)).toBe(false);
  const seen = await listOrders(read(), orderScopeOf(townClerk), { limit: 200 }, await context());
  expect(seen.rows.map(({ id }) => id)).not.toContain(orderId);
});

test('a list is cut into pages that together hold every order once', async () => {
  const all = await listOrders(
    read(),
    { jurisdictionId: county.jurisdictionId },
    { limit: 200 },
    await context(),
  );
  const paged: string[] = [];
  let after: [string] | undefined;
  do {
    const page = await listOrders(
      read(),
      { jurisdictionId: county.jurisdictionId },
      { limit: 7, ...(after === undefined ? {} : { after }), open: true },
      await context(),
    );
    paged.push(...page.rows.map(({ id }) => id));
    const last = page.rows.at(-1)?.id;
    after = page.next === null || last === undefined ? undefined : [last];
  } while (after !== undefined);
  expect(paged).toEqual(
    all.rows.filter(({ status }) => !['closed', 'withdrawn'].includes(status)).map(({ id }) => id),
  );
});
