/** Read models of leading groups and their meetings. */
import { and, asc, desc, eq, ilike, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { findStoredFile, type StoredFile } from '#kernel/files/stored-files.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import type {
  GroupMember,
  LeadingGroupView,
  MeetingDetail,
  MeetingQuery,
  MeetingRow,
} from '../contract/meetings.ts';
import { groupRoles, meetingActions } from '../rules/meetings.ts';
import { gatheringStatusOf, type TrainingStatus } from '../rules/training.ts';
import { yearSpan } from '../rules/year-span.ts';
import {
  agendaItems,
  groupMeetings,
  groupMembers,
  leadingGroups,
  meetingAttendances,
} from '../tables/meetings.ts';
import { units } from '../tables/register.ts';
import { meetingRefusals } from '../words/meetings.ts';
import { listDecisionsOfMeetings } from './decisions.ts';
import { nameUnits } from './register.ts';
import { containsPattern } from './unit-screens.ts';

type MeetingRecord = typeof groupMeetings.$inferSelect;
type GroupRecord = typeof leadingGroups.$inferSelect;

const officeUnits = alias(units, 'office_unit');

/** The leading groups with their members, the county's first. */
export async function listLeadingGroups(db: ReadDb, jurisdictionId: string): Promise<LeadingGroupView[]> {
  const groups = await db
    .select({ group: leadingGroups, unitName: units.shortName, officeUnitName: officeUnits.shortName })
    .from(leadingGroups)
    .innerJoin(units, eq(units.id, leadingGroups.unitId))
    .innerJoin(officeUnits, eq(officeUnits.id, leadingGroups.officeUnitId))
    .where(eq(leadingGroups.jurisdictionId, jurisdictionId))
    .orderBy(desc(leadingGroups.ofJurisdiction), asc(units.position));
  const members = await listGroupMembers(
    db,
    groups.map(({ group }) => group.id),
  );
  return groups.map(({ group, unitName, officeUnitName }) => ({
    id: group.id,
    name: group.name,
    unitId: group.unitId,
    unitName,
    officeUnitId: group.officeUnitId,
    officeUnitName,
    ofJurisdiction: group.ofJurisdiction,
    members: members
      .filter((member) => member.groupId === group.id)
      .map(({ groupId: _, ...member }) => member),
  }));
}

async function listGroupMembers(
  db: ReadDb,
  groupIds: readonly string[],
): Promise<(GroupMember & { readonly groupId: string })[]> {
  if (groupIds.length === 0) return [];
  const rows = await db
    .select()
    .from(groupMembers)
    .where(inArray(groupMembers.groupId, [...groupIds]))
    .orderBy(asc(groupMembers.id));
  const names = await nameUnits(
    db,
    rows.flatMap((row) => (row.unitId === null ? [] : [row.unitId])),
  );
  return rows
    .map((row) => ({
      id: row.id,
      groupId: row.groupId,
      role: row.role,
      officerId: row.officerId,
      name: row.name,
      position: row.position,
      unitId: row.unitId,
      unitName: row.unitId === null ? null : (names.get(row.unitId)?.shortName ?? null),
      from: row.fromDay,
      until: row.untilDay,
    }))
    .sort(
      (a, b) =>
        Number(a.until !== null) - Number(b.until !== null) ||
        groupRoles.indexOf(a.role) - groupRoles.indexOf(b.role),
    );
}

function inMeetingStatus(status: TrainingStatus) {
  switch (status) {
    case 'planned':
      return and(isNull(groupMeetings.heldOn), isNull(groupMeetings.cancelledOn));
    case 'held':
      return and(isNotNull(groupMeetings.heldOn), isNull(groupMeetings.cancelledOn));
    case 'cancelled':
      return isNotNull(groupMeetings.cancelledOn);
  }
}

async function selectMeetings(db: ReadDb, where: ReturnType<typeof and>, limit: number) {
  return db
    .select({ meeting: groupMeetings, group: leadingGroups })
    .from(groupMeetings)
    .innerJoin(leadingGroups, eq(leadingGroups.id, groupMeetings.groupId))
    .where(where)
    .orderBy(desc(groupMeetings.plannedFor), desc(groupMeetings.id))
    .limit(limit);
}

function meetingRowOf(
  meeting: MeetingRecord,
  group: GroupRecord,
  decisions: readonly { readonly status: string }[],
): MeetingRow {
  return {
    id: meeting.id,
    groupId: group.id,
    groupName: group.name,
    officeUnitId: group.officeUnitId,
    title: meeting.title,
    plannedFor: meeting.plannedFor,
    place: meeting.place,
    status: gatheringStatusOf(meeting),
    heldOn: meeting.heldOn,
    cancelledOn: meeting.cancelledOn,
    hasMinutes: meeting.minutesOn !== null,
    decisionCount: decisions.length,
    openDecisions: decisions.filter((decision) => decision.status === 'open').length,
  };
}

/** A page of meetings, the latest day first. */
export async function listMeetings(
  db: ReadDb,
  jurisdictionId: string,
  query: MeetingQuery,
  today: Day,
): Promise<PageOfRows<MeetingRow>> {
  const { after, limit, groupId, status, year, text } = query;
  const span = year === undefined ? undefined : yearSpan(year);
  const rows = await selectMeetings(
    db,
    and(
      eq(leadingGroups.jurisdictionId, jurisdictionId),
      after === undefined
        ? undefined
        : sql`(${groupMeetings.plannedFor}, ${groupMeetings.id}) < (${after[0]}::date, ${after[1]}::uuid)`,
      groupId === undefined ? undefined : eq(groupMeetings.groupId, groupId),
      status === undefined ? undefined : inMeetingStatus(status),
      span === undefined
        ? undefined
        : sql`${groupMeetings.plannedFor} >= ${span.from}::date and ${groupMeetings.plannedFor} < ${span.until}::date`,
      text === undefined || text === '' ? undefined : ilike(groupMeetings.title, containsPattern(text)),
    ),
    limit + 1,
  );
  const decisions = await listDecisionsOfMeetings(
    db,
    rows.map(({ meeting }) => meeting.id),
    today,
  );
  const complete = rows.map(({ meeting, group }) =>
    meetingRowOf(
      meeting,
      group,
      decisions.filter((decision) => decision.meetingId === meeting.id),
    ),
  );
  return pageOfRows(complete, limit, (row) => [row.plannedFor, row.id]);
}

/** One meeting with agenda, attendance and decisions; refused outside the jurisdiction. */
export async function getMeetingDetail(
  db: ReadDb,
  jurisdictionId: string,
  meetingId: string,
  today: Day,
): Promise<MeetingDetail> {
  const [found] = await selectMeetings(
    db,
    and(eq(groupMeetings.id, meetingId), eq(leadingGroups.jurisdictionId, jurisdictionId)),
    1,
  );
  if (found === undefined) throw meetingRefusals.refuse('organisation.meetingNotFound', {});
  const { meeting, group } = found;
  const decisions = await listDecisionsOfMeetings(db, [meetingId], today);
  const row = meetingRowOf(meeting, group, decisions);
  const file = meeting.minutesFileId === null ? undefined : await findStoredFile(db, meeting.minutesFileId);
  return {
    ...row,
    invitedAt: meeting.invitedAt?.toISOString() ?? null,
    minutesText: meeting.minutesText,
    minutesFileName: file?.fileName ?? null,
    minutesOn: meeting.minutesOn,
    cancelReason: meeting.cancelReason,
    createdByName: meeting.createdByName,
    agenda: await listAgenda(db, meetingId),
    attendance: await listMeetingAttendance(db, meeting),
    decisions,
    actions: [...meetingActions[row.status]],
  };
}

async function listAgenda(db: ReadDb, meetingId: string): Promise<MeetingDetail['agenda']> {
  const rows = await db
    .select({ item: agendaItems, unitName: units.shortName })
    .from(agendaItems)
    .leftJoin(units, eq(units.id, agendaItems.unitId))
    .where(eq(agendaItems.meetingId, meetingId))
    .orderBy(asc(agendaItems.position));
  return rows.map(({ item, unitName }) => ({
    kind: item.kind,
    title: item.title,
    unitId: item.unitId,
    unitName,
    heard: item.heard,
  }));
}

/** Members on the day of the meeting, and whoever else was recorded. */
async function listMeetingAttendance(
  db: ReadDb,
  meeting: MeetingRecord,
): Promise<MeetingDetail['attendance']> {
  const on = meeting.heldOn ?? meeting.plannedFor;
  const recorded = await db
    .select()
    .from(meetingAttendances)
    .where(eq(meetingAttendances.meetingId, meeting.id));
  const members = await listGroupMembers(db, [meeting.groupId]);
  return members.flatMap((member) => {
    const own = recorded.find((row) => row.memberId === member.id);
    const inOffice = member.from <= on && (member.until === null || member.until > on);
    if (own === undefined && !inOffice) return [];
    return [
      {
        memberId: member.id,
        role: member.role,
        name: member.name,
        position: member.position,
        state: own?.state ?? null,
        substituteName: own?.substituteName ?? '',
      },
    ];
  });
}

/** The file of the minutes; refused outside the jurisdiction or when there is none. */
export async function getMinutesFile(
  db: ReadDb,
  jurisdictionId: string,
  meetingId: string,
): Promise<StoredFile> {
  const [found] = await selectMeetings(
    db,
    and(eq(groupMeetings.id, meetingId), eq(leadingGroups.jurisdictionId, jurisdictionId)),
    1,
  );
  const fileId = found?.meeting.minutesFileId ?? null;
  const file = fileId === null ? undefined : await findStoredFile(db, fileId);
  if (file === undefined) throw meetingRefusals.refuse('organisation.meetingNotFound', {});
  return file;
}
