-- Plans of the units under a parent plan: what is asked of them, what they filed, what became of it (module plan).

create table unit_plan_demand (
  plan_id uuid constraint unit_plan_demand_pk primary key constraint unit_plan_demand_plan_fk references plan (id),
  days integer not null constraint unit_plan_demand_days check (days >= 1 and days <= 365),
  day_unit text not null constraint unit_plan_demand_day_unit check (day_unit in ('calendar', 'working')),
  from_day date not null,
  basis text,
  exempt_unit_ids uuid[] not null,
  set_by_name text not null,
  set_at timestamptz not null
);
comment on table unit_plan_demand is 'By when each unit of a plan files its own yearly plan (年度任务清单、实施方案): so many days after a day.';
comment on column unit_plan_demand.from_day is 'The day the period runs from, which is not counted itself: usually the issue of the plan.';
comment on column unit_plan_demand.basis is 'The words of the plan that demand it.';
comment on column unit_plan_demand.exempt_unit_ids is 'Units with tasks that need not file: the office itself, a leading group.';

create table unit_plan (
  id uuid constraint unit_plan_pk primary key,
  plan_id uuid not null constraint unit_plan_plan_fk references plan (id),
  unit_id uuid not null constraint unit_plan_unit_fk references unit (id),
  number integer not null constraint unit_plan_number check (number >= 1),
  note text,
  file_id uuid constraint unit_plan_file_fk references stored_file (id),
  filed_by text not null,
  filed_by_name text not null,
  filed_on date not null,
  filed_at timestamptz not null,
  decision text constraint unit_plan_decision check (decision in ('accepted', 'returned')),
  decided_by_name text,
  decided_on date,
  decided_at timestamptz,
  reason text,
  constraint unit_plan_number_unique unique (plan_id, unit_id, number),
  constraint unit_plan_decision_complete check ((decision is null) = (decided_at is null)
    and (decision is null) = (decided_by_name is null) and (decision is null) = (decided_on is null)),
  constraint unit_plan_returned_for_a_reason check (decision is distinct from 'returned' or reason is not null)
);
comment on table unit_plan is 'Each filing of a unit under a plan; filing again keeps the former ones.';
comment on column unit_plan.number is 'Filings of a unit counted from 1; the highest is the one in force.';

create table unit_plan_line (
  unit_plan_id uuid not null constraint unit_plan_line_plan_fk references unit_plan (id),
  position integer not null,
  body text not null constraint unit_plan_line_given check (body <> ''),
  owner text not null,
  due_on date,
  task_id uuid constraint unit_plan_line_task_fk references task (id),
  constraint unit_plan_line_pk primary key (unit_plan_id, position)
);
comment on table unit_plan_line is 'The unit''s own tasks: what, who, by when, and which task of the parent plan it carries out.';
comment on column unit_plan_line.owner is 'Name of the person or office in charge, as the unit writes it.';
create index unit_plan_line_task on unit_plan_line (task_id) where task_id is not null;
