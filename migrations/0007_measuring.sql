-- Bindings of tasks to measures, computed standings with their history, signed overrides (module plan).

create table task_binding (
  id uuid constraint task_binding_pk primary key,
  task_id uuid not null constraint task_binding_task_fk references task (id),
  measure_id text not null,
  parameters jsonb not null,
  every text constraint task_binding_every check (every in ('month', 'quarter', 'halfYear')),
  period_from date,
  period_until date,
  scope text not null constraint task_binding_scope check (scope in ('eachUnit', 'together')),
  unit_choice text not null
    constraint task_binding_unit_choice check (unit_choice in ('leads', 'assigned', 'listed')),
  unit_ids uuid[] not null,
  target double precision not null,
  status text not null
    constraint task_binding_status check (status in ('proposed', 'confirmed', 'rejected')),
  origin text not null constraint task_binding_origin check (origin in ('hint', 'person')),
  reason text not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text,
  version integer not null,
  constraint task_binding_period check (period_from is null or period_until is null or period_from < period_until)
);
comment on table task_binding is 'A task tied to a measure with parameters, period, units and target (任务度量).';
comment on column task_binding.every is 'The target is to be reached again in each month, quarter or half-year of the period.';
comment on column task_binding.period_from is 'First day; null: the first day of the plan''s year.';
comment on column task_binding.period_until is 'Half-open end; null: the end of the plan''s year.';
comment on column task_binding.unit_choice is 'Whose work counts; the members of leads and assigned follow the plan.';
comment on column task_binding.unit_ids is 'The units of the choice listed, else empty.';
comment on column task_binding.status is 'A removed binding is rejected too: its proposal is not made again.';
comment on column task_binding.reason is 'Why it was proposed or added, for people.';
create index task_binding_task on task_binding (task_id, id);

create table task_standing (
  task_id uuid constraint task_standing_pk primary key constraint task_standing_task_fk references task (id),
  standing text not null
    constraint task_standing_standing check (standing in ('met', 'failing', 'notYetDue', 'cannotTell')),
  reason text not null,
  is_bound boolean not null,
  basis jsonb not null,
  since timestamptz not null,
  evaluated_at timestamptz not null
);
comment on table task_standing is 'The standing computed last, with all it was computed from; what a person says lies in standing_override.';
comment on column task_standing.is_bound is 'Whether a confirmed binding stood behind it; without one the day alone speaks and is read afresh.';
comment on column task_standing.basis is 'Due day and per binding target, figures and the digests of their evidence.';

create table plan_evaluation (
  plan_id uuid constraint plan_evaluation_pk primary key
    constraint plan_evaluation_plan_fk references plan (id),
  evaluated_at timestamptz not null,
  tasks integer not null,
  changed integer not null
);
comment on table plan_evaluation is 'The last evaluation of a whole plan.';

create table measured_figure (
  digest text constraint measured_figure_pk primary key,
  evidence jsonb not null,
  created_at timestamptz not null
);
comment on table measured_figure is 'Evidence behind a figure, kept under the digest of its content and shared by all standings that saw the same.';

create table standing_override (
  id uuid constraint standing_override_pk primary key,
  task_id uuid not null constraint standing_override_task_fk references task (id),
  standing text not null
    constraint standing_override_standing check (standing in ('met', 'failing', 'notYetDue', 'cannotTell')),
  reason text not null,
  set_by uuid,
  set_by_name text not null,
  set_by_unit text not null,
  set_at timestamptz not null,
  withdrawn_by_name text,
  withdrawn_at timestamptz,
  withdrawn_reason text
);
comment on table standing_override is 'A standing that a person signs for against the computed one; shown beside it, never in its place.';
comment on column standing_override.set_by_unit is 'Short name of the signer''s unit, for public pages.';
create unique index standing_override_one on standing_override (task_id) where withdrawn_at is null;
create index standing_override_task on standing_override (task_id, id desc);

create table standing_change (
  id uuid constraint standing_change_pk primary key,
  task_id uuid not null constraint standing_change_task_fk references task (id),
  subject text not null constraint standing_change_subject check (subject in ('computed', 'override')),
  before text,
  after text,
  causes jsonb not null,
  actor_id uuid,
  actor_name text not null,
  at timestamptz not null,
  constraint standing_change_is_one check (before is distinct from after),
  constraint standing_change_has_cause check (jsonb_array_length(causes) > 0)
);
comment on table standing_change is 'Each change of a task''s computed standing or of its override, with what caused it.';
comment on column standing_change.before is 'Null before the first evaluation, or without an override.';
create index standing_change_task on standing_change (task_id, id desc);
