-- Statutory contents a unit says it has none of, with the reason (module publishing).

create table statutory_absence (
  unit_id uuid not null constraint statutory_absence_unit_fk references unit (id),
  duty text not null,
  reason text not null constraint statutory_absence_reason_given check (reason <> ''),
  declared_by text not null,
  declared_by_name text not null,
  declared_on date not null,
  constraint statutory_absence_pk primary key (unit_id, duty)
);
comment on table statutory_absence is 'Contents of article 20 of the Regulation that a unit has nothing of; without a row an empty entry is a gap.';
