-- Shorter limits a county promises beside the legal ones, and what moved when a calendar year or a limit changed (module periods).

create table period_target (
  id uuid constraint period_target_pk primary key,
  jurisdiction_id uuid not null constraint period_target_jurisdiction_fk references jurisdiction (id),
  rule text not null,
  length integer not null constraint period_target_length check (length > 0),
  basis text not null constraint period_target_basis_given check (basis <> ''),
  from_day date not null,
  until_day date,
  set_by text not null,
  set_by_name text not null,
  set_at timestamptz not null,
  constraint period_target_once unique (jurisdiction_id, rule, from_day),
  constraint period_target_span check (until_day is null or from_day < until_day)
);
comment on table period_target is 'A limit shorter than the legal one. The legal limit alone decides whether something is late.';
comment on column period_target.rule is 'Name of the period: foi-reply.';
comment on column period_target.length is 'In the unit of the period.';
comment on column period_target.basis is 'The document in which the county promised it.';
comment on column period_target.from_day is 'First start event it governs.';
comment on column period_target.until_day is 'First day of start events it no longer governs.';
create unique index period_target_open on period_target (jurisdiction_id, rule) where until_day is null;

create table period_change (
  id uuid constraint period_change_pk primary key,
  kind text not null constraint period_change_kind check (kind in ('calendar', 'target')),
  summary text not null,
  moved integer not null constraint period_change_moved check (moved >= 0),
  made_at timestamptz not null
);
comment on table period_change is 'Something changed that due days are computed with; every open period was computed before and after.';
comment on column period_change.moved is 'Open periods whose last day moved.';

create table period_move (
  change_id uuid not null constraint period_move_change_fk references period_change (id),
  seq integer not null,
  jurisdiction_id uuid not null constraint period_move_jurisdiction_fk references jurisdiction (id),
  title text not null,
  due_before date,
  due_after date,
  address text not null,
  told uuid[] not null,
  constraint period_move_pk primary key (change_id, seq),
  constraint period_move_moved check (due_before is distinct from due_after)
);
comment on table period_move is 'A record of what was told, not a source of due days: those are computed whenever they are asked for.';
comment on column period_move.due_before is 'Last day as computed before the change; null when it could not be computed.';
comment on column period_move.told is 'Officers who were told.';
