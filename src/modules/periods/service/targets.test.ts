import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officerRoles } from '#kernel/actor.ts';
import { auditEntries } from '#kernel/audit/tables.ts';
import { dayOf } from '#kernel/day.ts';
import type { DatasetOffer } from '#kernel/module.ts';
import { findSearchDocuments } from '#kernel/search/search.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { type GivenCounty, givenCounty, givenOfficerOfEachRole } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodDatasets } from '../datasets.ts';
import { periodRules } from '../law/register.ts';
import { periodsModule } from '../module.ts';
import { computeDue, listPeriodRuleViews } from '../queries/rules.ts';
import { indexPeriods } from './search-documents.ts';
import { endTarget, setTarget } from './targets.ts';

let place: TestApp;
let county: GivenCounty;
let officers: Awaited<ReturnType<typeof givenOfficerOfEachRole>>;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, periodsModule], now: '2026-05-06T09:00:00+08:00' });
  county = await givenCounty(place.app);
  officers = await givenOfficerOfEachRole(place.app, county);
});
afterAll(() => place.close());

const promise = (over: Partial<Parameters<typeof setTarget>[2]> = {}) => ({
  rule: 'message-reply',
  length: 5,
  basis: '年度工作要点',
  fromDay: dayOf('2026-04-01'),
  ...over,
});

const set = (input: Parameters<typeof setTarget>[2], actor = officers.supervisor) =>
  transact(place.app, actor, (work) => setTarget(work, county.jurisdictionId, input));

async function countAudit(): Promise<number> {
  return (await place.app.database.read.select({ seq: auditEntries.seq }).from(auditEntries)).length;
}

const targetOf = async (on: string) => (await computeDue(place.app, { rule: 'message-reply', on })).target;

describe('a local limit', () => {
  test('stands beside the legal one for events from its first day until it ends', async () => {
    const first = await set(promise());
    expect(await targetOf('2026-03-31')).toBeNull();
    expect(await targetOf('2026-04-01')).toBe('2026-04-09');
    await set(promise({ length: 3, fromDay: dayOf('2026-07-01') }));
    expect(await targetOf('2026-06-30')).toBe('2026-07-07');
    expect(await targetOf('2026-07-01')).toBe('2026-07-06');
    const row = (await listPeriodRuleViews(place.app)).find(({ rule }) => rule === 'message-reply');
    expect(row?.targets.map(({ length, untilDay }) => [length, untilDay])).toEqual([
      [3, null],
      [5, '2026-07-01'],
    ]);
    const open = row?.targets[0]?.id ?? '';
    await transact(place.app, officers.supervisor, (work) => endTarget(work, open, dayOf('2026-09-01')));
    expect(await targetOf('2026-09-01')).toBeNull();
    for (const [id, code] of [
      [first, 'periods.targetEnded'],
      [county.education, 'periods.targetNotFound'],
    ] as const) {
      await expect(
        transact(place.app, officers.supervisor, (work) => endTarget(work, id, dayOf('2026-10-01'))),
      ).rejects.toMatchObject({ code });
    }
  });

  test.each([
    [promise({ rule: 'foi-reply', length: 20 }), 'periods.localNotShorter'],
    [promise({ rule: 'decision-consultation', length: 10 }), 'periods.localNotShorter'],
    [promise({ rule: 'annual-report-unit', length: 10 }), 'periods.localNotShorter'],
    [promise({ rule: 'hearing-papers', length: 3 }), 'periods.localNotShorter'],
    [promise({ rule: 'nothing' }), 'periods.noRule'],
    [promise({ fromDay: dayOf('2010-01-01') }), 'periods.notInForce'],
  ])('%j is refused: %s', async (input, code) => {
    const before = await countAudit();
    await expect(set(input)).rejects.toMatchObject({ code });
    expect(await countAudit()).toBe(before);
  });

  test('must begin after the one it replaces', async () => {
    await set(promise({ rule: 'interpretation', length: 2, fromDay: dayOf('2026-04-01') }));
    await expect(set(promise({ rule: 'interpretation', length: 1 }))).rejects.toMatchObject({
      code: 'periods.targetTooEarly',
    });
  });

  test.each(officerRoles)('%s: only the supervising office sets and ends it', async (role) => {
    const before = await countAudit();
    const input = promise({ rule: 'review-reply', length: 6, fromDay: dayOf('2026-04-01') });
    if (role === 'supervisor') {
      const id = await set(input, officers[role]);
      await transact(place.app, officers[role], (work) => endTarget(work, id, dayOf('2026-05-01')));
      expect(await countAudit()).toBe(before + 2);
      return;
    }
    await expect(set(input, officers[role])).rejects.toMatchObject({ code: 'access.forbidden' });
    await expect(
      transact(place.app, officers[role], (work) => endTarget(work, county.education, dayOf('2026-05-01'))),
    ).rejects.toMatchObject({ code: 'access.forbidden' });
    expect(await countAudit()).toBe(before);
  });
});

test('search finds every period; writing again changes nothing', async () => {
  expect(await indexPeriods(place.app)).toBe(periodRules.length);
  expect(await indexPeriods(place.app)).toBe(0);
  const found = await findSearchDocuments(place.app.database.read, { text: '补正告知', publicOnly: true });
  expect(found[0]).toMatchObject({ kind: 'period', address: '/periods?rule=foi-correction-notice' });
});

test('the data set pages by key and names every period once', async () => {
  const [dataset] = periodDatasets;
  const names: unknown[] = [];
  let after: string | null = null;
  do {
    const listed: Awaited<ReturnType<DatasetOffer['listRows']>> | undefined = await dataset?.listRows(
      place.app.database.read,
      { after, limit: 10 },
    );
    names.push(...(listed?.rows ?? []).map(({ rule }) => rule));
    after = listed?.next ?? null;
  } while (after !== null);
  expect(names).toHaveLength(periodRules.length);
  expect(new Set(names).size).toBe(periodRules.length);
});
