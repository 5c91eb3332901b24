/** Rows of leading groups, their meetings and decisions; written by this module's commands alone. */
import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';
import { agendaKinds, attendanceStates, decisionEventKinds, groupRoles } from '../rules/meetings.ts';

export const leadingGroups = pgTable('leading_group', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  officeUnitId: uuid('office_unit_id').notNull(),
  name: text().notNull(),
  ofJurisdiction: boolean('of_jurisdiction').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const groupMembers = pgTable('leading_group_member', {
  id: uuid().primaryKey(),
  groupId: uuid('group_id').notNull(),
  role: text({ enum: groupRoles }).notNull(),
  officerId: uuid('officer_id'),
  name: text().notNull(),
  position: text().notNull(),
  unitId: uuid('unit_id'),
  fromDay: day('from_day').notNull(),
  untilDay: day('until_day'),
});

export const groupMeetings = pgTable('group_meeting', {
  id: uuid().primaryKey(),
  groupId: uuid('group_id').notNull(),
  title: text().notNull(),
  plannedFor: day('planned_for').notNull(),
  place: text().notNull(),
  invitedAt: instant('invited_at'),
  heldOn: day('held_on'),
  minutesText: text('minutes_text'),
  minutesFileId: uuid('minutes_file_id'),
  minutesOn: day('minutes_on'),
  cancelledOn: day('cancelled_on'),
  cancelReason: text('cancel_reason'),
  createdByName: text('created_by_name').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const agendaItems = pgTable(
  'meeting_agenda_item',
  {
    meetingId: uuid('meeting_id').notNull(),
    position: integer().notNull(),
    kind: text({ enum: agendaKinds }).notNull(),
    title: text().notNull(),
    unitId: uuid('unit_id'),
    heard: text().notNull(),
  },
  (table) => [primaryKey({ name: 'meeting_agenda_item_pk', columns: [table.meetingId, table.position] })],
);

export const meetingAttendances = pgTable(
  'meeting_attendance',
  {
    meetingId: uuid('meeting_id').notNull(),
    memberId: uuid('member_id').notNull(),
    state: text({ enum: attendanceStates }).notNull(),
    substituteName: text('substitute_name').notNull(),
  },
  (table) => [primaryKey({ name: 'meeting_attendance_pk', columns: [table.meetingId, table.memberId] })],
);

export const meetingDecisions = pgTable('meeting_decision', {
  id: uuid().primaryKey(),
  meetingId: uuid('meeting_id').notNull(),
  content: text().notNull(),
  unitId: uuid('unit_id').notNull(),
  dueOn: day('due_on').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const decisionEvents = pgTable('meeting_decision_event', {
  id: uuid().primaryKey(),
  decisionId: uuid('decision_id').notNull(),
  position: integer().notNull(),
  kind: text({ enum: decisionEventKinds }).notNull(),
  day: day().notNull(),
  text: text().notNull(),
  link: text().notNull(),
  fileId: uuid('file_id'),
  byName: text('by_name').notNull(),
  at: instant().notNull(),
});
