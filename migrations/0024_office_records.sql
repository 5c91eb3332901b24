-- Records of the supervising office: guidance, good practice, matters planned as one (module plan).

create table guidance (
  id uuid constraint guidance_pk primary key,
  jurisdiction_id uuid not null constraint guidance_jurisdiction_fk references jurisdiction (id),
  kind text not null constraint guidance_kind check (kind in ('question', 'earlySign', 'inspection')),
  unit_id uuid not null constraint guidance_unit_fk references unit (id),
  subject text not null constraint guidance_subject_given check (subject <> ''),
  body text not null,
  happened_on date not null,
  recorded_by text not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  answer text,
  answered_by_name text,
  answered_on date,
  follow_up text,
  follow_up_due date,
  closing text,
  closed_by_name text,
  closed_on date,
  constraint guidance_answer_complete check ((answer is null) = (answered_on is null)
    and (answer is null) = (answered_by_name is null)),
  constraint guidance_closing_complete check ((closing is null) = (closed_on is null)
    and (closing is null) = (closed_by_name is null)),
  constraint guidance_inspection_needs_no_answer check (kind <> 'inspection' or answer is null)
);
comment on table guidance is 'Guidance of the office (监督指导): difficult questions and early signs of problems units raise, answers, inspections.';
comment on column guidance.unit_id is 'The unit that asks, or that is inspected.';
comment on column guidance.happened_on is 'Day it was raised or the inspection was made.';
comment on column guidance.follow_up is 'What is still to be done after the answer or inspection; closing says what came of it.';
create index guidance_recent on guidance (jurisdiction_id, id desc);
create index guidance_unit on guidance (unit_id, id desc);

create table guidance_task (
  guidance_id uuid not null constraint guidance_task_guidance_fk references guidance (id),
  task_id uuid not null constraint guidance_task_task_fk references task (id),
  constraint guidance_task_pk primary key (guidance_id, task_id)
);
comment on table guidance_task is 'Tasks a guidance record is about.';
create index guidance_task_task on guidance_task (task_id);

create table practice_call (
  id uuid constraint practice_call_pk primary key,
  jurisdiction_id uuid not null constraint practice_call_jurisdiction_fk references jurisdiction (id),
  title text not null constraint practice_call_title_given check (title <> ''),
  body text not null,
  due_on date not null,
  called_by_name text not null,
  called_on date not null
);
comment on table practice_call is 'Invitation to write up local good practice (约稿), with the day contributions are due.';
create index practice_call_recent on practice_call (jurisdiction_id, id desc);

create table practice (
  id uuid constraint practice_pk primary key,
  jurisdiction_id uuid not null constraint practice_jurisdiction_fk references jurisdiction (id),
  call_id uuid constraint practice_call_fk references practice_call (id),
  task_id uuid constraint practice_task_fk references task (id),
  unit_id uuid not null constraint practice_unit_fk references unit (id),
  title text not null constraint practice_title_given check (title <> ''),
  body text not null,
  file_id uuid constraint practice_file_fk references stored_file (id),
  contributed_by text not null,
  contributed_by_name text not null,
  contributed_on date not null,
  contributed_at timestamptz not null,
  decision text constraint practice_decision check (decision in ('selected', 'declined')),
  decided_by_name text,
  decided_on date,
  reason text,
  constraint practice_decision_complete check ((decision is null) = (decided_on is null)
    and (decision is null) = (decided_by_name is null)),
  constraint practice_declined_for_a_reason check (decision is distinct from 'declined' or reason is not null)
);
comment on table practice is 'A write-up of good practice (经验做法) by a unit, with or without an invitation.';
create index practice_recent on practice (jurisdiction_id, id desc);
create index practice_unit on practice (unit_id, id desc);
create index practice_call_id on practice (call_id) where call_id is not null;

create table practice_spread (
  id uuid constraint practice_spread_pk primary key,
  practice_id uuid not null constraint practice_spread_practice_fk references practice (id),
  place text not null constraint practice_spread_place_given check (place <> ''),
  spread_on date not null,
  url text constraint practice_spread_is_web check (url ~ '^https?://'),
  recorded_by_name text not null
);
comment on table practice_spread is 'Where a selected practice was spread: a bulletin, a meeting, a superior''s site.';
create index practice_spread_practice on practice_spread (practice_id, spread_on);

create table matter (
  id uuid constraint matter_pk primary key,
  jurisdiction_id uuid not null constraint matter_jurisdiction_fk references jurisdiction (id),
  title text not null constraint matter_title_given check (title <> ''),
  note text,
  created_by_name text not null,
  created_on date not null,
  updated_at timestamptz not null
);
comment on table matter is 'One matter whose drafting, release, interpretation, opinion watch and complaints are planned together (统筹考虑、同步推进).';
create index matter_recent on matter (jurisdiction_id, id desc);

create table matter_task (
  matter_id uuid not null constraint matter_task_matter_fk references matter (id),
  task_id uuid not null constraint matter_task_task_fk references task (id),
  constraint matter_task_pk primary key (matter_id, task_id)
);
comment on table matter_task is 'Tasks the matter belongs to.';
create index matter_task_task on matter_task (task_id);

create table matter_step (
  id uuid constraint matter_step_pk primary key,
  matter_id uuid not null constraint matter_step_matter_fk references matter (id),
  position integer not null,
  kind text not null constraint matter_step_kind
    check (kind in ('drafting', 'release', 'interpretation', 'opinionWatch', 'complaints')),
  unit_id uuid not null constraint matter_step_unit_fk references unit (id),
  planned_on date not null,
  done_on date,
  done_by_name text,
  url text constraint matter_step_is_web check (url ~ '^https?://'),
  note text,
  constraint matter_step_done_complete check ((done_on is null) = (done_by_name is null))
);
comment on table matter_step is 'A step of a matter: who, planned for when, done when, and the page that shows it.';
create index matter_step_matter on matter_step (matter_id, position);
create index matter_step_open on matter_step (unit_id, planned_on) where done_on is null;
