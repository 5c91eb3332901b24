-- Supervision orders: papers with a number, one order for each unit addressed, what happened to it (module plan).

create table supervision_number (
  jurisdiction_id uuid not null constraint supervision_number_jurisdiction_fk references jurisdiction (id),
  year integer not null constraint supervision_number_year check (year >= 2000 and year <= 2200),
  last_serial integer not null constraint supervision_number_serial check (last_serial >= 1),
  constraint supervision_number_pk primary key (jurisdiction_id, year)
);
comment on table supervision_number is 'The last number given in a year; raised in the transaction of the issue, so that no number is lost.';

create table supervision_issue (
  id uuid constraint supervision_issue_pk primary key,
  jurisdiction_id uuid not null constraint supervision_issue_jurisdiction_fk references jurisdiction (id),
  year integer not null,
  serial integer not null constraint supervision_issue_serial check (serial >= 1),
  subject text not null constraint supervision_issue_subject_given check (subject <> ''),
  requirement text not null constraint supervision_issue_requirement_given check (requirement <> ''),
  escalation text not null constraint supervision_issue_escalation check (escalation in ('byPerson', 'automatic')),
  escalation_days integer not null constraint supervision_issue_escalation_days check (escalation_days >= 1),
  issued_by uuid constraint supervision_issue_officer_fk references officer (id),
  issued_by_name text not null,
  issued_at timestamptz not null,
  constraint supervision_issue_number_unique unique (jurisdiction_id, year, serial)
);
comment on table supervision_issue is 'One paper (督办〔2026〕1号) as it was issued, addressed to one or more units.';
comment on column supervision_issue.escalation is 'Whether an unanswered order is raised by a person or by the platform on the working day after it fell due.';
comment on column supervision_issue.escalation_days is 'Working days for the reply after the platform raised it.';
comment on column supervision_issue.issued_by is 'Null when the platform issued it.';

create table supervision_order (
  id uuid constraint supervision_order_pk primary key,
  issue_id uuid not null constraint supervision_order_issue_fk references supervision_issue (id),
  unit_id uuid not null constraint supervision_order_unit_fk references unit (id),
  status text not null constraint supervision_order_status
    check (status in ('issued', 'received', 'returned', 'replied', 'closed', 'withdrawn')),
  level text not null constraint supervision_order_level check (level in ('prompt', 'supervise', 'circular')),
  updated_at timestamptz not null,
  constraint supervision_order_unit_unique unique (issue_id, unit_id)
);
comment on table supervision_order is 'The order to one unit. Status and level are an index folded from its events; lateness is computed, never stored.';
create index supervision_order_of_unit on supervision_order (unit_id, id desc);
create index supervision_order_open on supervision_order (id) where status not in ('closed', 'withdrawn');

create table supervision_order_task (
  order_id uuid not null constraint supervision_order_task_order_fk references supervision_order (id),
  task_id uuid not null constraint supervision_order_task_task_fk references task (id),
  constraint supervision_order_task_pk primary key (order_id, task_id)
);
comment on table supervision_order_task is 'Tasks of a plan the order is about; none for a matter of its own.';
create index supervision_order_task_of_task on supervision_order_task (task_id);

create table supervision_event (
  order_id uuid not null constraint supervision_event_order_fk references supervision_order (id),
  seq integer not null constraint supervision_event_seq check (seq >= 1),
  kind text not null constraint supervision_event_kind
    check (kind in ('issued', 'received', 'replied', 'returned', 'extended', 'escalated', 'closed', 'withdrawn')),
  details jsonb not null,
  at timestamptz not null,
  actor_id uuid constraint supervision_event_officer_fk references officer (id),
  actor_name text not null,
  constraint supervision_event_pk primary key (order_id, seq)
);
comment on table supervision_event is 'What happened to an order, in order; added to, never changed.';
comment on column supervision_event.actor_id is 'Null when the platform acted.';

create table supervision_file (
  file_id uuid constraint supervision_file_pk primary key
    constraint supervision_file_file_fk references stored_file (id),
  order_id uuid not null constraint supervision_file_order_fk references supervision_order (id),
  event_seq integer,
  added_by uuid constraint supervision_file_officer_fk references officer (id),
  added_at timestamptz not null,
  constraint supervision_file_event_fk foreign key (order_id, event_seq) references supervision_event (order_id, seq)
);
comment on table supervision_file is 'Files a unit hands in with its reply.';
comment on column supervision_file.event_seq is 'The reply it belongs to; null while the reply is being written.';
create index supervision_file_of_order on supervision_file (order_id, event_seq);
