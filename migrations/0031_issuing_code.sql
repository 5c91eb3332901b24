-- The codes units put before the year of their document numbers.

create table issuing_code (
  id uuid constraint issuing_code_pk primary key,
  jurisdiction_id uuid not null constraint issuing_code_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint issuing_code_unit_fk references unit (id),
  code text not null constraint issuing_code_length check (char_length(code) >= 2 and char_length(code) <= 12),
  valid_from date,
  valid_until date,
  created_at timestamptz not null,
  constraint issuing_code_period check (valid_from < valid_until)
);
comment on table issuing_code is 'An issuing code (发文机关代字) of a unit: 望政办发. Never deleted: older documents bear it.';
comment on column issuing_code.valid_from is 'First day on which the code is used; null where nobody noted it.';
comment on column issuing_code.valid_until is 'First day on which the code is no longer used; null while it is.';
create unique index issuing_code_in_use on issuing_code (jurisdiction_id, code) where valid_until is null;
create index issuing_code_by_unit on issuing_code (unit_id);
