-- The kernel's own tables: audit, jobs, files, search documents, idempotency and shared counters.

create table audit_entry (
  seq bigint constraint audit_entry_pk primary key,
  at timestamptz not null,
  actor_kind text not null constraint audit_entry_actor_kind check (actor_kind in ('officer', 'visitor', 'system')),
  actor_id text,
  actor_name text not null,
  action text not null,
  object_kind text not null,
  object_id text not null,
  unit_id uuid,
  summary text not null,
  before jsonb,
  after jsonb,
  request_id text,
  affects_portal boolean not null,
  previous_hash text not null,
  hash text not null constraint audit_entry_hash_unique unique
);
comment on table audit_entry is 'Every state change, in the transaction that made it; append-only, hash-chained.';
comment on column audit_entry.seq is 'Without gaps from 1; given under the chain lock at the end of the transaction.';
comment on column audit_entry.affects_portal is 'False for sign-ins and the like: pages cached for the public stay valid.';
comment on column audit_entry.hash is 'SHA-256 over the canonical row and previous_hash.';
create index audit_entry_object on audit_entry (object_kind, object_id, seq desc);
create index audit_entry_actor on audit_entry (actor_id, seq desc);
create index audit_entry_portal on audit_entry (seq desc) where affects_portal;

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit_entry is append-only' using errcode = 'restrict_violation';
end
$$;
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_audit_change();
create trigger audit_entry_no_truncate before truncate on audit_entry
  for each statement execute function refuse_audit_change();

create table job (
  id uuid constraint job_pk primary key,
  kind text not null,
  payload jsonb not null,
  unique_key text,
  run_at timestamptz not null,
  attempts integer not null default 0,
  max_attempts integer not null,
  locked_until timestamptz,
  locked_by text,
  done_at timestamptz,
  failed_at timestamptz,
  last_error text,
  created_at timestamptz not null,
  constraint job_attempts_counted check (attempts >= 0 and max_attempts > 0)
);
comment on table job is 'Work to be done after the commit (outbox) or at a time; survives a killed process.';
comment on column job.unique_key is 'At most one job with this key, done or not: the same tick or event is never done twice.';
comment on column job.locked_until is 'A worker that dies lets go at this time; another node takes the job over.';
comment on column job.failed_at is 'Set when attempts are used up; such a job waits for a person.';
create index job_due on job (run_at, id) where done_at is null and failed_at is null;
create unique index job_unique_key on job (unique_key) where unique_key is not null;

create table recurring_job (
  name text constraint recurring_job_pk primary key,
  done_through timestamptz not null
);
comment on table recurring_job is 'Up to which instant each recurring job is done; whatever fell due since is made up for in one run.';

create table stored_file (
  id uuid constraint stored_file_pk primary key,
  sha256 text not null,
  byte_length bigint not null constraint stored_file_length check (byte_length >= 0),
  media_type text not null,
  file_name text not null,
  created_by text not null,
  created_at timestamptz not null
);
comment on table stored_file is 'A file somebody handed in, by name; the bytes lie once per content in the file store.';
create index stored_file_sha256 on stored_file (sha256);

create table search_document (
  kind text not null,
  object_id text not null,
  title text not null,
  body text not null,
  unit_id uuid,
  unit_name text,
  day date,
  address text not null,
  is_public boolean not null,
  changed_seq bigint not null,
  constraint search_document_pk primary key (kind, object_id)
);
comment on table search_document is 'What search may find, written in the transaction that changes the object.';
comment on column search_document.changed_seq is 'Audit sequence number of the change: an index tails it.';
create index search_document_changed on search_document (changed_seq);

create table idempotency_key (
  actor_key text not null,
  key text not null,
  request_hash text not null,
  status integer,
  response jsonb,
  created_at timestamptz not null,
  constraint idempotency_key_pk primary key (actor_key, key)
);
comment on table idempotency_key is 'Answer of a creating request, so that sending it again creates nothing; kept one day.';
create index idempotency_key_created on idempotency_key (created_at);

create table rate_counter (
  key text not null,
  window_start timestamptz not null,
  hits integer not null,
  constraint rate_counter_pk primary key (key, window_start)
);
comment on table rate_counter is 'Attempts per address or account and window, shared by all nodes.';

create table working_calendar_year (
  year integer constraint working_calendar_year_pk primary key,
  data jsonb not null,
  source text not null,
  imported_by text not null,
  imported_at timestamptz not null
);
comment on table working_calendar_year is 'Holiday notice of a year imported by an administrator; overrides the year shipped with the program.';
