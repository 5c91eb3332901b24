/** A circular reaches the leading group of the county: once for each order, those of an hour in one notice. */
import { and, eq, like } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { type Actor, systemActor } from '#kernel/actor.ts';
import { beijingInstant } from '#kernel/clock.ts';
import { dayOf } from '#kernel/day.ts';
import { notices } from '#kernel/notices/tables.ts';
import { openTestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import { givenCounty, givenLeadingGroup, givenOfficer } from '#modules/organisation/given.ts';
import { appointGroupMember, endGroupMembership } from '#modules/organisation/index.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenOrder, issueInput } from '../../given/supervision.ts';
import { planModule } from '../../module.ts';
import { findOrderOwner } from '../../queries/supervision/order-detail.ts';
import { listOrders } from '../../queries/supervision/orders.ts';
import { loadOrderScope, maySeeOrder } from '../../queries/supervision/visibility.ts';
import { taskRowContextOf } from '../../routes/plans.ts';
import { issueSupervisionOrders } from './issue-orders.ts';
import { escalateSupervisionOrder } from './order-commands.ts';
import { tellLeadingGroup } from './tell-leading-group.ts';

const place = await openTestApp({ modules: [organisation, planModule], now: '2026-09-28T09:00:00+08:00' });
afterAll(() => place.close());
const county = await givenCounty(place.app);
const supervisor = await givenOfficer(
  place.app,
  county.jurisdictionId,
  county.office,
  ['supervisor'],
  '陆一鸣',
);
const stranger = await givenOfficer(place.app, county.jurisdictionId, county.town, ['clerk'], '镇干部');
const builder = systemActor('test');
const read = () => place.app.database.read;
const context = () => taskRowContextOf(place.app);
const goTo = (day: string) => place.clock.set(beijingInstant(dayOf(day), '09:00'));
const act = <Result>(actor: Actor, run: (work: Work) => Promise<Result>) => transact(place.app, actor, run);
const issue = (...[unitId, given]: [string, Parameters<typeof issueInput>[1]?]) =>
  givenOrder(place.app, county.jurisdictionId, unitId, given);

async function noticesOf(officerId: string, orderId: string): Promise<string[]> {
  const rows = await read()
    .select({ title: notices.title })
    .from(notices)
    .where(and(eq(notices.officerId, officerId), like(notices.address, `%${orderId}`)));
  return rows.map((row) => row.title);
}

test('a circular is told to the leading group of the county, whose members read it whatever their unit', async () => {
  const { app } = place;
  const { jurisdictionId } = county;
  const { groupId } = await givenLeadingGroup(app, {
    unitId: county.government,
    officeUnitId: county.office,
    ofJurisdiction: true,
  });
  const member = await givenOfficer(app, jurisdictionId, county.town, ['unitLeader'], '镇长乙');
  const former = await givenOfficer(app, jurisdictionId, county.town, ['unitLeader'], '前镇长');
  const appoint = (officerId: string, name: string) =>
    act(builder, (work) =>
      appointGroupMember(work, groupId, {
        role: 'member',
        officerId,
        name,
        position: '镇长',
        unitId: county.town,
        from: dayOf('2026-01-05'),
      }),
    );
  await appoint(member.id, '镇长乙');
  const ended = await appoint(former.id, '前镇长');
  await act(builder, (work) => endGroupMembership(work, ended, { until: dayOf('2026-09-01') }));
  const { today } = await context();
  const ownerOf = async (orderId: string) => {
    const owner = await findOrderOwner(read(), orderId);
    if (owner === undefined) throw new Error('no order');
    return owner;
  };

  // Raised step by step by a person: only the last step is reported.
  const orderId = await issue(county.education, { level: 'supervise', replyDays: 1 });
  expect(await noticesOf(member.id, orderId)).toEqual([]);
  expect(await maySeeOrder(read(), member, await ownerOf(orderId), today)).toBe(false);
  goTo('2026-10-12');
  await act(supervisor, (work) =>
    escalateSupervisionOrder(work, orderId, { reason: '两次催办未反馈', replyDays: 3 }),
  );
  expect(await noticesOf(member.id, orderId)).toEqual([expect.stringMatching(/^通报县教育局：/)]);
  expect(await noticesOf(former.id, orderId)).toEqual([]);
  expect(await maySeeOrder(read(), member, await ownerOf(orderId), today)).toBe(true);
  expect(await maySeeOrder(read(), former, await ownerOf(orderId), today)).toBe(false);
  expect(await maySeeOrder(read(), stranger, await ownerOf(orderId), today)).toBe(false);

  // Issued in the same hour to two units: one notice tells all three, each once, and stands where all are seen.
  const circulars = await listOrders(
    read(),
    await loadOrderScope(read(), member, today),
    { limit: 200, level: 'circular' },
    await context(),
  );
  expect(circulars.rows.map(({ id }) => id)).toEqual([orderId]);
  const both = await act(supervisor, (work) =>
    issueSupervisionOrders(
      work,
      jurisdictionId,
      issueInput([county.education, county.town], { level: 'circular' }),
    ),
  );
  const hourly = async () =>
    (await read().select().from(notices).where(eq(notices.officerId, member.id))).filter(
      ({ foldKey }) => foldKey !== null,
    );
  const [one, ...more] = await hourly();
  expect([one?.title, one?.address, more]).toEqual([
    '通报3件督办单，报政务公开工作领导小组',
    '/plan/orders?f.level=circular',
    [],
  ]);
  expect(one?.folded?.map(({ key }) => key)).toEqual([orderId, ...both.orderIds]);
  expect(one?.detail?.split('\n')).toHaveLength(3);

  // What was read stays as it is; told again, nothing is added.
  await place.app.database.pool.query(
    `update notice set read_at = created_at where officer_id = '${member.id}'`,
  );
  const told = { orderId, unitName: '县教育局', number: '督', subject: '督办', reason: null };
  await act(builder, async (work) => {
    await tellLeadingGroup(work, jurisdictionId, [told]);
    work.audit({ action: 'test', objectKind: 'test', objectId: orderId, summary: '', affectsPortal: false });
  });
  expect(await hourly()).toHaveLength(1);
  const later = await issue(county.education, { level: 'circular' });
  expect((await hourly()).map(({ folded }) => folded?.length).toSorted()).toEqual([1, 3]);
  expect(await noticesOf(member.id, later)).toHaveLength(1);
});
