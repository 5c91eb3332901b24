-- Trainings with who came, the leading group with its meetings, and what was decided until it is done.

create table training_session (
  id uuid constraint training_session_pk primary key,
  jurisdiction_id uuid not null constraint training_session_jurisdiction_fk references jurisdiction (id),
  kind text not null constraint training_session_kind check (kind in ('business', 'legalStudy', 'policy')),
  organiser_id uuid not null constraint training_session_organiser_fk references unit (id),
  topic text not null,
  planned_for date not null,
  mode text not null constraint training_session_mode check (mode in ('onSite', 'online', 'both')),
  place text not null,
  minutes integer not null constraint training_session_minutes check (minutes > 0),
  audiences text[] not null,
  lecturer text not null,
  law text,
  policy_title text,
  policy_number text,
  held_on date,
  summary text not null,
  cancelled_on date,
  cancel_reason text,
  created_by_name text not null,
  created_at timestamptz not null,
  constraint training_session_law check ((kind = 'legalStudy') = (law is not null)),
  constraint training_session_policy check ((kind = 'policy') = (policy_title is not null)),
  constraint training_session_cancelled check ((cancelled_on is null) = (cancel_reason is null))
);
comment on table training_session is 'A training (业务培训), a legal study of leaders (领导干部学法) or a policy training for front-line bodies (政策培训). Its state follows from held_on and cancelled_on.';
comment on column training_session.minutes is 'Length in minutes.';
comment on column training_session.audiences is 'For whom: liaisons, allStaff, newEntrants, leaders, units.';
comment on column training_session.law is 'What was studied; legal studies only.';
comment on column training_session.policy_title is 'The policy explained to those who carry it out; policy trainings only.';
comment on column training_session.held_on is 'Day it took place; null while only planned.';
comment on column training_session.cancelled_on is 'Day it was called off, or found to have been recorded by mistake: it never counts.';
create index training_session_list on training_session (jurisdiction_id, planned_for, id);
create index training_session_organiser on training_session (organiser_id);

create table training_invited_unit (
  session_id uuid not null constraint training_invited_unit_session_fk references training_session (id),
  unit_id uuid not null constraint training_invited_unit_unit_fk references unit (id),
  constraint training_invited_unit_pk primary key (session_id, unit_id)
);
comment on table training_invited_unit is 'Units asked to come; whom of them the audiences say.';
create index training_invited_unit_unit on training_invited_unit (unit_id);

create table training_attendee (
  session_id uuid not null constraint training_attendee_session_fk references training_session (id),
  officer_id uuid not null constraint training_attendee_officer_fk references officer (id),
  unit_id uuid not null constraint training_attendee_unit_fk references unit (id),
  new_entrant boolean not null,
  constraint training_attendee_pk primary key (session_id, officer_id)
);
comment on table training_attendee is 'Registered officers who came.';
comment on column training_attendee.unit_id is 'Unit of the officer on that day: moving later changes nothing.';
create index training_attendee_unit on training_attendee (unit_id);
create index training_attendee_officer on training_attendee (officer_id);

create table training_head_count (
  session_id uuid not null constraint training_head_count_session_fk references training_session (id),
  unit_id uuid not null constraint training_head_count_unit_fk references unit (id),
  heads integer not null constraint training_head_count_heads check (heads > 0),
  new_entrants integer not null,
  constraint training_head_count_pk primary key (session_id, unit_id),
  constraint training_head_count_new_entrants check (new_entrants >= 0 and new_entrants <= heads)
);
comment on table training_head_count is 'Who came besides registered officers, by number only: no names are kept of people without an entry.';
create index training_head_count_unit on training_head_count (unit_id);

create table training_material (
  id uuid constraint training_material_pk primary key,
  session_id uuid not null constraint training_material_session_fk references training_session (id),
  file_id uuid not null constraint training_material_file_fk references stored_file (id),
  added_by_name text not null,
  added_at timestamptz not null
);
comment on table training_material is 'Slides, notices, sign-in sheets of a session.';
create index training_material_session on training_material (session_id);

create table leading_group (
  id uuid constraint leading_group_pk primary key,
  jurisdiction_id uuid not null constraint leading_group_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint leading_group_unit_fk references unit (id),
  office_unit_id uuid not null constraint leading_group_office_fk references unit (id),
  name text not null,
  of_jurisdiction boolean not null,
  created_at timestamptz not null,
  constraint leading_group_unit_unique unique (unit_id)
);
comment on table leading_group is '政务公开领导小组, of the county or of one unit.';
comment on column leading_group.unit_id is 'The unit that is the group (its register entry) or whose group it is.';
comment on column leading_group.office_unit_id is 'Unit that runs it day by day (办公室设在): its officers keep the records.';
comment on column leading_group.of_jurisdiction is 'The group of the whole county; its meetings count for whoever a task names.';
create unique index leading_group_of_jurisdiction on leading_group (jurisdiction_id) where of_jurisdiction;

create table leading_group_member (
  id uuid constraint leading_group_member_pk primary key,
  group_id uuid not null constraint leading_group_member_group_fk references leading_group (id),
  role text not null constraint leading_group_member_role check (role in ('head', 'deputyHead', 'officeHead', 'member')),
  officer_id uuid constraint leading_group_member_officer_fk references officer (id),
  name text not null,
  position text not null,
  unit_id uuid constraint leading_group_member_unit_fk references unit (id),
  from_day date not null,
  until_day date,
  constraint leading_group_member_period check (from_day <= until_day)
);
comment on table leading_group_member is 'Members with role and dates. Leaders often have no account: the name stands by itself.';
comment on column leading_group_member.until_day is 'First day on which the person is no longer a member.';
create index leading_group_member_group on leading_group_member (group_id);

create table group_meeting (
  id uuid constraint group_meeting_pk primary key,
  group_id uuid not null constraint group_meeting_group_fk references leading_group (id),
  title text not null,
  planned_for date not null,
  place text not null,
  invited_at timestamptz,
  held_on date,
  minutes_text text,
  minutes_file_id uuid constraint group_meeting_minutes_file_fk references stored_file (id),
  minutes_on date,
  cancelled_on date,
  cancel_reason text,
  created_by_name text not null,
  created_at timestamptz not null,
  constraint group_meeting_cancelled check ((cancelled_on is null) = (cancel_reason is null))
);
comment on table group_meeting is 'A meeting of a leading group; its state follows from held_on and cancelled_on.';
comment on column group_meeting.minutes_on is 'Day the minutes were first handed in; null while they are missing.';
comment on column group_meeting.cancelled_on is 'Day it was called off, or found to have been recorded by mistake: it never counts.';
create index group_meeting_list on group_meeting (group_id, planned_for, id);

create table meeting_agenda_item (
  meeting_id uuid not null constraint meeting_agenda_item_meeting_fk references group_meeting (id),
  position integer not null,
  kind text not null constraint meeting_agenda_item_kind check (kind in ('hearing', 'deliberation', 'deployment', 'other')),
  title text not null,
  unit_id uuid constraint meeting_agenda_item_unit_fk references unit (id),
  heard text not null,
  constraint meeting_agenda_item_pk primary key (meeting_id, position)
);
comment on table meeting_agenda_item is 'What is on the agenda; a hearing names the unit that reports.';
comment on column meeting_agenda_item.heard is 'What the meeting said to it; empty before.';

create table meeting_attendance (
  meeting_id uuid not null constraint meeting_attendance_meeting_fk references group_meeting (id),
  member_id uuid not null constraint meeting_attendance_member_fk references leading_group_member (id),
  state text not null constraint meeting_attendance_state check (state in ('present', 'leave', 'substitute')),
  substitute_name text not null,
  constraint meeting_attendance_pk primary key (meeting_id, member_id)
);
comment on table meeting_attendance is 'Who of the members came, was excused or sent somebody.';

create table meeting_decision (
  id uuid constraint meeting_decision_pk primary key,
  meeting_id uuid not null constraint meeting_decision_meeting_fk references group_meeting (id),
  content text not null,
  unit_id uuid not null constraint meeting_decision_unit_fk references unit (id),
  due_on date not null,
  created_at timestamptz not null
);
comment on table meeting_decision is 'What a meeting decided, with the unit that does it and its last day. Its state is folded from its events.';
create index meeting_decision_meeting on meeting_decision (meeting_id);
create index meeting_decision_unit on meeting_decision (unit_id, due_on);

create table meeting_decision_event (
  id uuid constraint meeting_decision_event_pk primary key,
  decision_id uuid not null constraint meeting_decision_event_decision_fk references meeting_decision (id),
  position integer not null,
  kind text not null constraint meeting_decision_event_kind check (kind in ('progress', 'done', 'returned', 'dropped')),
  day date not null,
  text text not null,
  link text not null,
  file_id uuid constraint meeting_decision_event_file_fk references stored_file (id),
  by_name text not null,
  at timestamptz not null,
  constraint meeting_decision_event_position_unique unique (decision_id, position)
);
comment on table meeting_decision_event is 'Follow-up of a decision; never changed, a further event corrects.';
comment on column meeting_decision_event.position is 'Order in which the events were written, from 0.';
comment on column meeting_decision_event.day is 'Day of the fact told: done on, returned on.';
