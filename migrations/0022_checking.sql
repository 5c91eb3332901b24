-- The office's words for the checks, reasons for releasing in spite of a finding, and how often was checked (module checking).

create table check_word (
  id uuid constraint check_word_pk primary key,
  jurisdiction_id uuid not null constraint check_word_jurisdiction_fk references jurisdiction (id),
  unit_id uuid constraint check_word_unit_fk references unit (id),
  kind text not null constraint check_word_kind check (kind in ('wrong', 'protected', 'accepted')),
  phrase text not null constraint check_word_phrase_given check (phrase <> ''),
  replacement text,
  severity text not null constraint check_word_severity check (severity in ('block', 'confirm', 'hint')),
  reason text not null constraint check_word_reason_given check (reason <> ''),
  from_day date not null,
  until_day date,
  supersedes_id uuid
    constraint check_word_supersedes_fk references check_word (id)
    constraint check_word_superseded_once unique,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  ended_by_name text,
  ended_on date,
  end_reason text,
  constraint check_word_period check (from_day < until_day),
  constraint check_word_accepted_ends check (kind <> 'accepted' or until_day is not null),
  constraint check_word_ended check ((ended_on is null) = (end_reason is null))
);
comment on table check_word is 'The office''s own dictionary: wrong words, protected names, accepted phrases. A change is a further row that names the one it replaces.';
comment on column check_word.unit_id is 'The unit whose texts it speaks for; null for the whole county.';
comment on column check_word.until_day is 'First day on which it no longer speaks.';
create index check_word_in_force on check_word (jurisdiction_id, id desc);

create table check_override (
  id uuid constraint check_override_pk primary key,
  jurisdiction_id uuid not null constraint check_override_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint check_override_unit_fk references unit (id),
  code text not null,
  severity text not null constraint check_override_severity check (severity in ('block', 'confirm')),
  span_digest text not null,
  document_name text not null,
  reason text not null constraint check_override_reason_given check (reason <> ''),
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null
);
comment on table check_override is 'A person''s reason for releasing in spite of a finding. Holds a digest of the marked text, never the text: it may be personal data.';
create index check_override_recent on check_override (jurisdiction_id, id desc);
create index check_override_of_unit on check_override (unit_id, created_at);

create table check_run (
  id uuid constraint check_run_pk primary key,
  jurisdiction_id uuid not null constraint check_run_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint check_run_unit_fk references unit (id),
  document_name text not null,
  characters integer not null,
  blocks integer not null,
  confirms integer not null,
  hints integer not null,
  checked_by text not null,
  checked_by_name text not null,
  checked_on date not null,
  checked_at timestamptz not null
);
comment on table check_run is 'That a document was checked and how much was found. Neither the text nor the findings are kept.';
create index check_run_of_unit on check_run (unit_id, checked_on);
create index check_run_recent on check_run (jurisdiction_id, id desc);
