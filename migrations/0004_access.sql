-- Accounts of officers, their second factor, sessions and the delay after failed attempts.

create table account (
  id uuid constraint account_pk primary key,
  officer_id uuid not null constraint account_officer_fk references officer (id)
    constraint account_officer_unique unique,
  jurisdiction_id uuid not null constraint account_jurisdiction_fk references jurisdiction (id),
  login_name text not null constraint account_login_name_unique unique,
  password_hash text,
  must_change_password boolean not null,
  initial_password_until timestamptz,
  second_factor_sealed text,
  second_factor_offered text,
  second_factor_step bigint,
  first_administrator boolean not null,
  locked_at timestamptz,
  closed_at timestamptz,
  last_signed_in_at timestamptz,
  created_at timestamptz not null
);
comment on table account is 'How an officer signs in. What the officer may do is kept as roles elsewhere.';
comment on column account.password_hash is 'argon2id; null while no password was issued.';
comment on column account.initial_password_until is 'An issued one-time password lapses then.';
comment on column account.second_factor_sealed is 'Secret of the authenticator, encrypted under the secret of the nodes; null when none is set up.';
comment on column account.second_factor_offered is 'Encrypted secret shown to the officer and not yet confirmed with a code.';
comment on column account.second_factor_step is 'Time step of the last code that was accepted: no code counts twice.';
comment on column account.first_administrator is 'Made at the first start; may do nothing but hand the three roles over.';
create index account_list on account (jurisdiction_id, id);
create unique index account_one_first_administrator on account (first_administrator)
  where first_administrator and closed_at is null;

create table recovery_code (
  account_id uuid not null constraint recovery_code_account_fk references account (id),
  code_hash text not null,
  used_at timestamptz,
  constraint recovery_code_pk primary key (account_id, code_hash)
);
comment on table recovery_code is 'One-time codes for an officer whose authenticator is lost; kept as keyed fingerprints.';

create table session (
  id uuid constraint session_pk primary key,
  token_hash text not null constraint session_token_unique unique,
  account_id uuid not null constraint session_account_fk references account (id),
  means text not null constraint session_means check (means in ('password', 'singleSignOn')),
  second_factor_at timestamptz,
  started_at timestamptz not null,
  last_used_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  address text not null,
  device text not null
);
comment on table session is 'A sign-in of an account on one browser; dropped some weeks after its end.';
comment on column session.token_hash is 'SHA-256 of the random token in the cookie; the token itself is kept nowhere.';
comment on column session.ends_at is 'Absolute end; being left alone ends it earlier.';
comment on column session.device is 'Browser and system in words, not the full identification of the browser.';
create index session_account on session (account_id, started_at desc);

create table sign_in_failure (
  key text constraint sign_in_failure_pk primary key,
  failures integer not null constraint sign_in_failure_counted check (failures > 0),
  last_failed_at timestamptz not null,
  blocked_until timestamptz
);
comment on table sign_in_failure is 'Failed attempts in a row per login name (known or not), shared by all nodes.';
comment on column sign_in_failure.key is 'Keyed fingerprint of what was typed, never the text: people type passwords into the wrong field.';
