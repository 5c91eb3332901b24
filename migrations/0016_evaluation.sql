-- Requests for an evaluation between two nights, and what tells an unchanged standing (module plan).

alter table task_standing add column fingerprint text not null;
comment on column task_standing.fingerprint is 'Digest of the basis without its day: equal means that nothing was found changed.';

alter table plan_evaluation add column requested_at timestamptz;
comment on column plan_evaluation.requested_at is 'Set while an evaluation somebody asked for is waiting or under way.';
alter table plan_evaluation alter column evaluated_at drop not null;

create table evaluation_request (
  task_id uuid constraint evaluation_request_pk primary key
    constraint evaluation_request_task_fk references task (id),
  requested_by uuid,
  requested_by_name text not null,
  requested_at timestamptz not null
);
comment on table evaluation_request is 'Tasks whose rows changed since the last evaluation; emptied by the job that evaluates them.';
