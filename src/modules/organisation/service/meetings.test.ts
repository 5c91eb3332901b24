import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficerActor, type OfficerRole, systemActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import {
  type GivenCounty,
  type GivenGroup,
  givenCounty,
  givenDecision,
  givenLeadingGroup,
  givenMeeting,
  givenOfficer,
  givenOfficerOfEachRole,
} from '../given.ts';
import { organisation } from '../module.ts';
import { getDecisionProofFile, listDecisions } from '../queries/decisions.ts';
import { getMeetingDetail, listLeadingGroups, listMeetings } from '../queries/meetings.ts';
import { refusalCodeOf, type WalkedCommand, walkCommand } from '../testing/records.ts';
import { addDecision, addDecisionProof, dropDecision, reportDecision, returnDecision } from './decisions.ts';
import { appointGroupMember, endGroupMembership, establishLeadingGroup } from './leading-groups.ts';
import {
  cancelMeeting,
  changeMeeting,
  holdMeeting,
  inviteToMeeting,
  planMeeting,
  recordHearings,
  recordMeetingAttendance,
  recordMinutes,
} from './meetings.ts';
import { createUnit } from './units.ts';

let place: TestApp;
let county: GivenCounty;
let group: GivenGroup;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;
let stranger: OfficerActor;

const today = dayOf('2026-05-06');

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation], now: '2026-05-06T09:00:00+08:00' });
  county = await givenCounty(place.app);
  officers = await givenOfficerOfEachRole(place.app, county);
  stranger = await givenOfficer(place.app, county.jurisdictionId, county.town, ['clerk', 'unitLeader']);
  group = await givenLeadingGroup(place.app, {
    unitId: county.government,
    officeUnitId: county.office,
    ofJurisdiction: true,
  });
});
afterAll(() => place.close());

const platform = systemActor('test');
const act = <Result>(body: (work: Work) => Promise<Result>) => transact(place.app, platform, body);
const planned = () => givenMeeting(place.app, { ...group, plannedFor: '2026-05-20' });
const held = () => givenMeeting(place.app, { ...group, plannedFor: '2026-04-20', heldOn: '2026-04-21' });
const detailOf = (id: string) => getMeetingDetail(place.app.database.read, county.jurisdictionId, id, today);
const countAudit = async () => {
  const { rows } = await place.app.database.read.execute(sql`select count(*)::int as n from audit_entry`);
  return Number(rows[0]?.n);
};
const present = (memberId = group.memberId) => [{ memberId, state: 'present' as const, substituteName: '' }];
const report = (kind: 'progress' | 'done', day: string, link = 'https://open.example.cn/a') => ({
  kind,
  day: dayOf(day),
  text: '已办',
  link,
});
const decision = async (more: { doneOn?: string; unitId?: string } = {}) =>
  givenDecision(place.app, {
    meetingId: await held(),
    unitId: county.office,
    dueOn: '2026-05-01',
    ...more,
  });

const runners: readonly OfficerRole[] = ['clerk', 'unitLeader', 'supervisor'];
const on = (make: () => Promise<string>, run: (work: Work, id: string) => Promise<unknown>) => async () => {
  const id = await make();
  return (work: Work) => run(work, id);
};
const newGroupUnit = () =>
  act(async (work) =>
    createUnit(work, county.jurisdictionId, {
      kind: 'leadingGroup',
      name: `青禾县领导小组${work.newId()}`,
      parentId: county.government,
    }),
  );

const commands: readonly WalkedCommand[] = [
  {
    name: 'establishLeadingGroup',
    roles: ['supervisor'],
    prepare: on(newGroupUnit, (work, unitId) =>
      establishLeadingGroup(work, {
        name: '领导小组',
        unitId,
        officeUnitId: county.office,
        ofJurisdiction: false,
      }),
    ),
  },
  {
    name: 'appointGroupMember',
    roles: runners,
    prepare: async () => (work) =>
      appointGroupMember(work, group.groupId, {
        role: 'member',
        officerId: officers.clerk.id,
        name: '',
        position: '',
        unitId: null,
        from: today,
      }),
  },
  {
    name: 'endGroupMembership',
    roles: runners,
    prepare: on(
      () =>
        act((work) =>
          appointGroupMember(work, group.groupId, {
            role: 'member',
            officerId: null,
            name: '某局长',
            position: '',
            unitId: county.education,
            from: dayOf('2026-02-01'),
          }),
        ),
      (work, id) => endGroupMembership(work, id, { until: today }),
    ),
  },
  {
    name: 'planMeeting',
    roles: runners,
    prepare: async () => (work) =>
      planMeeting(work, { groupId: group.groupId, title: '会议', plannedFor: today, place: '', agenda: [] }),
  },
  {
    name: 'changeMeeting',
    roles: runners,
    prepare: on(planned, (work, id) => changeMeeting(work, id, { place: '二楼' })),
  },
  {
    name: 'holdMeeting',
    roles: runners,
    prepare: on(planned, (work, id) => holdMeeting(work, id, { heldOn: today, attendance: present() })),
  },
  {
    name: 'recordMeetingAttendance',
    roles: runners,
    prepare: on(held, (work, id) => recordMeetingAttendance(work, id, { attendance: present() })),
  },
  {
    name: 'recordHearings',
    roles: runners,
    prepare: on(held, (work, id) => recordHearings(work, id, { heard: [] })),
  },
  {
    name: 'recordMinutes',
    roles: runners,
    prepare: on(held, (work, id) => recordMinutes(work, id, { text: '会议纪要' })),
  },
  {
    name: 'cancelMeeting',
    roles: runners,
    prepare: on(held, (work, id) => cancelMeeting(work, id, { reason: '误登记' })),
  },
  {
    name: 'addDecision',
    roles: runners,
    prepare: on(held, (work, id) =>
      addDecision(work, id, { content: '补齐指南', unitId: county.education, dueOn: today }),
    ),
  },
  {
    name: 'reportDecision',
    roles: runners,
    prepare: on(decision, (work, id) => reportDecision(work, id, report('progress', '2026-04-30'))),
  },
  {
    name: 'returnDecision',
    roles: runners,
    prepare: on(
      () => decision({ doneOn: '2026-04-30' }),
      (work, id) => returnDecision(work, id, { reason: '佐证打不开' }),
    ),
  },
  {
    name: 'dropDecision',
    roles: runners,
    prepare: on(decision, (work, id) => dropDecision(work, id, { reason: '不再需要' })),
  },
];

test.each(commands)('$name is for its roles in the unit of the group’s office', async (command) => {
  expect(await walkCommand(place.app, command, async (role) => officers[role], stranger, countAudit)).toEqual(
    [],
  );
});

describe('a leading group', () => {
  test('is the only one of its unit, and the county has one', async () => {
    const again = (unitId: string, ofJurisdiction: boolean) =>
      refusalCodeOf(
        act((work) =>
          establishLeadingGroup(work, {
            name: '第二小组',
            unitId,
            officeUnitId: county.town,
            ofJurisdiction,
          }),
        ),
      );
    expect(await again(county.government, false)).toBe('organisation.groupExists');
    expect(await again(county.town, true)).toBe('organisation.groupExists');
  });

  test('shows members by role, those who left at the end', async () => {
    const other = await givenCounty(place.app, '玄同县', 'xuantong');
    const own = await givenLeadingGroup(place.app, { unitId: other.town, officeUnitId: other.town });
    const appoint = (role: 'member' | 'deputyHead', name: string) =>
      act((work) =>
        appointGroupMember(work, own.groupId, {
          role,
          officerId: null,
          name,
          position: '',
          unitId: null,
          from: dayOf('2026-01-05'),
        }),
      );
    await appoint('member', '甲成员');
    const left = await appoint('deputyHead', '乙副组长');
    await act((work) => endGroupMembership(work, left, { until: dayOf('2026-03-01') }));
    expect(
      await refusalCodeOf(act((work) => endGroupMembership(work, left, { until: dayOf('2026-03-02') }))),
    ).toBe('organisation.memberNotFound');
    const [view] = await listLeadingGroups(place.app.database.read, other.jurisdictionId);
    expect(view?.members.map(({ name, until }) => [name, until])).toEqual([
      ['严县长', null],
      ['甲成员', null],
      ['乙副组长', '2026-03-01'],
    ]);
  });
});

describe('a meeting', () => {
  test('is planned with hearings, held with attendance, and keeps its minutes', async () => {
    const id = await givenMeeting(place.app, {
      ...group,
      plannedFor: '2026-05-06',
      agenda: [{ kind: 'hearing', title: '要点落实情况', unitId: county.education }],
    });
    const attendance = [{ memberId: group.memberId, state: 'substitute' as const, substituteName: '副县长' }];
    await act((work) => holdMeeting(work, id, { heldOn: today, attendance }));
    await act((work) => recordHearings(work, id, { heard: [{ position: 0, heard: '要求加快' }] }));
    const bytes = new TextEncoder().encode('纪要');
    const file = await keepBytes(place.app.files, { name: '纪要.txt', mediaType: 'text/plain', bytes });
    await act((work) => recordMinutes(work, id, { text: '会议听取了汇报。' }));
    await act((work) => recordMinutes(work, id, { file }));
    expect(await detailOf(id)).toMatchObject({
      status: 'held',
      minutesText: '会议听取了汇报。',
      minutesFileName: '纪要.txt',
      minutesOn: '2026-05-06',
      agenda: [{ kind: 'hearing', unitId: county.education, heard: '要求加快' }],
      attendance: expect.arrayContaining([
        expect.objectContaining({ memberId: group.memberId, state: 'substitute', substituteName: '副县长' }),
      ]),
    });
  });

  test('needs somebody present, a day that has come, and members of its own group', async () => {
    const id = await planned();
    const codeOf = (input: Parameters<typeof holdMeeting>[2]) =>
      refusalCodeOf(act((work) => holdMeeting(work, id, input)));
    const away = [{ memberId: group.memberId, state: 'leave' as const, substituteName: '' }];
    expect(await codeOf({ heldOn: today, attendance: away })).toBe('organisation.nobodyPresent');
    expect(await codeOf({ heldOn: dayOf('2026-05-07'), attendance: present() })).toBe(
      'organisation.dayInFuture',
    );
    const townGroup = await givenLeadingGroup(place.app, {
      unitId: county.village,
      officeUnitId: county.town,
    });
    expect(await codeOf({ heldOn: today, attendance: present(townGroup.memberId) })).toBe(
      'organisation.memberNotFound',
    );
  });

  test('invites members with an account and says so when there are none', async () => {
    const other = await givenCounty(place.app, '白泽县', 'baize');
    const own = await givenLeadingGroup(place.app, { unitId: other.government, officeUnitId: other.office });
    const id = await givenMeeting(place.app, { ...own, plannedFor: '2026-05-20' });
    expect(await refusalCodeOf(act((work) => inviteToMeeting(work, id)))).toBe('organisation.nobodyToInvite');
    const officer = await givenOfficer(place.app, other.jurisdictionId, other.education, ['unitLeader']);
    await act((work) =>
      appointGroupMember(work, own.groupId, {
        role: 'member',
        officerId: officer.id,
        name: '',
        position: '',
        unitId: null,
        from: dayOf('2026-01-05'),
      }),
    );
    expect(await act((work) => inviteToMeeting(work, id))).toEqual({ told: 1 });
    const { rows } = await place.app.database.read.execute(
      sql`select title from notice where officer_id = ${officer.id}`,
    );
    expect(rows).toEqual([{ title: '会议通知：领导小组全体会议，2026年5月20日' }]);
  });

  test('that was recorded by mistake takes its decisions along', async () => {
    const meetingId = await held();
    const id = await givenDecision(place.app, { meetingId, unitId: county.village, dueOn: '2026-05-30' });
    await act((work) => cancelMeeting(work, meetingId, { reason: '误登记' }));
    const { read } = place.app.database;
    const open = await listDecisions(
      read,
      county.jurisdictionId,
      { limit: 50, unitId: county.village },
      today,
    );
    expect(open.rows).toEqual([]);
    expect(
      await refusalCodeOf(act((work) => reportDecision(work, id, report('progress', '2026-05-01')))),
    ).toBe('organisation.decisionNotNow');
  });

  test('is found by year and state', async () => {
    const { read } = place.app.database;
    const other = await givenCounty(place.app, '赤水县', 'chishui');
    const own = await givenLeadingGroup(place.app, { unitId: other.government, officeUnitId: other.office });
    const first = await givenMeeting(place.app, { ...own, plannedFor: '2025-12-01', heldOn: '2025-12-02' });
    const second = await givenMeeting(place.app, { ...own, plannedFor: '2026-06-01' });
    const ids = async (query: object) =>
      (await listMeetings(read, other.jurisdictionId, { limit: 50, ...query }, today)).rows.map(
        (row) => row.id,
      );
    expect(await ids({})).toEqual([second, first]);
    expect(await ids({ year: 2025 })).toEqual([first]);
    expect(await ids({ status: 'planned' })).toEqual([second]);
    expect(await ids({ after: [dayOf('2026-06-01'), second] })).toEqual([first]);
  });
});

describe('a decision', () => {
  const stateOf = async (id: string) => {
    const { read } = place.app.database;
    const page = await listDecisions(read, county.jurisdictionId, { limit: 200 }, today);
    const found = page.rows.find((row) => row.id === id);
    return [found?.status, found?.timing, found?.doneOn];
  };

  test('is open and late, done with proof, returned, and done again', async () => {
    const id = await decision();
    expect(await stateOf(id)).toEqual(['open', 'late', null]);
    expect(
      await refusalCodeOf(act((work) => reportDecision(work, id, report('done', '2026-04-30', '')))),
    ).toBe('organisation.proofMissing');
    const bytes = new TextEncoder().encode('照片');
    const file = await keepBytes(place.app.files, { name: '照片.txt', mediaType: 'text/plain', bytes });
    await act((work) => addDecisionProof(work, id, { file, day: undefined }));
    await act((work) => reportDecision(work, id, report('done', '2026-04-30', '')));
    expect(await stateOf(id)).toEqual(['done', 'inTime', '2026-04-30']);
    await act((work) => returnDecision(work, id, { reason: '照片看不清' }));
    expect(await stateOf(id)).toEqual(['open', 'late', null]);
    await act((work) => reportDecision(work, id, report('done', '2026-05-05')));
    expect(await stateOf(id)).toEqual(['done', 'late', '2026-05-05']);
    expect(await refusalCodeOf(act((work) => dropDecision(work, id, { reason: '不再需要' })))).toBe(
      'organisation.decisionNotNow',
    );
    const { read } = place.app.database;
    const page = await listDecisions(read, county.jurisdictionId, { limit: 200, open: false }, today);
    const proof = page.rows.find((row) => row.id === id)?.events.find((event) => event.fileName !== null);
    expect(await getDecisionProofFile(read, county.jurisdictionId, proof?.id ?? '')).toMatchObject({
      fileName: '照片.txt',
    });
  });

  test('is never due before its meeting, and its report is never from tomorrow', async () => {
    const meetingId = await held();
    const early = { content: '补齐指南', unitId: county.office, dueOn: dayOf('2026-04-20') };
    expect(await refusalCodeOf(act((work) => addDecision(work, meetingId, early)))).toBe(
      'organisation.dueBeforeMeeting',
    );
    const id = await decision();
    expect(
      await refusalCodeOf(act((work) => reportDecision(work, id, report('progress', '2026-05-07')))),
    ).toBe('organisation.dayInFuture');
  });
});
