-- Annual reports while they are being made: figures entered by form, the text, and the editions that were signed (module reporting).

create table report_entry (
  unit_id uuid not null constraint report_entry_unit_fk references unit (id),
  year integer not null,
  jurisdiction_id uuid not null constraint report_entry_jurisdiction_fk references jurisdiction (id),
  cells jsonb not null,
  note text not null,
  entered_by_name text not null,
  entered_at timestamptz not null,
  constraint report_entry_pk primary key (unit_id, year)
);
comment on table report_entry is 'Cells of a unit''s tables entered by form, where the registers of this platform do not hold them. Former states are in the audit.';
comment on column report_entry.cells is 'Whole numbers by cell (requests.received.naturalPerson); amounts in fen.';
comment on column report_entry.note is 'Where the figures come from, and why they differ from a register.';
create index report_entry_of_year on report_entry (jurisdiction_id, year);

create table report_text (
  scope_id uuid not null,
  year integer not null,
  section integer not null constraint report_text_section check (section in (1, 2, 3, 4, 5, 6)),
  jurisdiction_id uuid not null constraint report_text_jurisdiction_fk references jurisdiction (id),
  text text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  constraint report_text_pk primary key (scope_id, year, section)
);
comment on table report_text is 'Text of a section of a report as somebody edited it; without a row the text is drafted from the figures.';
comment on column report_text.scope_id is 'The unit that reports, or the jurisdiction for the report of the whole county.';

create table report_edition (
  id uuid constraint report_edition_pk primary key,
  jurisdiction_id uuid not null constraint report_edition_jurisdiction_fk references jurisdiction (id),
  scope_id uuid not null,
  year integer not null,
  number integer not null,
  source text not null constraint report_edition_source check (source in ('platform', 'imported')),
  title text not null,
  issuer text not null,
  inputs text not null,
  inputs_sha256 text not null,
  explanation text not null,
  status text not null constraint report_edition_status check (status in ('signed', 'published', 'withdrawn')),
  signed_by text not null,
  signed_by_name text not null,
  signed_on date not null,
  signed_at timestamptz not null,
  published_on date,
  published_at text not null,
  withdrawn_on date,
  withdraw_reason text not null,
  constraint report_edition_number_once unique (scope_id, year, number),
  constraint report_edition_withdrawn check ((withdrawn_on is null) = (status <> 'withdrawn'))
);
comment on table report_edition is 'A report that was signed, or a published one of an earlier year read from its file. Its inputs never change: every file of it is written from them again, byte for byte.';
comment on column report_edition.inputs is 'Figures and text as canonical JSON; text and not jsonb, so that the bytes stay.';
comment on column report_edition.explanation is 'Why a finding stands, for what the form allows to be explained (I4).';
comment on column report_edition.published_at is 'Where it is published: an address of the site; empty before.';
create index report_edition_of_year on report_edition (jurisdiction_id, year, scope_id);

create function refuse_change_of_report_inputs() returns trigger language plpgsql as $$
begin
  if new.inputs <> old.inputs or new.inputs_sha256 <> old.inputs_sha256 or new.year <> old.year
    or new.scope_id <> old.scope_id or new.number <> old.number then
    raise exception 'what a report was signed with never changes';
  end if;
  return new;
end
$$;
create trigger report_edition_frozen before update on report_edition
  for each row execute function refuse_change_of_report_inputs();
