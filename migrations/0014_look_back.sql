-- Look-back (回头看): a past plan struck off task by task with proof; what is unfinished leads to a rectification order.

create table look_back (
  id uuid constraint look_back_pk primary key,
  jurisdiction_id uuid not null constraint look_back_jurisdiction_fk references jurisdiction (id),
  plan_id uuid not null constraint look_back_plan_fk references plan (id)
    constraint look_back_plan_unique unique,
  due_on date not null,
  opened_by text not null,
  opened_by_name text not null,
  opened_at timestamptz not null,
  closed_by_name text,
  closed_at timestamptz,
  conclusion text,
  constraint look_back_closed check ((closed_at is null) = (conclusion is null))
);
comment on table look_back is 'The look-back on one plan. Once for each plan; reopening a decided task needs an open look-back.';
comment on column look_back.due_on is 'Day by which every task is to be judged.';
create index look_back_recent on look_back (jurisdiction_id, id desc);

create table look_back_verdict (
  id uuid constraint look_back_verdict_pk primary key,
  look_back_id uuid not null constraint look_back_verdict_look_back_fk references look_back (id),
  task_id uuid not null constraint look_back_verdict_task_fk references task (id),
  supersedes_id uuid
    constraint look_back_verdict_supersedes_fk references look_back_verdict (id)
    constraint look_back_verdict_superseded_once unique,
  verdict text not null constraint look_back_verdict_kind
    check (verdict in ('struckOff', 'unfinished', 'noLongerDemanded')),
  ground text not null constraint look_back_verdict_ground_given check (ground <> ''),
  proof jsonb not null,
  standing text not null,
  standing_reason text not null,
  issue_id uuid constraint look_back_verdict_issue_fk references supervision_issue (id),
  judged_by text not null,
  judged_by_name text not null,
  judged_at timestamptz not null
);
comment on table look_back_verdict is 'What was found on a task (核查核销). Added to, never changed: a later verdict names the one it replaces.';
comment on column look_back_verdict.proof is 'List of {title, address}: ledger entries, evidence rows, links.';
comment on column look_back_verdict.standing is 'The computed standing at that moment, kept beside what the person found.';
comment on column look_back_verdict.issue_id is 'The rectification order (整改督办) that follows from an unfinished task.';
create unique index look_back_verdict_first on look_back_verdict (look_back_id, task_id) where supersedes_id is null;
create index look_back_verdict_of_task on look_back_verdict (task_id, id desc);
