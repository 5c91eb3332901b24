/** Commands on meetings of a leading group: plan, change, invite, hold, who came, what was heard, minutes, call off. */
import { and, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm';
import { longDay } from '#kernel/day-words.ts';
import type { KeptBytes } from '#kernel/files/stored-files.ts';
import { recordStoredFile } from '#kernel/files/stored-files.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import type {
  ChangeMeetingInput,
  HoldMeetingInput,
  MeetingAttendanceInput,
  PlanMeetingInput,
  RecordHearingsInput,
} from '../contract/meetings.ts';
import { listLiaisonsOfUnits } from '../queries/liaisons.ts';
import { canDoOnMeeting, type MeetingAction } from '../rules/meetings.ts';
import { gatheringStatusOf } from '../rules/training.ts';
import { agendaItems, groupMeetings, groupMembers, meetingAttendances } from '../tables/meetings.ts';
import { meetingRefusals } from '../words/meetings.ts';
import { actorNameOf, refuseForeignUnits, refuseFutureDay } from './facts.ts';
import { getGroupFor, type LeadingGroupRecord } from './leading-groups.ts';

type MeetingRecord = typeof groupMeetings.$inferSelect;

/** Loads the meeting with its group, lets the group's office pass and refuses what the state does not allow. */
export async function getMeetingFor(
  work: Work,
  meetingId: string,
  action: MeetingAction,
): Promise<{ readonly meeting: MeetingRecord; readonly group: LeadingGroupRecord }> {
  const [meeting] = await work.db
    .select()
    .from(groupMeetings)
    .where(eq(groupMeetings.id, meetingId))
    .for('update');
  if (meeting === undefined) throw meetingRefusals.refuse('organisation.meetingNotFound', {});
  const group = await getGroupFor(work, meeting.groupId);
  const status = gatheringStatusOf(meeting);
  if (!canDoOnMeeting(status, action)) {
    throw meetingRefusals.refuse('organisation.meetingNotNow', { action, status });
  }
  return { meeting, group };
}

function auditMeeting(
  work: Work,
  { meeting, group }: { meeting: Pick<MeetingRecord, 'id' | 'title'>; group: LeadingGroupRecord },
  entry: { action: string; what: string; before?: unknown; after?: unknown; affectsPortal?: boolean },
): void {
  work.audit({
    action: `organisation.${entry.action}`,
    objectKind: 'groupMeeting',
    objectId: meeting.id,
    unitId: group.officeUnitId,
    summary: `${entry.what}“${meeting.title}”`,
    before: entry.before,
    after: entry.after,
    affectsPortal: entry.affectsPortal ?? false,
  });
}

async function writeAgenda(
  work: Work,
  meetingId: string,
  jurisdictionId: string,
  agenda: PlanMeetingInput['agenda'],
): Promise<void> {
  await refuseForeignUnits(
    work,
    jurisdictionId,
    agenda.flatMap((item) => (item.unitId === null ? [] : [item.unitId])),
  );
  await work.db.delete(agendaItems).where(eq(agendaItems.meetingId, meetingId));
  const rows = agenda.map((item, position) => ({ ...item, meetingId, position, heard: '' }));
  if (rows.length > 0) await work.db.insert(agendaItems).values(rows);
}

/** Plans a meeting with its agenda; returns its identifier. */
export async function planMeeting(work: Work, input: PlanMeetingInput): Promise<string> {
  const group = await getGroupFor(work, input.groupId);
  const { agenda, ...fields } = input;
  const meeting: MeetingRecord = {
    ...fields,
    id: work.newId(),
    invitedAt: null,
    heldOn: null,
    minutesText: null,
    minutesFileId: null,
    minutesOn: null,
    cancelledOn: null,
    cancelReason: null,
    createdByName: actorNameOf(work),
    createdAt: work.now,
  };
  await work.db.insert(groupMeetings).values(meeting);
  await writeAgenda(work, meeting.id, group.jurisdictionId, agenda);
  auditMeeting(work, { meeting, group }, { action: 'planMeeting', what: '计划召开', after: input });
  return meeting.id;
}

/** Changes day, place or agenda of a meeting that has not been held. */
export async function changeMeeting(work: Work, meetingId: string, input: ChangeMeetingInput): Promise<void> {
  const found = await getMeetingFor(work, meetingId, 'change');
  const { title, plannedFor, place } = found.meeting;
  const { agenda, ...changes } = input;
  const after = {
    title: changes.title ?? title,
    plannedFor: changes.plannedFor ?? plannedFor,
    place: changes.place ?? place,
  };
  await work.db.update(groupMeetings).set(after).where(eq(groupMeetings.id, meetingId));
  if (agenda !== undefined) await writeAgenda(work, meetingId, found.group.jurisdictionId, agenda);
  auditMeeting(work, found, {
    action: 'changeMeeting',
    what: '修改会议',
    before: { title, plannedFor, place },
    after: { ...after, ...(agenda === undefined ? {} : { agenda }) },
  });
}

/** Sends the notice to members with an account and to the liaisons of units that report. Returns how many were told. */
export async function inviteToMeeting(work: Work, meetingId: string): Promise<{ readonly told: number }> {
  const found = await getMeetingFor(work, meetingId, 'invite');
  const { meeting, group } = found;
  const members = await work.db
    .select({ officerId: groupMembers.officerId })
    .from(groupMembers)
    .where(
      and(
        eq(groupMembers.groupId, group.id),
        isNotNull(groupMembers.officerId),
        lte(groupMembers.fromDay, meeting.plannedFor),
        or(isNull(groupMembers.untilDay), gt(groupMembers.untilDay, meeting.plannedFor)),
      ),
    );
  const reporting = await work.db
    .select({ unitId: agendaItems.unitId })
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, meetingId), isNotNull(agendaItems.unitId)));
  const unitIds = reporting.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
  const liaisons = await listLiaisonsOfUnits(work.db, unitIds);
  const officerIds = [
    ...new Set([...members, ...liaisons].flatMap(({ officerId }) => (officerId === null ? [] : [officerId]))),
  ];
  if (officerIds.length === 0) throw meetingRefusals.refuse('organisation.nobodyToInvite', {});
  await notify(work, {
    officerIds,
    title: `会议通知：${meeting.title}，${longDay(meeting.plannedFor)}`,
    ...(meeting.place === '' ? {} : { detail: `地点：${meeting.place}` }),
    address: `/organisation/meetings/${meetingId}`,
  });
  await work.db.update(groupMeetings).set({ invitedAt: work.now }).where(eq(groupMeetings.id, meetingId));
  auditMeeting(work, found, { action: 'inviteToMeeting', what: '发出会议通知', after: { officerIds } });
  return { told: officerIds.length };
}

async function writeMeetingAttendance(
  work: Work,
  meeting: MeetingRecord,
  attendance: MeetingAttendanceInput['attendance'],
): Promise<void> {
  if (!attendance.some((row) => row.state !== 'leave')) {
    throw meetingRefusals.refuse('organisation.nobodyPresent', {});
  }
  const known = await work.db
    .select({ id: groupMembers.id })
    .from(groupMembers)
    .where(eq(groupMembers.groupId, meeting.groupId));
  const ids = new Set(known.map((member) => member.id));
  if (attendance.some((row) => !ids.has(row.memberId))) {
    throw meetingRefusals.refuse('organisation.memberNotFound', {});
  }
  await work.db.delete(meetingAttendances).where(eq(meetingAttendances.meetingId, meeting.id));
  const rows = new Map(attendance.map((row) => [row.memberId, { ...row, meetingId: meeting.id }]));
  await work.db.insert(meetingAttendances).values([...rows.values()]);
}

/** Records that a planned meeting took place and who came. */
export async function holdMeeting(work: Work, meetingId: string, input: HoldMeetingInput): Promise<void> {
  const found = await getMeetingFor(work, meetingId, 'hold');
  refuseFutureDay(work, input.heldOn, '召开日期', 'heldOn');
  await writeMeetingAttendance(work, found.meeting, input.attendance);
  await work.db.update(groupMeetings).set({ heldOn: input.heldOn }).where(eq(groupMeetings.id, meetingId));
  auditMeeting(work, found, {
    action: 'holdMeeting',
    what: `登记已于${input.heldOn}召开`,
    before: { heldOn: null },
    after: input,
    affectsPortal: true,
  });
}

/** Corrects who came to a meeting that was held. */
export async function recordMeetingAttendance(
  work: Work,
  meetingId: string,
  input: MeetingAttendanceInput,
): Promise<void> {
  const found = await getMeetingFor(work, meetingId, 'recordAttendance');
  const before = await work.db
    .select()
    .from(meetingAttendances)
    .where(eq(meetingAttendances.meetingId, meetingId));
  await writeMeetingAttendance(work, found.meeting, input.attendance);
  auditMeeting(work, found, {
    action: 'recordMeetingAttendance',
    what: '更正出席情况',
    before,
    after: input,
  });
}

/** Writes what the meeting said to the items of its agenda: the hearing of reports. */
export async function recordHearings(
  work: Work,
  meetingId: string,
  input: RecordHearingsInput,
): Promise<void> {
  const found = await getMeetingFor(work, meetingId, 'recordHearings');
  for (const { position, heard } of input.heard) {
    await work.db
      .update(agendaItems)
      .set({ heard })
      .where(and(eq(agendaItems.meetingId, meetingId), eq(agendaItems.position, position)));
  }
  auditMeeting(work, found, { action: 'recordHearings', what: '登记听取汇报情况', after: input });
}

/** Hands the minutes in, as a text or as a file; either may be handed in again, the audit keeps what stood before. */
export async function recordMinutes(
  work: Work,
  meetingId: string,
  input: { readonly text: string } | { readonly file: KeptBytes },
): Promise<void> {
  const found = await getMeetingFor(work, meetingId, 'recordMinutes');
  const { minutesText, minutesFileId, minutesOn } = found.meeting;
  const change =
    'text' in input
      ? { minutesText: input.text }
      : { minutesFileId: await recordStoredFile(work, input.file) };
  const after = { ...change, minutesOn: minutesOn ?? work.today };
  await work.db.update(groupMeetings).set(after).where(eq(groupMeetings.id, meetingId));
  auditMeeting(work, found, {
    action: 'recordMinutes',
    what: '登记会议纪要',
    before: { minutesText, minutesFileId, minutesOn },
    after,
  });
}

/** Calls a planned meeting off, or takes back one that was recorded by mistake: it counts nowhere any more. */
export async function cancelMeeting(
  work: Work,
  meetingId: string,
  input: { readonly reason: string },
): Promise<void> {
  const found = await getMeetingFor(work, meetingId, 'cancel');
  const after = { cancelledOn: work.today, cancelReason: input.reason };
  await work.db.update(groupMeetings).set(after).where(eq(groupMeetings.id, meetingId));
  auditMeeting(work, found, {
    action: 'cancelMeeting',
    what: '取消会议',
    before: { heldOn: found.meeting.heldOn, cancelledOn: null },
    after,
    affectsPortal: true,
  });
}
