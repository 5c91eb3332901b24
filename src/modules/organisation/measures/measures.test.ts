import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import type { MeasureValue } from '#kernel/measure.ts';
import { atInstant } from '#kernel/seeding.ts';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import {
  type GivenCounty,
  givenCounty,
  givenDecision,
  givenHandover,
  givenLeadingGroup,
  givenLiaison,
  givenMeeting,
  givenPerson,
  givenTraining,
} from '../given.ts';
import { organisation } from '../module.ts';
import { returnDecision } from '../service/decisions.ts';
import { endLiaison } from '../service/liaison/appoint.ts';
import { fileLiaison } from '../service/liaison/filing.ts';
import { cancelMeeting } from '../service/meetings.ts';
import { cancelTraining, changeTraining } from '../service/trainings.ts';

const { measures } = organisation;
const measureOf = (id: string) => {
  const found = measures.find((measure) => measure.id === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  return found;
};

describe('hints', () => {
  test.each(readCaseTable(new URL('../cases/measure-hints.csv', import.meta.url)))(
    'line $line: $cells.text',
    ({ cells }) => {
      const text = cells.text ?? '';
      const hinted = measures.filter(({ hints }) => hints.some(({ pattern }) => pattern.test(text)));
      const expected = (cells.measures ?? '').split(' ').filter((id) => id !== '');
      expect(hinted.map(({ id }) => id).sort()).toEqual(expected.sort());
    },
  );

  test('propose parameters their measure understands', () => {
    for (const { hints, parameters } of measures) {
      for (const hint of hints)
        expect(parameters.parse(hint.parameters ?? {})).toMatchObject(hint.parameters ?? {});
    }
  });
});

let place: TestApp;
let county: GivenCounty;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation], now: '2026-11-20T09:00:00+08:00' });
});
afterAll(() => place.close());

let serial = 0;
async function newCounty(): Promise<GivenCounty> {
  serial += 1;
  county = await givenCounty(place.app, `度量${'甲乙丙丁戊己庚辛壬癸'[serial]}县`, `measured-${serial}`);
  return county;
}

/** Values by group: each unit by itself, and all together. */
async function ask(id: string, today: string, parameters: object = {}) {
  const unitIds = [county.office, county.education, county.town];
  const question = {
    db: place.app.database.read,
    jurisdictionId: county.jurisdictionId,
    groups: [...unitIds.map((unitId) => ({ key: unitId, unitIds: [unitId] })), { key: 'all', unitIds }],
    from: dayOf('2026-01-01'),
    until: dayOf('2027-01-01'),
    today: dayOf(today),
    calendar: await place.app.calendar(),
    taskId: null,
    planId: null,
  };
  const answer = await measureOf(id).evaluate(question, parameters);
  const of = (key: string): MeasureValue => answer.get(key) ?? { known: false, reason: 'no answer' };
  const value = (key: string) => {
    const found = of(key);
    return found.known ? found.value : found.reason;
  };
  const evidence = (key: string) => {
    const found = of(key);
    return found.known ? found.evidence : [];
  };
  return { value, evidence };
}

const act = <Result>(body: Parameters<typeof transact<Result>>[2]) =>
  transact(place.app, systemActor('test'), body);

describe('trainings', () => {
  test('count for the organiser on and after the day they were held, in their year only', async () => {
    const { office, town } = await newCounty();
    const give = (heldOn: string | undefined, organiserId = office) =>
      givenTraining(place.app, {
        organiserId,
        plannedFor: heldOn ?? '2026-06-01',
        ...(heldOn === undefined ? {} : { heldOn }),
      });
    await give('2026-03-10');
    await give('2026-09-10', town);
    await give('2025-12-31');
    await give(undefined);
    const then = await ask('organisation.trainingSessions', '2026-03-09');
    expect([then.value(office), then.value('all')]).toEqual([0, 0]);
    const spring = await ask('organisation.trainingSessions', '2026-03-10');
    expect([spring.value(office), spring.value(town), spring.value('all')]).toEqual([1, 0, 1]);
    const autumn = await ask('organisation.trainingSessions', '2026-11-20');
    expect([autumn.value(office), autumn.value(town), autumn.value('all')]).toEqual([1, 1, 2]);
  });

  test('count for those who came, once for a group however many of its units did', async () => {
    const { office, education, town } = await newCounty();
    await givenTraining(place.app, {
      organiserId: office,
      plannedFor: '2026-03-10',
      heldOn: '2026-03-10',
      heads: { [education]: 3, [town]: 2 },
    });
    const came = await ask('organisation.trainingSessions', '2026-11-20', { counted: 'attended' });
    expect([education, town, office, 'all'].map(came.value)).toEqual([1, 1, 0, 1]);
    const reached = await ask('organisation.trainingCoverage', '2026-11-20');
    expect([reached.value(education), reached.value(office), reached.value('all')]).toEqual([100, 0, 66]);
    expect(reached.evidence('all').map((row) => row.unitId)).toEqual([education, town]);
  });

  test('no longer count once taken back, and change their digest when corrected', async () => {
    const { office } = await newCounty();
    const id = await givenTraining(place.app, {
      organiserId: office,
      plannedFor: '2026-03-10',
      heldOn: '2026-03-10',
      audiences: ['allStaff'],
    });
    const before = (await ask('organisation.allStaffTrainings', '2026-11-20')).evidence(office);
    expect(before).toMatchObject([{ key: `training:${id}`, day: '2026-03-10', isPublic: true }]);
    await act((work) => changeTraining(work, id, { heldOn: dayOf('2026-03-12') }));
    const after = (await ask('organisation.allStaffTrainings', '2026-11-20')).evidence(office);
    expect(after[0]?.key).toBe(before[0]?.key);
    expect(after[0]?.digest).not.toBe(before[0]?.digest);
    await act((work) => cancelTraining(work, id, { reason: '误登记' }));
    const taken = await ask('organisation.allStaffTrainings', '2026-11-20');
    expect([taken.value(office), taken.evidence(office)]).toEqual([0, []]);
  });

  test('are told apart by kind; a legal study by what was studied', async () => {
    const { office } = await newCounty();
    const give = (more: object) =>
      givenTraining(place.app, {
        organiserId: office,
        plannedFor: '2026-03-10',
        heldOn: '2026-03-10',
        ...more,
      });
    await give({ kind: 'legalStudy', law: '中华人民共和国政府信息公开条例' });
    await give({ kind: 'legalStudy', law: '中华人民共和国行政处罚法' });
    await give({ kind: 'policy', policyTitle: '稳岗扩就业若干措施' });
    const figureOf = async (id: string, parameters: object = {}) =>
      (await ask(id, '2026-11-20', parameters)).value(office);
    expect(await figureOf('organisation.legalStudies')).toBe(2);
    expect(await figureOf('organisation.legalStudies', { law: '政府信息公开条例' })).toBe(1);
    expect(await figureOf('organisation.policyTrainings')).toBe(1);
    expect(await figureOf('organisation.trainingSessions')).toBe(0);
    expect(await figureOf('organisation.trainingSessions', { leastMinutes: 60 })).toBe(0);
  });
});

describe('meetings', () => {
  test('of the county count for whoever is asked, a unit’s own for that unit', async () => {
    const { government, office, town } = await newCounty();
    const countyGroup = await givenLeadingGroup(place.app, {
      unitId: government,
      officeUnitId: office,
      ofJurisdiction: true,
    });
    const townGroup = await givenLeadingGroup(place.app, { unitId: town, officeUnitId: town });
    const id = await givenMeeting(place.app, {
      ...countyGroup,
      plannedFor: '2026-03-10',
      heldOn: '2026-03-10',
    });
    await givenMeeting(place.app, { ...townGroup, plannedFor: '2026-05-10', heldOn: '2026-05-10' });
    await givenMeeting(place.app, { ...countyGroup, plannedFor: '2026-12-10' });
    const measure = 'organisation.leadingGroupMeetings';
    const countys = await ask(measure, '2026-11-20');
    expect([countys.value(town), countys.value('all')]).toEqual([1, 1]);
    const own = await ask(measure, '2026-11-20', { of: 'ownUnit' });
    expect([own.value(town), own.value(office), own.value('all')]).toEqual([1, 1, 2]);
    expect((await ask(measure, '2026-03-09')).value('all')).toBe(0);
    await act((work) => cancelMeeting(work, id, { reason: '误登记' }));
    expect((await ask(measure, '2026-11-20')).value('all')).toBe(0);
  });

  test('leave decisions whose share done in time is told as of any day', async () => {
    const { government, office, education, town } = await newCounty();
    const group = await givenLeadingGroup(place.app, { unitId: government, officeUnitId: office });
    const meetingId = await givenMeeting(place.app, {
      ...group,
      plannedFor: '2026-03-10',
      heldOn: '2026-03-10',
    });
    const give = (unitId: string, dueOn: string, doneOn?: string) =>
      givenDecision(place.app, {
        meetingId,
        unitId,
        dueOn,
        ...(doneOn === undefined ? {} : { doneOn }),
      });
    const inTime = await give(education, '2026-06-30', '2026-06-01');
    await give(town, '2026-06-30', '2026-08-01');
    await give(office, '2026-12-30');
    const measure = 'organisation.decisionsInTime';
    expect((await ask(measure, '2026-05-31')).value('all')).toBe('期内还没有到期的议定事项');
    expect((await ask(measure, '2026-06-15')).value('all')).toBe(100);
    const late = await ask(measure, '2026-07-01');
    expect([late.value(education), late.value(town), late.value('all')]).toEqual([100, 0, 50]);
    expect((await ask(measure, '2026-11-20')).value(office)).toBe('期内还没有到期的议定事项');
    await act((work) => returnDecision(work, inTime, { reason: '佐证失效' }));
    const after = await ask(measure, '2026-11-20');
    expect([after.value(education), after.value('all')]).toEqual([0, 0]);
    expect((await ask(measure, '2026-07-01')).value(education)).toBe(100);
  });
});

describe('liaisons', () => {
  const at = (day: string) => atInstant(place.app, `${day}T10:00:00+08:00`);

  test('count as filed from acceptance on, and no more once they end', async () => {
    const { office, education, town } = await newCounty();
    const officerId = await givenPerson(place.app, county, education, '某同志');
    const id = await givenLiaison(at('2026-02-03'), { unitId: education, officerId, from: '2026-02-02' });
    const waiting = await givenPerson(place.app, county, town, '某同志');
    await givenLiaison(at('2026-02-03'), {
      unitId: town,
      officerId: waiting,
      from: '2026-02-02',
      filed: false,
    });
    const measure = 'organisation.liaisonFiled';
    const before = await ask(measure, '2026-02-02');
    expect([before.value(education), before.value('all')]).toEqual([0, 0]);
    const after = await ask(measure, '2026-02-03');
    expect([after.value(education), after.value(town), after.value(office), after.value('all')]).toEqual([
      100, 0, 0, 33,
    ]);
    expect(after.evidence('all')).toMatchObject([{ key: `liaison:${education}`, day: '2026-02-03' }]);
    await transact(at('2026-06-01'), systemActor('test'), (work) =>
      endLiaison(work, id, { until: dayOf('2026-06-01'), reason: '调离' }),
    );
    expect((await ask(measure, '2026-05-31')).value(education)).toBe(100);
    expect((await ask(measure, '2026-06-01')).value(education)).toBe(0);
  });

  test('changed without handover and filing in time count as late, from the day after the last day', async () => {
    const { education, town } = await newCounty();
    // Five working days after 2 March end on the 9th.
    const change = { from: dayOf('2026-03-02'), signed: true };
    const file = async (day: string, appointmentId: string) =>
      transact(at(day), systemActor('test'), (work) => fileLiaison(work, appointmentId, { text: '' }));
    const early = await givenHandover(at('2026-03-04'), county, education, change);
    await file('2026-03-06', early.appointmentId);
    const late = await givenHandover(at('2026-03-20'), county, town, change);
    await file('2026-03-06', late.appointmentId);
    const measure = 'organisation.lateLiaisonChanges';
    const figures = async (day: string) => {
      const answer = await ask(measure, day);
      return [
        answer.value(education),
        answer.value(town),
        answer.value('all'),
        answer.evidence('all').length,
      ];
    };
    expect(await figures('2026-03-05')).toEqual([0, 0, 0, 0]);
    expect(await figures('2026-03-09')).toEqual([0, 0, 0, 1]);
    expect(await figures('2026-03-10')).toEqual([0, 1, 1, 2]);
    expect(await figures('2026-11-20')).toEqual([0, 1, 1, 2]);
  });
});
