-- What stands behind the work of a unit: who answers, the money, responsibility for sites and accounts, yearly minimums.

create table unit_duty_holder (
  id uuid constraint unit_duty_holder_pk primary key,
  jurisdiction_id uuid not null constraint unit_duty_holder_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint unit_duty_holder_unit_fk references unit (id),
  duty text not null constraint unit_duty_holder_duty check (duty in ('leader', 'office', 'staff')),
  officer_id uuid constraint unit_duty_holder_officer_fk references officer (id),
  name text not null,
  position text not null,
  from_day date not null,
  until_day date,
  created_by_name text not null,
  created_at timestamptz not null,
  constraint unit_duty_holder_period check (from_day <= until_day)
);
comment on table unit_duty_holder is 'Leader in charge (分管领导), office that does the work (工作机构) and staff of a unit, with the days of change.';
comment on column unit_duty_holder.name is 'Name of the person, or of the office; leaders often have no account.';
comment on column unit_duty_holder.until_day is 'First day on which it is no longer so.';
create unique index unit_duty_holder_single on unit_duty_holder (unit_id, duty) where until_day is null and duty <> 'staff';
create index unit_duty_holder_unit on unit_duty_holder (unit_id);

create table budget_note (
  id uuid constraint budget_note_pk primary key,
  jurisdiction_id uuid not null constraint budget_note_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint budget_note_unit_fk references unit (id),
  year integer not null,
  amount_fen bigint not null constraint budget_note_amount check (amount_fen >= 0),
  source text not null,
  note text not null,
  noted_on date not null,
  replaced_on date,
  noted_by_name text not null,
  created_at timestamptz not null
);
comment on table budget_note is 'Money for open-government work in a unit''s budget (经费保障); corrected by a further note.';
comment on column budget_note.amount_fen is 'Hundredths of a yuan.';
comment on column budget_note.replaced_on is 'Day on which a later note took its place.';
create unique index budget_note_in_force on budget_note (unit_id, year) where replaced_on is null;
create index budget_note_year on budget_note (jurisdiction_id, year);

create table online_outlet (
  id uuid constraint online_outlet_pk primary key,
  jurisdiction_id uuid not null constraint online_outlet_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint online_outlet_unit_fk references unit (id),
  kind text not null constraint online_outlet_kind check (kind in ('site', 'wechat', 'weibo', 'video', 'app', 'other')),
  name text not null,
  address text not null,
  registered_on date not null,
  closed_on date,
  close_reason text,
  constraint online_outlet_closed check ((closed_on is null) = (close_reason is null))
);
comment on table online_outlet is 'A site or account in the ledger of online ideological responsibility (网络意识形态责任制).';
create unique index online_outlet_open on online_outlet (jurisdiction_id, kind, name) where closed_on is null;
create index online_outlet_unit on online_outlet (unit_id);

create table responsibility_signing (
  outlet_id uuid not null constraint responsibility_signing_outlet_fk references online_outlet (id),
  seq integer not null,
  officer_id uuid constraint responsibility_signing_officer_fk references officer (id),
  name text not null,
  position text not null,
  signed_on date not null,
  valid_through date,
  by_name text not null,
  at timestamptz not null,
  constraint responsibility_signing_pk primary key (outlet_id, seq),
  constraint responsibility_signing_period check (signed_on <= valid_through)
);
comment on table responsibility_signing is 'Who signed to answer for a site or account; the latest signing stands.';
comment on column responsibility_signing.valid_through is 'Last day on which it is valid, as the paper prints it; null without an end.';

create table yearly_minimum (
  jurisdiction_id uuid not null constraint yearly_minimum_jurisdiction_fk references jurisdiction (id),
  year integer not null,
  subject text not null constraint yearly_minimum_subject check (subject in ('groupMeetings', 'officeTrainings',
    'unitTrainings', 'allStaffTrainings', 'attendedTrainings', 'legalStudies', 'policyTrainings', 'liaisonFiled',
    'budgetNoted', 'responsibility')),
  least integer not null constraint yearly_minimum_least check (least > 0),
  unit_kinds text[] not null,
  basis text not null,
  set_by_name text not null,
  set_at timestamptz not null,
  constraint yearly_minimum_pk primary key (jurisdiction_id, year, subject)
);
comment on table yearly_minimum is 'What the county asks of a year at least, with the sentence of its plan that asks it; none by default.';
comment on column yearly_minimum.unit_kinds is 'Units it is asked of; empty where it is asked of the county as a whole.';
