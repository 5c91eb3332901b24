-- Notices (kernel), saved views and drafts of the desk (module system).

create table notice (
  id uuid constraint notice_pk primary key,
  officer_id uuid not null constraint notice_officer_fk references officer (id),
  title text not null,
  detail text,
  address text not null,
  unique_key text constraint notice_unique_key unique,
  created_at timestamptz not null,
  read_at timestamptz
);
comment on table notice is 'Something an officer is told; sent in the transaction that caused it.';
comment on column notice.unique_key is 'Officer and event: the same event is told once.';
create index notice_officer on notice (officer_id, id desc);

create table saved_view (
  id uuid constraint saved_view_pk primary key,
  officer_id uuid not null constraint saved_view_officer_fk references officer (id),
  screen text not null,
  name text not null,
  state text not null,
  created_at timestamptz not null,
  constraint saved_view_name_unique unique (officer_id, screen, name)
);
comment on table saved_view is 'A table of the desk as an officer likes it: filters, sort and columns as a query string.';

create table desk_draft (
  officer_id uuid not null constraint desk_draft_officer_fk references officer (id),
  screen text not null,
  key text not null,
  content jsonb not null,
  saved_at timestamptz not null,
  constraint desk_draft_pk primary key (officer_id, screen, key)
);
comment on table desk_draft is 'A form half filled in, so that nothing typed is lost; swept after 60 days.';
