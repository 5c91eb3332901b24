-- A reason given for a finding stands for that place of that document until the text there changes.

alter table check_override add column place_digest text;
comment on column check_override.place_digest is 'Keyed digest of the marked text with some characters around it; null for reasons given before places were kept.';
create index check_override_of_place on check_override (unit_id, place_digest);
