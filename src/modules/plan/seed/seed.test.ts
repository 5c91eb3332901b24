import { count, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEntries } from '#kernel/audit/tables.ts';
import { dayOf } from '#kernel/day.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { organisation } from '#modules/organisation/module.ts';
import { planModule } from '../module.ts';
import { listLookBacks } from '../queries/look-backs.ts';
import { ledgerEntries } from '../tables/ledger.ts';
import { taskBindings } from '../tables/measuring.ts';
import { supervisionOrders } from '../tables/supervision.ts';
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
  return { entries: entries?.rows ?? 0, orders: orders?.rows ?? 0, bindings: bindings?.rows ?? 0 };
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
