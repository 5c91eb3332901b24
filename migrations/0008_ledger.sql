-- The ledger of tasks: what units report, what proves it, what of it the public may see (module plan).

create table ledger_entry (
  id uuid constraint ledger_entry_pk primary key,
  root_id uuid not null constraint ledger_entry_root_fk references ledger_entry (id),
  supersedes_id uuid
    constraint ledger_entry_supersedes_fk references ledger_entry (id)
    constraint ledger_entry_superseded_once unique,
  kind text not null constraint ledger_entry_kind check (kind in ('progress', 'correction', 'withdrawal')),
  plan_id uuid not null constraint ledger_entry_plan_fk references plan (id),
  task_id uuid not null constraint ledger_entry_task_fk references task (id),
  unit_id uuid not null constraint ledger_entry_unit_fk references unit (id),
  body text not null,
  figures jsonb not null,
  reason text,
  proposes_public boolean not null,
  written_by text not null,
  written_by_name text not null,
  written_on date not null,
  written_at timestamptz not null,
  constraint ledger_entry_first_of_its_chain check ((kind = 'progress') = (supersedes_id is null)),
  constraint ledger_entry_root_is_first check ((kind = 'progress') = (root_id = id)),
  constraint ledger_entry_says_something check (kind = 'withdrawal' or body <> ''),
  constraint ledger_entry_gives_reason check ((kind = 'progress') = (reason is null))
);
comment on table ledger_entry is 'What a unit reports on a task (工作台账). Append-only: a correction or withdrawal is a further entry.';
comment on column ledger_entry.root_id is 'The first entry of the chain of corrections; its own id for a first entry.';
comment on column ledger_entry.supersedes_id is 'The entry that is corrected or withdrawn by this one. Once only: the newest of a chain is corrected.';
comment on column ledger_entry.plan_id is 'Plan of the task, so that a whole plan is read by one index.';
comment on column ledger_entry.figures is 'List of {label, amount, unit}; amounts are decimal text.';
comment on column ledger_entry.proposes_public is 'The author thinks the public may see it; whoever answers for the unit decides (ledger_release).';
create index ledger_entry_task on ledger_entry (task_id, unit_id, id desc);
create index ledger_entry_of_task on ledger_entry (task_id, id desc) where kind = 'progress';
create index ledger_entry_chain on ledger_entry (root_id, id);
create index ledger_entry_plan on ledger_entry (plan_id, id desc) where kind = 'progress';
create index ledger_entry_plan_month on ledger_entry (plan_id, unit_id, written_on) where kind = 'progress';
create index ledger_entry_unit on ledger_entry (unit_id, id desc) where kind = 'progress';

create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
  raise exception 'ledger_entry is append-only' using errcode = 'restrict_violation';
end
$$;
create trigger ledger_entry_append_only before update or delete on ledger_entry
  for each row execute function refuse_ledger_change();

create table ledger_file (
  entry_id uuid not null constraint ledger_file_entry_fk references ledger_entry (id),
  file_id uuid not null constraint ledger_file_file_fk references stored_file (id),
  position integer not null,
  constraint ledger_file_pk primary key (entry_id, file_id)
);
comment on table ledger_file is 'Files that prove an entry, in the order they were attached.';

create table ledger_link (
  entry_id uuid not null constraint ledger_link_entry_fk references ledger_entry (id),
  position integer not null,
  url text not null constraint ledger_link_is_web check (url ~ '^https?://'),
  title text,
  constraint ledger_link_pk primary key (entry_id, position)
);
comment on table ledger_link is 'Pages that prove an entry.';
create index ledger_link_url on ledger_link (url);

create table ledger_release (
  id uuid constraint ledger_release_pk primary key,
  entry_id uuid not null constraint ledger_release_entry_fk references ledger_entry (id),
  decision text not null constraint ledger_release_decision check (decision in ('released', 'declined')),
  decided_by text not null,
  decided_by_name text not null,
  decided_at timestamptz not null,
  ended_by_name text,
  ended_at timestamptz,
  end_reason text,
  constraint ledger_release_end_complete
    check ((ended_at is null) = (ended_by_name is null) and (ended_at is null) = (end_reason is null)),
  constraint ledger_release_declined_is_over check (decision = 'released' or ended_at is not null)
);
comment on table ledger_release is 'Decisions whether the public may see an entry (政府信息公开条例第十七条): spans in which it may, or a no with its reason.';
comment on column ledger_release.ended_at is 'Null while the public may see the entry; a declined proposal is over at once.';
create index ledger_release_entry on ledger_release (entry_id);
create unique index ledger_release_open on ledger_release (entry_id) where ended_at is null;

create table ledger_last (
  task_id uuid not null constraint ledger_last_task_fk references task (id),
  unit_id uuid not null constraint ledger_last_unit_fk references unit (id),
  last_entry_on date,
  entries integer not null,
  constraint ledger_last_pk primary key (task_id, unit_id)
);
comment on table ledger_last is 'Per task and unit the day of the last entry that stands and how many stand: an index over ledger_entry, rewritten by its commands.';
