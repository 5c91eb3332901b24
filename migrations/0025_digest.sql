-- How often an officer wants the mail digest (module system).

create table digest_setting (
  officer_id uuid constraint digest_setting_pk primary key
    constraint digest_setting_officer_fk references officer (id),
  rhythm text not null constraint digest_setting_rhythm check (rhythm in ('daily', 'weekly', 'off')),
  set_at timestamptz not null
);
comment on table digest_setting is 'Only what an officer chose; everybody with an address gets it daily otherwise.';
