-- Index numbers count by unit and year: items of earlier years come in after those of later ones (module publishing).

create table catalogue_serial (
  unit_id uuid not null constraint catalogue_serial_unit_fk references catalogue_code (unit_id),
  year integer not null,
  last_serial integer not null,
  constraint catalogue_serial_pk primary key (unit_id, year)
);
comment on table catalogue_serial is 'The last serial a unit gave in its index numbers (索引号) of a year.';
insert into catalogue_serial (unit_id, year, last_serial) select unit_id, year, last_serial from catalogue_code;
alter table catalogue_code drop column year, drop column last_serial;
comment on table catalogue_code is 'Organ code of a unit in index numbers (索引号).';
