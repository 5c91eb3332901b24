import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficerActor, type OfficerRole, systemActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import type { PageOfRows } from '#kernel/http/paging.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import { liaisonQuerySchema } from '../contract/liaison.ts';
import {
  budgetQuerySchema,
  type NameDutyHolderInput,
  outletQuerySchema,
  unitDutyQuerySchema,
} from '../contract/safeguards.ts';
import {
  type GivenCounty,
  givenBudget,
  givenCounty,
  givenLeadingGroup,
  givenMeeting,
  givenMinimum,
  givenOfficer,
  givenOfficerOfEachRole,
  givenOutlet,
  givenTraining,
} from '../given.ts';
import { organisation } from '../module.ts';
import { listLiaisonRows } from '../queries/liaisons.ts';
import { evaluateSafeguards } from '../queries/minimums.ts';
import {
  listBudgetPage,
  listLiaisonPage,
  listOutletPage,
  listUnitDutyPage,
  summariseLiaisons,
} from '../queries/register-pages.ts';
import { listBudgetNotes, listOutlets, listUnitDuties } from '../queries/safeguards.ts';
import { refusalCodeOf, type WalkedCommand, walkCommand } from '../testing/records.ts';
import { endDuty, nameDutyHolder } from './duties.ts';
import {
  closeOutlet,
  dropYearlyMinimum,
  noteBudget,
  registerOutlet,
  setYearlyMinimum,
  signResponsibility,
} from './safeguards.ts';
import { cancelTraining } from './trainings.ts';

let place: TestApp;
let county: GivenCounty;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;
let stranger: OfficerActor;

const today = dayOf('2026-05-06');

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation], now: '2026-05-06T09:00:00+08:00' });
  county = await givenCounty(place.app);
  officers = await givenOfficerOfEachRole(place.app, county);
  stranger = await givenOfficer(place.app, county.jurisdictionId, county.town, ['clerk', 'unitLeader']);
});
afterAll(() => place.close());

const platform = systemActor('test');
const act = <Result>(body: (work: Work) => Promise<Result>) => transact(place.app, platform, body);
const read = () => place.app.database.read;
const countAudit = async () => {
  const { rows } = await read().execute(sql`select count(*)::int as n from audit_entry`);
  return Number(rows[0]?.n);
};
const holder = (more: Partial<NameDutyHolderInput> = {}): NameDutyHolderInput => ({
  unitId: county.office,
  duty: 'staff',
  officerId: null,
  name: '李科员',
  position: '科员',
  from: dayOf('2026-03-02'),
  ...more,
});
const signing = (signedOn: string, validThrough: string | null = null) => ({
  officerId: null,
  name: '王主任',
  position: '办公室主任',
  signedOn: dayOf(signedOn),
  validThrough: validThrough === null ? null : dayOf(validThrough),
});
const minimum = (more: object = {}) => ({
  year: 2026,
  subject: 'groupMeetings' as const,
  least: 1,
  unitKinds: [],
  basis: '任务分解表第3项',
  ...more,
});

let serial = 0;
const unitRoles: readonly OfficerRole[] = ['clerk', 'unitLeader'];
const commands: readonly WalkedCommand[] = [
  {
    name: 'nameDutyHolder',
    roles: unitRoles,
    prepare: async () => (work) => nameDutyHolder(work, holder()),
  },
  {
    name: 'endDuty',
    roles: unitRoles,
    prepare: async () => {
      const id = await act((work) => nameDutyHolder(work, holder()));
      return (work) => endDuty(work, id, { until: today });
    },
  },
  {
    name: 'noteBudget',
    roles: unitRoles,
    prepare: async () => (work) =>
      noteBudget(work, { unitId: county.office, year: 2026, amountFen: 100, source: '部门预算', note: '' }),
  },
  {
    name: 'registerOutlet',
    roles: unitRoles,
    prepare: async () => {
      serial += 1;
      const name = `青禾政务${serial}号`;
      return (work) => registerOutlet(work, { unitId: county.office, kind: 'site', name, address: '' });
    },
  },
  {
    name: 'signResponsibility',
    roles: unitRoles,
    prepare: async () => {
      const id = await givenOutlet(place.app, { unitId: county.office });
      return (work) => signResponsibility(work, id, signing('2026-05-01'));
    },
  },
  {
    name: 'closeOutlet',
    roles: unitRoles,
    prepare: async () => {
      const id = await givenOutlet(place.app, { unitId: county.office });
      return (work) => closeOutlet(work, id, { reason: '停止更新' });
    },
  },
  {
    name: 'setYearlyMinimum',
    roles: ['supervisor'],
    prepare: async () => (work) => setYearlyMinimum(work, county.jurisdictionId, minimum()),
  },
  {
    name: 'dropYearlyMinimum',
    roles: ['supervisor'],
    prepare: async () => {
      await act((work) => setYearlyMinimum(work, county.jurisdictionId, minimum({ year: 2030 })));
      return (work) => dropYearlyMinimum(work, county.jurisdictionId, minimum({ year: 2030 }));
    },
  },
];

test.each(commands)('$name is for its roles', async (command) => {
  const actorOf = async (role: OfficerRole) => officers[role];
  expect(await walkCommand(place.app, command, actorOf, stranger, countAudit)).toEqual([]);
});

describe('who answers in a unit', () => {
  test('is one leader and one office at a time, any number of staff, with the days of change', async () => {
    const unitId = county.education;
    const name = (more: Partial<NameDutyHolderInput>) =>
      act((work) => nameDutyHolder(work, holder({ unitId, ...more })));
    await name({ duty: 'leader', name: '甲副局长', from: dayOf('2026-01-05') });
    await name({ duty: 'leader', name: '乙副局长', from: dayOf('2026-04-01') });
    await name({ duty: 'office', name: '办公室', from: dayOf('2026-01-05') });
    await name({ duty: 'staff', name: '丙' });
    const left = await name({ duty: 'staff', name: '丁' });
    await act((work) => endDuty(work, left, { until: dayOf('2026-05-01') }));
    const rows = await listUnitDuties(read(), county.jurisdictionId);
    expect(rows.find((row) => row.unitId === unitId)).toMatchObject({
      leader: { name: '乙副局长', from: '2026-04-01', until: null },
      office: { name: '办公室' },
      staff: [{ name: '丙' }],
      former: [
        { name: '丁', until: '2026-05-01' },
        { name: '甲副局长', until: '2026-04-01' },
      ],
    });
    expect(await refusalCodeOf(name({ duty: 'leader', name: '戊', from: dayOf('2026-03-01') }))).toBe(
      'organisation.endsBeforeStart',
    );
    expect(await refusalCodeOf(name({ from: dayOf('2026-05-07') }))).toBe('organisation.dayInFuture');
  });
});

test('a later note of the money takes the place of the former one, which stays', async () => {
  const unitId = county.education;
  await givenBudget(place.app, { unitId, year: 2026, amountFen: 5_000_000 });
  await givenBudget(place.app, { unitId, year: 2026, amountFen: 6_000_000 });
  const notes = await listBudgetNotes(read(), county.jurisdictionId, 2026);
  expect(notes.filter((note) => note.unitId === unitId).map((note) => note.amountFen)).toEqual([6_000_000]);
  const { rows } = await read().execute(
    sql`select count(*)::int as n from budget_note where unit_id = ${unitId}`,
  );
  expect(rows).toEqual([{ n: 2 }]);
});

describe('the ledger of responsibility', () => {
  const stateOf = async (id: string) =>
    (await listOutlets(read(), county.jurisdictionId, today)).find((outlet) => outlet.id === id)?.state;

  test('shows who answers, and when nobody does any more', async () => {
    const id = await givenOutlet(place.app, { unitId: county.town });
    expect(await stateOf(id)).toBe('unsigned');
    await act((work) => signResponsibility(work, id, signing('2025-01-10', '2026-05-05')));
    expect(await stateOf(id)).toBe('lapsed');
    await act((work) => signResponsibility(work, id, signing('2026-05-06', '2026-12-31')));
    expect(await stateOf(id)).toBe('inForce');
    expect(await refusalCodeOf(act((work) => signResponsibility(work, id, signing('2026-05-01'))))).toBe(
      'organisation.signedEarlier',
    );
    expect(
      await refusalCodeOf(act((work) => signResponsibility(work, id, signing('2026-05-06', '2026-05-05')))),
    ).toBe('organisation.endsBeforeStart');
    await act((work) => closeOutlet(work, id, { reason: '合并到县级账号' }));
    expect(await refusalCodeOf(act((work) => signResponsibility(work, id, signing('2026-05-06'))))).toBe(
      'organisation.outletClosed',
    );
  });

  test('holds a name once while it is open', async () => {
    const outlet = { unitId: county.town, kind: 'weibo' as const, name: '双溪发布', address: '' };
    const id = await act((work) => registerOutlet(work, outlet));
    const again = { ...outlet, unitId: county.office };
    expect(await refusalCodeOf(act((work) => registerOutlet(work, again)))).toBe('organisation.outletExists');
    await act((work) => closeOutlet(work, id, { reason: '停办' }));
    await act((work) => registerOutlet(work, again));
  });
});

describe('the year', () => {
  const evaluate = async (jurisdictionId: string, on: string) =>
    evaluateSafeguards({
      db: read(),
      jurisdictionId,
      year: 2026,
      today: dayOf(on),
      calendar: await place.app.calendar(),
    });

  test('asks nothing until somebody says so', async () => {
    const other = await givenCounty(place.app, '白泽县', 'baize');
    expect(await evaluate(other.jurisdictionId, '2026-05-06')).toMatchObject({
      minimums: [],
      county: [],
      units: [],
    });
    expect(
      await refusalCodeOf(
        act((work) => setYearlyMinimum(work, other.jurisdictionId, minimum({ subject: 'legalStudies' }))),
      ),
    ).toBe('organisation.minimumKinds');
  });

  test('shows for the county and each unit what is reached, may still come, or is missing', async () => {
    const other = await givenCounty(place.app, '玄同县', 'xuantong');
    const { jurisdictionId, government, office, education } = other;
    const ask = (subject: 'groupMeetings' | 'allStaffTrainings' | 'responsibility', least: number) =>
      givenMinimum(place.app, jurisdictionId, { year: 2026, subject, least, unitKinds: ['department'] });
    await ask('groupMeetings', 1);
    await ask('allStaffTrainings', 1);
    await ask('responsibility', 100);
    const group = await givenLeadingGroup(place.app, {
      unitId: government,
      officeUnitId: office,
      ofJurisdiction: true,
    });
    await givenMeeting(place.app, { ...group, plannedFor: '2026-03-10', heldOn: '2026-03-10' });
    const trainingId = await givenTraining(place.app, {
      organiserId: education,
      plannedFor: '2026-04-10',
      heldOn: '2026-04-10',
      audiences: ['allStaff'],
    });
    await givenOutlet(place.app, { unitId: office, signedOn: '2026-01-10' });
    const picture = await evaluate(jurisdictionId, '2026-05-06');
    expect(picture.county).toMatchObject([{ subject: 'groupMeetings', value: 1, standing: 'met' }]);
    const standings = (shown: typeof picture) =>
      shown.units.map((unit) => [unit.unitId, unit.figures.map((figure) => figure.standing), unit.missing]);
    expect(standings(picture)).toEqual([
      [office, ['notYetDue', 'met'], 1],
      [education, ['met', 'cannotTell'], 0],
    ]);
    expect(standings(await evaluate(jurisdictionId, '2027-01-01'))[0]).toEqual([
      office,
      ['failing', 'met'],
      1,
    ]);
    await act((work) => cancelTraining(work, trainingId, { reason: '误登记' }));
    expect(standings(await evaluate(jurisdictionId, '2026-05-06'))[1]).toEqual([
      education,
      ['notYetDue', 'cannotTell'],
      1,
    ]);
  });
});

describe('the registers, page by page', () => {
  const walk = async <Row>(ask: (after: string | undefined) => Promise<PageOfRows<Row>>): Promise<Row[]> => {
    const found: Row[] = [];
    let after: string | undefined;
    do {
      const { rows, next } = await ask(after);
      found.push(...rows);
      after = next ?? undefined;
    } while (after !== undefined);
    return found;
  };
  const limit = 1;

  test('hold every row once, in customary order or as sorted', async () => {
    const { jurisdictionId } = county;
    await givenBudget(place.app, { unitId: county.town, year: 2026, amountFen: 1_000_000 });
    await givenOutlet(place.app, { unitId: county.office, signedOn: '2026-01-10' });
    const outlets = await walk((after) =>
      listOutletPage(read(), jurisdictionId, outletQuerySchema.parse({ after, limit }), today),
    );
    const all = await listOutlets(read(), jurisdictionId, today);
    expect(outlets.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    const closed = outlets.map(({ closedOn }) => closedOn !== null);
    expect(closed).toEqual(closed.toSorted());
    const duties = await walk((after) =>
      listUnitDutyPage(read(), jurisdictionId, unitDutyQuerySchema.parse({ after, limit })),
    );
    expect(duties).toEqual(await listUnitDuties(read(), jurisdictionId));
    const notes = await walk((after) =>
      listBudgetPage(
        read(),
        jurisdictionId,
        2026,
        budgetQuerySchema.parse({ after, limit, sort: 'amount', descending: 'true' }),
      ),
    );
    expect(notes.map(({ amountFen }) => amountFen)).toEqual([6_000_000, 1_000_000, 100]);
    const liaisons = await walk((after) =>
      listLiaisonPage(read(), jurisdictionId, liaisonQuerySchema.parse({ after, limit }), today),
    );
    expect(liaisons).toEqual(await listLiaisonRows(read(), jurisdictionId, today));
    const { expected, accepted, lacking } = await summariseLiaisons(read(), jurisdictionId, today);
    expect([expected, accepted, lacking]).toEqual([liaisons.length, 0, liaisons.length]);
  });

  test('are narrowed by what is computed and by words', async () => {
    const { jurisdictionId } = county;
    const outletsOf = (query: object) =>
      listOutletPage(read(), jurisdictionId, outletQuerySchema.parse(query), today);
    for (const { closedOn } of (await outletsOf({ state: 'closed' })).rows) expect(closedOn).not.toBeNull();
    for (const row of (await outletsOf({ state: 'inForce' })).rows) {
      expect([row.state, row.closedOn]).toEqual(['inForce', null]);
    }
    expect((await outletsOf({ text: '双溪发布' })).rows.map(({ unitId }) => unitId)).toEqual([
      county.office,
      county.town,
    ]);
    const led = await listUnitDutyPage(
      read(),
      jurisdictionId,
      unitDutyQuerySchema.parse({ hasLeader: 'true' }),
    );
    expect(led.rows.map(({ unitId }) => unitId)).toEqual([county.education]);
  });
});
