-- Where an officer is reached by mail (module organisation).

create table officer_email (
  officer_id uuid constraint officer_email_pk primary key
    constraint officer_email_officer_fk references officer (id),
  email text not null constraint officer_email_shape check (email like '%_@_%' and email not like '% %'),
  set_at timestamptz not null
);
comment on table officer_email is 'Personal data apart from the register: shown in full to the officer and to who keeps the register, masked to all others.';
