-- Liaison officers as appointments with filing and handover; the flag on the officer becomes the first of them.

create table liaison_appointment (
  id uuid constraint liaison_appointment_pk primary key,
  jurisdiction_id uuid not null constraint liaison_appointment_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint liaison_appointment_unit_fk references unit (id),
  officer_id uuid not null constraint liaison_appointment_officer_fk references officer (id),
  substitute_id uuid constraint liaison_appointment_substitute_fk references officer (id),
  former_id uuid constraint liaison_appointment_former_fk references liaison_appointment (id),
  from_day date not null,
  until_day date,
  filing_days integer not null constraint liaison_appointment_filing_days check (filing_days > 0),
  filing_due date,
  created_by_name text not null,
  created_at timestamptz not null,
  constraint liaison_appointment_period check (from_day <= until_day),
  constraint liaison_appointment_two_people check (officer_id <> substitute_id)
);
comment on table liaison_appointment is 'Who is a unit''s 政务公开联络员 from when to when; the only place that says so.';
comment on column liaison_appointment.former_id is 'The appointment before it in the unit; null for the first one, after which nothing is handed over.';
comment on column liaison_appointment.until_day is 'First day on which the officer is no longer the liaison.';
comment on column liaison_appointment.filing_days is 'Working days for handover and filing in force when it was made: a figure of the county, no law.';
comment on column liaison_appointment.filing_due is 'Last day for handover and filing, computed from filing_days when it was made; null where the calendar had no data.';
create unique index liaison_appointment_in_office on liaison_appointment (unit_id) where until_day is null;
create index liaison_appointment_officer on liaison_appointment (officer_id) where until_day is null;
create index liaison_appointment_unit on liaison_appointment (unit_id, from_day);
create index liaison_appointment_jurisdiction on liaison_appointment (jurisdiction_id);

create table liaison_filing_event (
  appointment_id uuid not null constraint liaison_filing_event_appointment_fk references liaison_appointment (id),
  position integer not null,
  kind text not null constraint liaison_filing_event_kind check (kind in ('filed', 'accepted', 'returned')),
  day date not null,
  text text not null,
  by_name text not null,
  at timestamptz not null,
  constraint liaison_filing_event_pk primary key (appointment_id, position)
);
comment on table liaison_filing_event is 'Filing (备案) with the government office, and what became of it; the state is folded from the events.';

create table liaison_figure (
  jurisdiction_id uuid constraint liaison_figure_pk primary key
    constraint liaison_figure_jurisdiction_fk references jurisdiction (id),
  filing_days integer not null constraint liaison_figure_filing_days check (filing_days > 0),
  basis text not null,
  set_by_name text not null,
  set_at timestamptz not null
);
comment on table liaison_figure is 'Working days a county gives for handing over and filing; binds changes made from then on.';

create table handover (
  id uuid constraint handover_pk primary key,
  jurisdiction_id uuid not null constraint handover_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint handover_unit_fk references unit (id),
  appointment_id uuid not null constraint handover_appointment_fk references liaison_appointment (id),
  giver_id uuid not null constraint handover_giver_fk references officer (id),
  receiver_id uuid not null constraint handover_receiver_fk references officer (id),
  witness_id uuid not null constraint handover_witness_fk references officer (id),
  reason text not null,
  started_on date not null,
  due_on date,
  giver_absent_reason text,
  completed_on date,
  cancelled_on date,
  cancel_reason text,
  created_by_name text not null,
  created_at timestamptz not null,
  constraint handover_three_people check (giver_id <> receiver_id and witness_id not in (giver_id, receiver_id)),
  constraint handover_cancelled check ((cancelled_on is null) = (cancel_reason is null))
);
comment on table handover is 'Item-by-item handover (逐项交接) from the former liaison to the new one, watched by a third person.';
comment on column handover.giver_absent_reason is 'Why the giver cannot act; the witness then ticks and signs in the giver''s place.';
create unique index handover_of_appointment on handover (appointment_id) where cancelled_on is null;
create index handover_unit on handover (unit_id);
create index handover_giver on handover (giver_id) where completed_on is null and cancelled_on is null;
create index handover_receiver on handover (receiver_id) where completed_on is null and cancelled_on is null;
create index handover_witness on handover (witness_id) where completed_on is null and cancelled_on is null;

create table handover_item (
  id uuid constraint handover_item_pk primary key,
  handover_id uuid not null constraint handover_item_handover_fk references handover (id),
  position integer not null,
  category text not null constraint handover_item_category check (category in ('task', 'matter', 'draft', 'column',
    'account', 'seal', 'document', 'other')),
  title text not null,
  detail text not null,
  address text,
  source_key text,
  given_on date,
  given_by_name text,
  taken_on date,
  taken_by_name text,
  constraint handover_item_position_unique unique (handover_id, position),
  constraint handover_item_order check (taken_on is null or given_on is not null)
);
comment on table handover_item is 'One thing that changes hands, ticked by the giver and then by the receiver.';
comment on column handover_item.source_key is 'Key of the offer it was made from; null for one written by hand.';

create table handover_signature (
  handover_id uuid not null constraint handover_signature_handover_fk references handover (id),
  party text not null constraint handover_signature_party check (party in ('giver', 'receiver', 'witness')),
  officer_id uuid not null constraint handover_signature_officer_fk references officer (id),
  by_name text not null,
  signed_on date not null,
  signed_at timestamptz not null,
  constraint handover_signature_pk primary key (handover_id, party)
);
comment on table handover_signature is 'Who signed for which side; the witness signs for an absent giver, and it shows by the officer.';

-- The flag said "filed by the unit": it becomes an appointment from the day of entry, filed and accepted that day.
insert into liaison_appointment (id, jurisdiction_id, unit_id, officer_id, from_day, filing_days, created_by_name, created_at)
select distinct on (unit_id) gen_random_uuid(), jurisdiction_id, unit_id, id,
  (created_at at time zone 'Asia/Shanghai')::date, 5, '原有登记转入', created_at
from officer
where liaison and active_until is null
order by unit_id, id;

insert into liaison_filing_event (appointment_id, position, kind, day, text, by_name, at)
select appointment.id, filing.position, filing.kind, appointment.from_day, '原有登记转入', '原有登记转入', appointment.created_at
from liaison_appointment appointment
cross join (values (0, 'filed'), (1, 'accepted')) as filing (position, kind);

alter table officer drop column liaison;
