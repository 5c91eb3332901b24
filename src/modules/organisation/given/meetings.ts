/** Builders of leading groups, meetings and decisions for tests, and the samples for the walk over all routes. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { dayOf } from '#kernel/day.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import type { RouteSample, RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import type { PlanMeetingInput } from '../contract/meetings.ts';
import { listOpenDecisionsOf } from '../queries/decisions.ts';
import { addDecision, addDecisionProof, reportDecision } from '../service/decisions.ts';
import { appointGroupMember, establishLeadingGroup } from '../service/leading-groups.ts';
import { holdMeeting, planMeeting, recordMinutes } from '../service/meetings.ts';
import { createUnit } from '../service/units.ts';
import { type RecordsWalkGiven, walkedFile } from './training.ts';

const builder = systemActor('test');

export interface GivenGroup {
  readonly groupId: string;
  readonly memberId: string;
}

/** A leading group with its head. */
export async function givenLeadingGroup(
  app: App,
  given: { readonly unitId: string; readonly officeUnitId: string; readonly ofJurisdiction?: boolean },
): Promise<GivenGroup> {
  return transact(app, builder, async (work) => {
    const groupId = await establishLeadingGroup(work, {
      name: '政务公开领导小组',
      unitId: given.unitId,
      officeUnitId: given.officeUnitId,
      ofJurisdiction: given.ofJurisdiction ?? false,
    });
    const memberId = await appointGroupMember(work, groupId, {
      role: 'head',
      officerId: null,
      name: '严县长',
      position: '常务副县长',
      unitId: null,
      from: dayOf('2026-01-05'),
    });
    return { groupId, memberId };
  });
}

export interface GivenMeeting extends GivenGroup {
  readonly plannedFor: string;
  readonly heldOn?: string;
  readonly agenda?: PlanMeetingInput['agenda'];
}

/** A meeting, held when a day is given; returns its identifier. */
export async function givenMeeting(app: App, given: GivenMeeting): Promise<string> {
  return transact(app, builder, async (work) => {
    const id = await planMeeting(work, {
      groupId: given.groupId,
      title: '领导小组全体会议',
      plannedFor: dayOf(given.plannedFor),
      place: '县政府一号会议室',
      agenda: given.agenda ?? [],
    });
    if (given.heldOn !== undefined) {
      const attendance = [{ memberId: given.memberId, state: 'present' as const, substituteName: '' }];
      await holdMeeting(work, id, { heldOn: dayOf(given.heldOn), attendance });
    }
    return id;
  });
}

/** A decision of a held meeting; returns its identifier. */
export async function givenDecision(
  app: App,
  given: {
    readonly meetingId: string;
    readonly unitId: string;
    readonly dueOn: string;
    readonly doneOn?: string;
  },
): Promise<string> {
  const { doneOn } = given;
  return transact(app, builder, async (work) => {
    const id = await addDecision(work, given.meetingId, {
      content: '补齐镇村公开专区的办事指南',
      unitId: given.unitId,
      dueOn: dayOf(given.dueOn),
    });
    if (doneOn !== undefined) {
      const link = 'https://open.example.cn/guides';
      await reportDecision(work, id, { kind: 'done', day: dayOf(doneOn), text: '已补齐', link });
    }
    return id;
  });
}

let walkedGroups = 0;

/** A group of a new unit whose office sits where the walk is at home. */
async function groupOfWalk({ app, county }: RecordsWalkGiven): Promise<GivenGroup> {
  walkedGroups += 1;
  const name = `青禾县途经${walkedGroups}号领导小组`;
  const unitId = await transact(app, builder, (work) =>
    createUnit(work, county.jurisdictionId, { kind: 'leadingGroup', name, parentId: county.government }),
  );
  return givenLeadingGroup(app, { unitId, officeUnitId: county.education });
}

async function meetingOfWalk(given: RecordsWalkGiven, heldOn?: string) {
  const group = await groupOfWalk(given);
  const agenda = [{ kind: 'hearing' as const, title: '年度要点落实情况', unitId: given.county.town }];
  const meetingId = await givenMeeting(given.app, {
    ...group,
    plannedFor: '2026-05-20',
    agenda,
    ...(heldOn === undefined ? {} : { heldOn }),
  });
  return { meetingId, ...group };
}

const planned = async (given: RecordsWalkGiven): Promise<RouteSample> => ({
  params: { meetingId: (await meetingOfWalk(given)).meetingId },
  unitId: given.county.education,
});
const held = async (given: RecordsWalkGiven): Promise<RouteSample> => ({
  params: { meetingId: (await meetingOfWalk(given, '2026-04-20')).meetingId },
  unitId: given.county.education,
});
const decided = async (given: RecordsWalkGiven, doneOn?: string): Promise<RouteSample> => {
  const { meetingId } = await meetingOfWalk(given, '2026-04-20');
  const unitId = given.county.education;
  const done = doneOn === undefined ? {} : { doneOn };
  const decisionId = await givenDecision(given.app, { meetingId, unitId, dueOn: '2026-06-30', ...done });
  return { params: { decisionId }, unitId };
};

export const meetingRouteSamples: RouteSamples<RecordsWalkGiven> = {
  'organisation.listLeadingGroups': async () => ({}),
  'organisation.establishLeadingGroup': async (given) => {
    walkedGroups += 1;
    const unitId = await transact(given.app, builder, (work) =>
      createUnit(work, given.county.jurisdictionId, {
        kind: 'leadingGroup',
        name: `青禾县途经${walkedGroups}号领导小组`,
        parentId: given.county.government,
      }),
    );
    return { body: { name: '政务公开领导小组', unitId, officeUnitId: given.county.office } };
  },
  'organisation.appointGroupMember': async (given) => ({
    params: { groupId: (await groupOfWalk(given)).groupId },
    body: { role: 'member', name: '途经成员', from: '2026-01-05' },
    unitId: given.county.education,
  }),
  'organisation.endGroupMembership': async (given) => ({
    params: { memberId: (await groupOfWalk(given)).memberId },
    body: { until: '2026-05-01' },
    unitId: given.county.education,
  }),
  'organisation.listMeetings': async () => ({ query: { year: '2026', status: 'held' } }),
  'organisation.showMeeting': async (given) => ({ params: (await held(given)).params ?? {} }),
  'organisation.planMeeting': async (given) => ({
    body: { groupId: (await groupOfWalk(given)).groupId, title: '领导小组会议', plannedFor: '2026-05-20' },
    unitId: given.county.education,
  }),
  'organisation.changeMeeting': async (given) => ({ ...(await planned(given)), body: { place: '二楼' } }),
  // Nobody of this group has an account: whoever may send the notice is told so.
  'organisation.inviteToMeeting': async (given) => ({ ...(await planned(given)), status: 422 }),
  'organisation.holdMeeting': async (given) => {
    const { meetingId, memberId } = await meetingOfWalk(given);
    return {
      params: { meetingId },
      body: { heldOn: '2026-04-20', attendance: [{ memberId, state: 'present' }] },
      unitId: given.county.education,
    };
  },
  'organisation.recordMeetingAttendance': async (given) => {
    const { meetingId, memberId } = await meetingOfWalk(given, '2026-04-20');
    return {
      params: { meetingId },
      body: { attendance: [{ memberId, state: 'substitute', substituteName: '副主任' }] },
      unitId: given.county.education,
    };
  },
  'organisation.recordHearings': async (given) => ({
    ...(await held(given)),
    body: { heard: [{ position: 0, heard: '要求加快进度' }] },
  }),
  'organisation.recordMinutes': async (given) => ({
    ...(await held(given)),
    body: { text: '会议听取了年度要点落实情况的汇报，部署了下一步工作。' },
  }),
  'organisation.uploadMinutes': async (given) => ({ ...(await held(given)), body: {}, files: [walkedFile] }),
  'organisation.downloadMinutes': async (given) => {
    const { params } = await held(given);
    const file = await keepBytes(given.app.files, walkedFile);
    await transact(given.app, builder, (work) => recordMinutes(work, params?.meetingId ?? '', { file }));
    return { params: params ?? {} };
  },
  'organisation.cancelMeeting': async (given) => ({ ...(await held(given)), body: { reason: '途经测试' } }),
  'organisation.listDecisions': async () => ({ query: { open: true } }),
  'organisation.addDecision': async (given) => ({
    ...(await held(given)),
    body: { content: '补齐办事指南', unitId: given.county.town, dueOn: '2026-06-30' },
  }),
  'organisation.reportDecision': async (given) => ({
    ...(await decided(given)),
    body: { kind: 'done', day: '2026-05-01', text: '已补齐', link: 'https://open.example.cn/guides' },
  }),
  'organisation.addDecisionProof': async (given) => ({
    ...(await decided(given)),
    body: {},
    files: [walkedFile],
  }),
  'organisation.downloadDecisionProof': async (given) => {
    const { params } = await decided(given);
    const decisionId = params?.decisionId ?? '';
    const file = await keepBytes(given.app.files, walkedFile);
    await transact(given.app, builder, (work) =>
      addDecisionProof(work, decisionId, { file, day: undefined }),
    );
    const decisions = await listOpenDecisionsOf(
      given.app.database.read,
      [given.county.education],
      dayOf('2026-05-06'),
    );
    const proof = decisions
      .find((decision) => decision.id === decisionId)
      ?.events.find((event) => event.fileName !== null);
    return { params: { eventId: proof?.id ?? '' } };
  },
  'organisation.returnDecision': async (given) => ({
    ...(await decided(given, '2026-05-01')),
    body: { reason: '佐证打不开' },
  }),
  'organisation.dropDecision': async (given) => ({
    ...(await decided(given)),
    body: { reason: '上级已统一办理' },
  }),
};
