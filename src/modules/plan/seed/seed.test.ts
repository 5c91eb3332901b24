import { count, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEntries } from '#kernel/audit/tables.ts';
import { dayOf } from '#kernel/day.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { organisation } from '#modules/organisation/module.ts';
import { planModule } from '../module.ts';
import { listLookBacks } from '../queries/look-backs.ts';
import { viewUnitPlans } from '../queries/unit-plans.ts';
import { ledgerEntries } from '../tables/ledger.ts';
import { taskBindings } from '../tables/measuring.ts';
import { practices } from '../tables/office-records.ts';
import { reminders } from '../tables/reminders.ts';
import { supervisionOrders } from '../tables/supervision.ts';
import { unitPlans } from '../tables/unit-plans.ts';
import { seededPlanTasks } from './ledger.ts';

let place: TestApp;

const seedAll = async () => {
  for (const step of [...organisation.seeds, ...planModule.seeds]) await step.run(place.app);
};

/** Rows by which a second seeding would show. */
async function countRows() {
  const { read } = place.app.database;
  const [entries] = await read.select({ rows: count() }).from(ledgerEntries);
  const [orders] = await read.select({ rows: count() }).from(supervisionOrders);
  const [bindings] = await read.select({ rows: count() }).from(taskBindings);
  const [filings] = await read.select({ rows: count() }).from(unitPlans);
  const [sent] = await read.select({ rows: count() }).from(reminders);
  const [told] = await read.select({ rows: count() }).from(practices);
  return [entries, orders, bindings, filings, sent, told].map((found) => found?.rows ?? 0);
}

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, planModule], now: '2026-11-20T09:00:00+08:00' });
  await seedAll();
}, 120_000);
afterAll(() => place.close());

describe('the year of the example county', () => {
  it('was written by its own officers on their own days, never after today', async () => {
    const { read } = place.app.database;
    const days = await read
      .select({ day: ledgerEntries.writtenOn, name: ledgerEntries.writtenByName })
      .from(ledgerEntries);
    expect(days.length).toBeGreaterThan(300);
    expect(days.every(({ day }) => day >= '2025-04-01' && day <= '2026-11-20')).toBe(true);
    expect(new Set(days.map(({ name }) => name)).size).toBeGreaterThan(20);
    const written = await read
      .select({ seq: auditEntries.seq })
      .from(auditEntries)
      .where(eq(auditEntries.action, 'plan.writeLedger'));
    expect(written.length).toBe(days.length);
  });

  it('leaves something to supervise: tasks of every standing, open orders, proposals to decide', async () => {
    const { tasks } = await seededPlanTasks(place.app, 2026);
    const standings = new Set(tasks.map(({ standing }) => standing));
    expect([...standings].sort()).toEqual(['cannotTell', 'failing', 'met', 'notYetDue']);
    const { read } = place.app.database;
    const statuses = new Set(
      (await read.select({ status: supervisionOrders.status }).from(supervisionOrders)).map(
        ({ status }) => status,
      ),
    );
    expect([...statuses]).toEqual(expect.arrayContaining(['closed', 'issued', 'received']));
    const bindings = await read.select({ status: taskBindings.status }).from(taskBindings);
    expect(bindings.some(({ status }) => status === 'confirmed')).toBe(true);
  });

  it('asked every unit for its plan within 30 days: most filed in time, two late, one sent back, one missing', async () => {
    const { plan } = await seededPlanTasks(place.app, 2026);
    const context = { today: dayOf('2026-11-20'), calendar: await place.app.calendar() };
    const { demand, rows } = await viewUnitPlans(place.app.database.read, plan, context);
    expect([demand?.days, demand?.dayUnit]).toEqual([30, 'calendar']);
    const named = (wanted: (row: (typeof rows)[number]) => boolean) =>
      rows.filter(wanted).map(({ unitName }) => unitName);
    expect(named(({ timeliness }) => timeliness === 'late').sort()).toEqual(
      ['县文广旅体局', '大坪镇'].sort(),
    );
    expect(named(({ state }) => state === 'returned')).toEqual(['南湾镇']);
    expect(named(({ state }) => state === 'filed')).toEqual(['县信访局']);
    expect(named(({ state }) => state === 'missing')).toEqual(['县商务局']);
    expect(named(({ state }) => state === 'accepted').length).toBeGreaterThan(20);
  });

  it('was reminded of what fell due, each step once', async () => {
    const sent = await place.app.database.read.select().from(reminders);
    expect(sent.some(({ source }) => source === 'unitPlan')).toBe(true);
    expect(sent.some(({ source, sentAt }) => source === 'order' && sentAt.toISOString() > '2026-11')).toBe(
      true,
    );
    const keys = sent.map(({ dutyKey, unitId, due, step }) => `${dutyKey} ${unitId} ${due} ${step}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('looked back on the year before and closed it with three rectifications', async () => {
    const { jurisdictionId } = await seededPlanTasks(place.app, 2025);
    const context = { today: dayOf('2026-11-20'), calendar: await place.app.calendar() };
    const { rows } = await listLookBacks(place.app.database.read, jurisdictionId, { limit: 5 }, context);
    expect(rows).toMatchObject([{ counts: { tasks: 29, unfinished: 3, undecided: 0, unordered: 0 } }]);
    expect(rows[0]?.closedAt).not.toBeNull();
  });

  it('is the same after a second seeding', async () => {
    const before = await countRows();
    await seedAll();
    expect(await countRows()).toEqual(before);
  }, 60_000);
});
