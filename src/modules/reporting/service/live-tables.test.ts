import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type OfficerRole, officerRoles, systemActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { publishing } from '#modules/publishing/module.ts';
import { answeredBy, givenCaseEvents, givenCounterRequest, givenDispute } from '#modules/requests/given.ts';
import { requestsModule } from '#modules/requests/module.ts';
import { reportingModule } from '../module.ts';
import { gatherAnswers } from '../queries/figures.ts';
import {
  listReportUnits,
  resolveReportScope,
  viewCellEvidence,
  viewLiveTables,
} from '../queries/live-tables.ts';
import { listEnterableCells } from '../rules/live-report.ts';
import { enterReportCells } from './entries.ts';

let place: TestApp;
let county: GivenCounty;
const platform = systemActor('test');

beforeAll(async () => {
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing, requestsModule, reportingModule],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  const give = (arrivedOn: string, unitId = county.education) =>
    givenCounterRequest(place.app, unitId, { arrival: { arrivedOn: dayOf(arrivedOn) } });
  await givenCaseEvents(place.app, await give('2025-12-30'), ...answeredBy('disclosed', '2026-01-20'));
  for (const day of ['2026-02-02', '2026-02-03', '2026-03-02']) {
    await givenCaseEvents(place.app, await give(day), ...answeredBy('process', '2026-03-20'));
  }
  await give('2026-04-20');
  await give('2026-04-21', county.office);
  await givenDispute(place.app, { unitId: county.education });
});
afterAll(() => place.close());

const scopeOf = (unitId?: string, actor: Actor = platform, year = 2026) =>
  resolveReportScope(place.app, actor, { year, unitId });
const tables = async (unitId?: string) => viewLiveTables(place.app, await scopeOf(unitId));
const officer = (unitId: string, role: OfficerRole) =>
  givenOfficer(place.app, county.jurisdictionId, unitId, [role]);
const codeOf = (done: Promise<unknown>) =>
  done.then(
    () => '',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
async function enter(unitId: string, cells: Record<string, number>, actor: Actor = platform) {
  const { jurisdictionId, today, year } = await scopeOf(unitId);
  const answers = await gatherAnswers(place.app, {
    db: place.app.database.read,
    jurisdictionId,
    unitIds: [unitId],
    year,
    today,
  });
  return codeOf(
    transact(place.app, actor, (work) =>
      enterReportCells(
        work,
        { unitId, year },
        { cells, note: '线下登记簿' },
        { answers: answers.get(unitId) ?? new Map() },
      ),
    ),
  );
}

/** Everything a person can enter, zero but for these. */
const filled = (values: Record<string, number>) =>
  Object.fromEntries(listEnterableCells('2021').map(({ key }) => [key, values[key] ?? 0]));

describe('the tables of a running year', () => {
  test('follow from the cases, balance, and open to the rows behind every cell', async () => {
    const { report, cells, verdicts, findings } = await tables(county.education);
    const value = (key: string) => report.figures[key]?.value;
    expect([
      value('requests.received.total'),
      value('requests.carriedIn.total'),
      value('requests.outcomeTotal.total'),
      value('requests.carriedOut.total'),
      value('requests.process.naturalPerson'),
      value('disputes.review.pending'),
    ]).toEqual([4, 1, 4, 1, 3, 1]);
    expect(findings).toEqual([]);
    expect(Object.fromEntries(verdicts.map(({ identity, state }) => [identity, state]))).toMatchObject({
      I1: 'holds',
      I2: 'holds',
      I3: 'holds',
      I4: 'cannotTell',
      I5: 'holds',
    });
    expect(cells['proactive.penalties.decisions']).toMatchObject({ value: null, source: 'none' });
    const scope = await scopeOf();
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await viewCellEvidence(place.app, scope, 'requests.received.total', { after, limit: 2 });
      seen.push(...page.rows.map(({ unitName, title }) => `${unitName} ${title}`));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
    expect(seen.filter((row) => row.startsWith('县政府办公室'))).toHaveLength(1);
    expect(JSON.stringify(seen)).not.toContain('义务教育');
  });

  test('sum over the county, telling who is missing', async () => {
    const whole = await tables();
    expect(whole.report.figures['requests.received.total']?.value).toBe(5);
    expect(whole.missing.find(({ unitId }) => unitId === county.town)?.tables).toContain('requests');
    expect(whole.missing.find(({ unitId }) => unitId === county.education)?.tables).toEqual(['proactive']);
    const rows = await listReportUnits(place.app, await scopeOf());
    expect(rows.find(({ unitId }) => unitId === county.education)).toMatchObject({
      source: 'registers',
      received: 4,
      errors: 0,
    });
    expect(rows.some(({ unitId }) => unitId === county.village)).toBe(false);
  });
});

describe('a unit outside the platform', () => {
  const own = {
    'requests.received.naturalPerson': 3,
    'requests.granted.naturalPerson': 2,
    'requests.carriedOut.naturalPerson': 1,
    'disputes.review.upheld': 1,
    'proactive.penalties.decisions': 12,
  };

  test('enters its tables, sums are added up, and what breaks an identity is refused with both sides', async () => {
    expect(await enter(county.town, filled({ ...own, 'requests.carriedOut.naturalPerson': 2 }))).toBe(
      'reporting.tablesBroken',
    );
    expect(await enter(county.town, filled(own))).toBe('');
    const { report, cells, entry } = await tables(county.town);
    expect(report.figures['requests.outcomeTotal.total']?.value).toBe(2);
    expect(cells['requests.received.total']).toMatchObject({ value: 3, source: 'summed' });
    expect(entry?.note).toBe('线下登记簿');
    expect((await tables()).report.figures['requests.received.total']?.value).toBe(8);
    expect(await enter(county.town, { 'requests.received.total': 3 })).toBe('reporting.cellUnknown');
    expect(await enter(county.town, { 'requests.received.research': -1 })).toBe('reporting.cellNegative');
  });

  test('adds to table 2 but never to what follows from registered cases', async () => {
    expect(await enter(county.education, { 'requests.received.naturalPerson': 9 })).toBe(
      'reporting.cellFromCases',
    );
    expect(await enter(county.education, { 'proactive.licences.decisions': 40 })).toBe('');
    expect((await tables(county.education)).cells['proactive.licences.decisions']).toMatchObject({
      value: 40,
      source: 'entered',
    });
  });
});

describe('who may', () => {
  test.each(officerRoles)('%s sees and enters what the table of permissions says', async (role) => {
    const home = await officer(county.education, role);
    const foreign = await officer(county.town, role);
    const sees = ['clerk', 'reviewer', 'unitLeader', 'supervisor', 'legalOffice'].includes(role);
    const enters = ['clerk', 'unitLeader', 'supervisor'].includes(role);
    const isOffice = role === 'supervisor';
    expect((await codeOf(scopeOf(county.education, home))) === '').toBe(sees);
    expect((await codeOf(scopeOf(county.education, foreign))) === '').toBe(isOffice);
    expect((await codeOf(scopeOf(undefined, home))) === '').toBe(isOffice);
    const cells = { 'proactive.coercion.decisions': 1 };
    expect((await enter(county.education, cells, home)) === '').toBe(enters);
    expect((await enter(county.education, cells, foreign)) === '').toBe(isOffice);
  });
});
