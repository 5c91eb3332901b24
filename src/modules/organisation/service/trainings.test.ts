import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficerActor, type OfficerRole, systemActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import {
  type GivenCounty,
  givenCounty,
  givenOfficer,
  givenOfficerOfEachRole,
  givenTraining,
} from '../given.ts';
import { organisation } from '../module.ts';
import { getTrainingDetail, listTrainings } from '../queries/trainings.ts';
import { refusalCodeOf, type WalkedCommand, walkCommand } from '../testing/records.ts';
import { changeOfficer } from './officers.ts';
import {
  addTrainingMaterial,
  cancelTraining,
  changeTraining,
  holdTraining,
  planTraining,
  recordAttendance,
} from './trainings.ts';

let place: TestApp;
let county: GivenCounty;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;
let stranger: OfficerActor;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation], now: '2026-05-06T09:00:00+08:00' });
  county = await givenCounty(place.app);
  officers = await givenOfficerOfEachRole(place.app, county);
  stranger = await givenOfficer(place.app, county.jurisdictionId, county.town, ['clerk', 'unitLeader']);
});
afterAll(() => place.close());

const platform = systemActor('test');
const act = <Result>(body: (work: Work) => Promise<Result>) => transact(place.app, platform, body);
const planned = () => givenTraining(place.app, { organiserId: county.office, plannedFor: '2026-05-20' });
const held = (more: Partial<Parameters<typeof givenTraining>[1]> = {}) =>
  givenTraining(place.app, {
    organiserId: county.office,
    plannedFor: '2026-04-20',
    heldOn: '2026-04-21',
    ...more,
  });
const detailOf = (id: string) => getTrainingDetail(place.app.database.read, county.jurisdictionId, id);
const countAudit = async () => {
  const { rows } = await place.app.database.read.execute(sql`select count(*)::int as n from audit_entry`);
  return Number(rows[0]?.n);
};

const planOf = (organiserId: string) => ({
  kind: 'business' as const,
  organiserId,
  topic: '政务公开业务培训',
  plannedFor: dayOf('2026-05-20'),
  mode: 'onSite' as const,
  place: '',
  minutes: 90,
  audiences: ['liaisons' as const],
  invitedUnitIds: [],
  lecturer: '',
  law: null,
  policyTitle: null,
  policyNumber: null,
});

const organisers: readonly OfficerRole[] = ['clerk', 'unitLeader', 'supervisor'];
const onTraining =
  (make: () => Promise<string>, run: (work: Work, id: string) => Promise<unknown>) => async () => {
    const id = await make();
    return (work: Work) => run(work, id);
  };

const commands: readonly WalkedCommand[] = [
  {
    name: 'planTraining',
    roles: organisers,
    prepare: async () => (work) => planTraining(work, planOf(county.office)),
  },
  {
    name: 'changeTraining',
    roles: organisers,
    prepare: onTraining(planned, (work, id) => changeTraining(work, id, { topic: '新条例培训' })),
  },
  {
    name: 'holdTraining',
    roles: organisers,
    prepare: onTraining(planned, (work, id) =>
      holdTraining(work, id, { heldOn: dayOf('2026-05-06'), summary: '' }),
    ),
  },
  {
    name: 'recordAttendance',
    roles: organisers,
    prepare: onTraining(held, (work, id) => recordAttendance(work, id, { attendees: [], headCounts: [] })),
  },
  {
    name: 'addTrainingMaterial',
    roles: organisers,
    prepare: onTraining(held, async (work, id) => {
      const bytes = new TextEncoder().encode('讲义');
      const file = await keepBytes(place.app.files, { name: '讲义.txt', mediaType: 'text/plain', bytes });
      return addTrainingMaterial(work, id, file);
    }),
  },
  {
    name: 'cancelTraining',
    roles: organisers,
    prepare: onTraining(planned, (work, id) => cancelTraining(work, id, { reason: '与会议冲突' })),
  },
];

test.each(commands)('$name is for its roles in the unit of the organiser', async (command) => {
  expect(await walkCommand(place.app, command, async (role) => officers[role], stranger, countAudit)).toEqual(
    [],
  );
});

describe('a session', () => {
  test('is planned, held on the day said, and shows who came and from where', async () => {
    const clerk = officers.clerk.id;
    const id = await act((work) =>
      planTraining(work, { ...planOf(county.office), invitedUnitIds: [county.education, county.town] }),
    );
    expect(await detailOf(id)).toMatchObject({ status: 'planned', people: 0, heldOn: null });
    await act((work) =>
      holdTraining(work, id, { heldOn: dayOf('2026-05-04'), minutes: 100, summary: '讲了程序' }),
    );
    await act((work) =>
      recordAttendance(work, id, {
        attendees: [{ officerId: clerk, newEntrant: true }],
        headCounts: [{ unitId: county.town, heads: 4, newEntrants: 1 }],
      }),
    );
    const detail = await detailOf(id);
    expect(detail).toMatchObject({
      status: 'held',
      heldOn: '2026-05-04',
      minutes: 100,
      people: 5,
      unitCount: 2,
      attendees: [{ officerId: clerk, unitId: county.office, newEntrant: true }],
      headCounts: [{ unitId: county.town, heads: 4, newEntrants: 1 }],
    });
    expect(detail.invitedUnits.map(({ id: unitId, came }) => [unitId, came])).toEqual([
      [county.education, 0],
      [county.town, 4],
    ]);
  });

  test('cannot have been held tomorrow', async () => {
    const id = await planned();
    const tomorrow = { heldOn: dayOf('2026-05-07'), summary: '' };
    expect(await refusalCodeOf(act((work) => holdTraining(work, id, tomorrow)))).toBe(
      'organisation.dayInFuture',
    );
    const done = await held();
    expect(
      await refusalCodeOf(act((work) => changeTraining(work, done, { heldOn: dayOf('2026-05-07') }))),
    ).toBe('organisation.dayInFuture');
  });

  test('is not held twice, nor attended before it is held, nor touched once called off', async () => {
    const done = await held();
    const codeOf = (body: (work: Work) => Promise<unknown>) => refusalCodeOf(act(body));
    const again = { heldOn: dayOf('2026-05-01'), summary: '' };
    expect(await codeOf((work) => holdTraining(work, done, again))).toBe('organisation.trainingNotNow');
    const nobody = { attendees: [], headCounts: [] };
    const waiting = await planned();
    expect(await codeOf((work) => recordAttendance(work, waiting, nobody))).toBe(
      'organisation.trainingNotNow',
    );
    await act((work) => cancelTraining(work, waiting, { reason: '与会议冲突' }));
    expect(await codeOf((work) => changeTraining(work, waiting, {}))).toBe('organisation.trainingNotNow');
    expect((await detailOf(waiting)).actions).toEqual([]);
  });

  test('keeps the unit somebody came from after the person has moved', async () => {
    const mover = await givenOfficer(place.app, county.jurisdictionId, county.education, ['clerk']);
    const attendees = [{ officerId: mover.id, newEntrant: false }];
    const id = await held({ attendees });
    await act((work) => changeOfficer(work, mover.id, { unitId: county.town }));
    await act((work) => recordAttendance(work, id, { attendees, headCounts: [] }));
    expect((await detailOf(id)).attendees.map((row) => row.unitId)).toEqual([county.education]);
  });

  test('of legal study names the law, one on a policy names the policy', async () => {
    const without = (kind: 'legalStudy' | 'policy') =>
      refusalCodeOf(act((work) => planTraining(work, { ...planOf(county.office), kind })));
    expect(await without('legalStudy')).toBe('organisation.lawMissing');
    expect(await without('policy')).toBe('organisation.policyMissing');
    const law = await givenTraining(place.app, {
      organiserId: county.office,
      plannedFor: '2026-05-20',
      kind: 'legalStudy',
      law: '中华人民共和国政府信息公开条例',
      policyTitle: '不属于学法的字段',
    });
    expect(await detailOf(law)).toMatchObject({ law: '中华人民共和国政府信息公开条例', policyTitle: null });
  });

  test('takes nobody from another jurisdiction', async () => {
    const other = await givenCounty(place.app, '白泽县', 'baize');
    const foreigner = await givenOfficer(place.app, other.jurisdictionId, other.office, ['clerk']);
    const id = await held();
    const codeOf = (input: Parameters<typeof recordAttendance>[2]) =>
      refusalCodeOf(act((work) => recordAttendance(work, id, input)));
    expect(
      await codeOf({ attendees: [{ officerId: foreigner.id, newEntrant: false }], headCounts: [] }),
    ).toBe('organisation.officerNotFound');
    expect(
      await codeOf({ attendees: [], headCounts: [{ unitId: other.town, heads: 1, newEntrants: 0 }] }),
    ).toBe('organisation.unitNotFound');
    await expect(getTrainingDetail(place.app.database.read, other.jurisdictionId, id)).rejects.toThrow();
  });
});

describe('the list', () => {
  test('pages by key and filters by kind, state, year and unit', async () => {
    const { read } = place.app.database;
    const other = await givenCounty(place.app, '玄同县', 'xuantong');
    const give = (plannedFor: string, more: object = {}) =>
      givenTraining(place.app, { organiserId: other.office, plannedFor, ...more });
    const first = await give('2026-03-01', { heldOn: '2026-03-01', heads: { [other.town]: 2 } });
    const second = await give('2026-03-01');
    const third = await give('2025-12-30', { heldOn: '2025-12-30' });
    const list = (query: object) => listTrainings(read, other.jurisdictionId, { limit: 50, ...query });
    const ids = async (query: object) => (await list(query)).rows.map((row) => row.id);
    const page = await list({ limit: 2 });
    expect(page.rows.map((row) => row.id).sort()).toEqual([first, second].sort());
    const last = page.rows.at(-1);
    expect(page.next).not.toBeNull();
    expect(await ids({ after: [dayOf('2026-03-01'), last?.id ?? ''] })).toEqual([third]);
    expect(await ids({ year: 2025 })).toEqual([third]);
    expect(await ids({ status: 'planned' })).toEqual([second]);
    expect(await ids({ unitId: other.town })).toEqual([first]);
    expect(await ids({ kind: 'policy' })).toEqual([]);
    expect(await ids({ audience: 'liaisons', text: '业务' })).toHaveLength(3);
  });
});
