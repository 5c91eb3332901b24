-- Information requests: cases, their events, the applicants apart from them (module requests).

create table request_serial (
  unit_id uuid not null constraint request_serial_unit_fk references unit (id),
  year integer not null,
  last_serial integer not null,
  constraint request_serial_pk primary key (unit_id, year)
);
comment on table request_serial is 'Last serial a unit gave to a request in the year.';

create table request (
  id uuid constraint request_pk primary key,
  jurisdiction_id uuid not null constraint request_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint request_unit_fk references unit (id),
  number text not null,
  way text not null constraint request_way
    check (way in ('counter', 'oral', 'registeredMail', 'ordinaryMail', 'online', 'email', 'fax')),
  applicant_kind text not null constraint request_applicant_kind check (applicant_kind in
    ('naturalPerson', 'enterprise', 'research', 'publicInterest', 'legalService', 'otherOrganisation')),
  subject text not null constraint request_subject_given check (subject <> ''),
  description text not null,
  wanted_medium text not null constraint request_wanted_medium
    check (wanted_medium in ('paper', 'electronic', 'copy', 'reading')),
  wanted_channel text not null constraint request_wanted_channel
    check (wanted_channel in ('pickUp', 'mail', 'email', 'online', 'fax', 'onSite')),
  content_digest text not null,
  arrived_on date not null,
  handling_unit_id uuid constraint request_handling_unit_fk references unit (id),
  officer_ids uuid[] not null,
  internal_due date,
  stage text not null constraint request_stage check (stage in
    ('registered', 'handling', 'awaitingCorrection', 'awaitingPayment', 'replied', 'closed', 'archived')),
  ending text constraint request_ending
    check (ending in ('delivered', 'abandoned', 'withdrawn', 'merged', 'split')),
  received_on date,
  leaf text,
  replied_on date,
  closed_on date,
  archived_on date,
  is_touched boolean not null,
  next_on date,
  next_what text,
  merged_into_id uuid constraint request_merged_into_fk references request (id),
  split_from_id uuid constraint request_split_from_fk references request (id),
  conversion_item_id uuid,
  filing_key text constraint request_filing_key_once unique,
  version integer not null,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint request_number_once unique (unit_id, number),
  constraint request_ended check ((closed_on is null) = (ending is null)),
  constraint request_next_named check ((next_on is null) = (next_what is null))
);
comment on table request is 'A request for information (政府信息公开申请). Stage, officers and days are an index of request_event, rewritten by the service.';
comment on column request.unit_id is 'The organ that owes the answer.';
comment on column request.officer_ids is 'Officers the case is assigned to: beside the FOI office of the jurisdiction nobody else reaches it.';
comment on column request.internal_due is 'The office''s own day for the handling unit, never the limit of the law.';
comment on column request.content_digest is 'Keyed digest of what is asked for, to find the same request again.';
comment on column request.next_on is 'Index for the queue: the next day of the law as computed at the last change; the limits themselves are computed from the events.';
comment on column request.filing_key is 'Sent by the form: the same filing makes one case however often it is sent.';
create index request_recent on request (jurisdiction_id, created_at desc, id desc);
create index request_queue on request (jurisdiction_id, next_on, id) where closed_on is null;
create index request_of_unit on request (unit_id, created_at desc, id desc);
create index request_of_officers on request using gin (officer_ids);
create index request_untouched on request (jurisdiction_id, arrived_on, id) where not is_touched and closed_on is null;
create index request_same_content on request (jurisdiction_id, content_digest);
create index request_closed on request (unit_id, closed_on) where closed_on is not null;

create table request_applicant (
  request_id uuid constraint request_applicant_pk primary key
    constraint request_applicant_request_fk references request (id),
  masked_name text not null,
  masked_contact text not null,
  sealed text,
  person_digest text not null,
  query_digest text not null constraint request_applicant_query_once unique,
  contact_digest text not null,
  erased_on date,
  constraint request_applicant_erased check ((sealed is null) = (erased_on is not null))
);
comment on table request_applicant is 'Who asks, apart from the case: masked for screens, sealed for the letters; opening it is logged with the reason.';
comment on column request_applicant.person_digest is 'Keyed digest of the identity document or register number: the same applicant is found without being read.';
comment on column request_applicant.query_digest is 'Keyed digest of the query code on the receipt.';
comment on column request_applicant.contact_digest is 'Keyed digest of the last digits of the contact number, asked for beside the query code.';
create index request_applicant_person on request_applicant (person_digest);

create table request_event (
  request_id uuid not null constraint request_event_request_fk references request (id),
  number integer not null,
  kind text not null,
  on_day date not null,
  content jsonb not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  constraint request_event_pk primary key (request_id, number),
  constraint request_event_same_kind check (content ->> 'kind' = kind)
);
comment on table request_event is 'What happened to a request, with the lawful day of each event. Append-only; its fold is the state and the clocks.';
create index request_event_by_kind on request_event (kind, on_day);

create function refuse_change_of_request_event() returns trigger language plpgsql as $$
begin
  raise exception 'events of a request never change';
end
$$;
create trigger request_event_immutable before update or delete on request_event
  for each row execute function refuse_change_of_request_event();
