-- Plans, tasks, assignments and import drafts (module plan).

create table plan (
  id uuid constraint plan_pk primary key,
  jurisdiction_id uuid not null constraint plan_jurisdiction_fk references jurisdiction (id),
  year integer not null constraint plan_year check (year >= 2000 and year <= 2100),
  title text not null constraint plan_title_given check (title <> ''),
  doc_number text,
  issuer text,
  issued_on date,
  source_file_id uuid constraint plan_source_file_fk references stored_file (id),
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null,
  constraint plan_title_unique unique (jurisdiction_id, year, title)
);
comment on table plan is 'One issued plan of one year (年度工作要点、任务分解表).';
comment on column plan.version is 'Counts confirmations: importing the same plan again raises it.';

create table task (
  id uuid constraint task_pk primary key,
  plan_id uuid not null constraint task_plan_fk references plan (id),
  ordinal integer not null,
  no integer,
  section text,
  subsection text,
  item text,
  requirement text not null,
  printed_lead text[] not null,
  printed_responsible text[] not null,
  printed_cooperating text[] not null,
  deadline_text text,
  deadline_kind text not null
    constraint task_deadline_kind check (deadline_kind in ('date', 'allYear', 'ongoing', 'relative', 'none')),
  deadline_date date,
  deadline jsonb not null,
  quotas jsonb not null,
  source jsonb not null,
  withdrawn_at timestamptz
);
comment on table task is 'One row of a plan as it is printed. Due days and standing are computed, never stored.';
comment on column task.ordinal is 'Place in the plan, from 1; the printed number may be lost or restart by section.';
comment on column task.withdrawn_at is 'Set when a later import of the plan no longer holds the task; its history stays.';
create index task_plan_ordinal on task (plan_id, ordinal, id);

create table assignment (
  task_id uuid not null constraint assignment_task_fk references task (id),
  unit_id uuid not null constraint assignment_unit_fk references unit (id),
  role text not null constraint assignment_role check (role in ('lead', 'responsible', 'cooperating')),
  printed_name text not null,
  through_collective boolean not null,
  constraint assignment_pk primary key (task_id, unit_id)
);
comment on table assignment is 'A unit''s role in a task; the strongest role when the plan names it more than once.';
comment on column assignment.through_collective is 'The unit came in through a collective phrase (各镇街).';
create index assignment_unit on assignment (unit_id, task_id);

create table plan_import (
  id uuid constraint plan_import_pk primary key,
  jurisdiction_id uuid not null constraint plan_import_jurisdiction_fk references jurisdiction (id),
  status text not null constraint plan_import_status
    check (status in ('reading', 'draft', 'failed', 'cancelled', 'confirmed', 'discarded')),
  file_id uuid not null constraint plan_import_file_fk references stored_file (id),
  file_name text not null,
  reading_year integer,
  with_ocr boolean not null,
  reading jsonb,
  source_document jsonb,
  draft jsonb,
  refusal jsonb,
  version integer not null,
  plan_id uuid constraint plan_import_plan_fk references plan (id),
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table plan_import is 'A plan document on its way in: read by a job, corrected by a person, confirmed or discarded.';
comment on column plan_import.reading is 'What the reader found, unchanged; corrections live in draft.';
comment on column plan_import.version is 'Raised by each change; an edit names the version it was made on.';
create index plan_import_recent on plan_import (jurisdiction_id, id desc);
