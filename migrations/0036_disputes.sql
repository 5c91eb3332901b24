-- Administrative reviews and lawsuits over requests, what they order to be mended, quality checks, guidance cases.

create table dispute_serial (
  jurisdiction_id uuid not null constraint dispute_serial_jurisdiction_fk references jurisdiction (id),
  year integer not null,
  last_serial integer not null,
  constraint dispute_serial_pk primary key (jurisdiction_id, year)
);
comment on table dispute_serial is 'Last serial given to a dispute in the year.';

create table dispute (
  id uuid constraint dispute_pk primary key,
  jurisdiction_id uuid not null constraint dispute_jurisdiction_fk references jurisdiction (id),
  number text not null,
  unit_id uuid not null constraint dispute_unit_fk references unit (id),
  handling_unit_id uuid not null constraint dispute_handling_unit_fk references unit (id),
  request_id uuid constraint dispute_request_fk references request (id),
  older_case text not null,
  review_id uuid constraint dispute_review_fk references dispute (id),
  way text not null constraint dispute_way check (way in ('review', 'directLawsuit', 'lawsuitAfterReview')),
  capacity text not null constraint dispute_capacity check (capacity in ('originalActor', 'reviewOrgan')),
  subject text not null constraint dispute_subject_given check (subject <> ''),
  ground text,
  authority text not null constraint dispute_authority_given check (authority <> ''),
  act_known_on date,
  review_received_on date,
  opened_on date not null,
  status text not null constraint dispute_status
    check (status in ('opened', 'notified', 'replied', 'suspended', 'ruled', 'appealed', 'closed')),
  outcome text constraint dispute_outcome check (outcome in ('upheld', 'corrected', 'other')),
  closed_on date,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint dispute_number_once unique (jurisdiction_id, number),
  constraint dispute_over_something check (request_id is not null or older_case <> ''),
  constraint dispute_ended check ((closed_on is null) = (outcome is null)),
  constraint dispute_review_before_lawsuit check (review_id is null or way = 'lawsuitAfterReview')
);
comment on table dispute is 'An administrative review or a lawsuit over a request (行政复议、行政诉讼). Status, outcome and closing are an index of dispute_event, rewritten by the service.';
comment on column dispute.unit_id is 'The unit of ours that is respondent or defendant.';
comment on column dispute.handling_unit_id is 'The unit that handled the case and answers: what rates call the team.';
comment on column dispute.older_case is 'The case in words where it is older than this platform; else empty.';
comment on column dispute.review_id is 'The review the lawsuit came after.';
comment on column dispute.capacity is 'reviewOrgan: sued along as co-defendant, never counted in the report (国办公开办函〔2016〕201号).';
comment on column dispute.ground is 'Leaf of the disposition tree the disputed reply rests on; null where there was no reply.';
comment on column dispute.authority is 'The review body or court.';
create index dispute_recent on dispute (jurisdiction_id, opened_on desc, id desc);
create index dispute_of_unit on dispute (unit_id, opened_on);
create index dispute_of_request on dispute (request_id) where request_id is not null;
create index dispute_open on dispute (jurisdiction_id, opened_on) where closed_on is null;

create table dispute_party (
  dispute_id uuid not null constraint dispute_party_dispute_fk references dispute (id),
  position integer not null,
  role text not null constraint dispute_party_role
    check (role in ('applicant', 'thirdParty', 'representative', 'coDefendant')),
  masked_name text not null,
  sealed text not null,
  constraint dispute_party_pk primary key (dispute_id, position)
);
comment on table dispute_party is 'Who stands on the other side or beside us: masked for screens, sealed; opening it is logged with the reason.';

create table dispute_event (
  dispute_id uuid not null constraint dispute_event_dispute_fk references dispute (id),
  number integer not null,
  kind text not null,
  on_day date not null,
  content jsonb not null,
  file_id uuid constraint dispute_event_file_fk references stored_file (id),
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  constraint dispute_event_pk primary key (dispute_id, number),
  constraint dispute_event_same_kind check (content ->> 'kind' = kind)
);
comment on table dispute_event is 'What happened in a dispute, with its day and its paper. Append-only; a mistake is annulled by a further event.';
comment on column dispute_event.number is 'Order in which the events were written, from 0.';

create table rectification (
  id uuid constraint rectification_pk primary key,
  jurisdiction_id uuid not null constraint rectification_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint rectification_unit_fk references unit (id),
  dispute_id uuid constraint rectification_dispute_fk references dispute (id),
  source text not null constraint rectification_source check (source in
    ('reviewDecision', 'reviewOpinion', 'reviewProposal', 'judgment', 'judicialAdvice', 'qualityCheck')),
  title text not null constraint rectification_title_given check (title <> ''),
  demands text not null constraint rectification_demands_given check (demands <> ''),
  document_number text not null,
  received_on date not null,
  due_on date not null,
  status text not null constraint rectification_status
    check (status in ('open', 'submitted', 'returned', 'accepted', 'dropped')),
  submitted_on date,
  closed_on date,
  in_time boolean,
  created_by_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint rectification_ended check ((closed_on is null) = (status not in ('accepted', 'dropped')))
);
comment on table rectification is 'What a decision, opinion, proposal or judgment asks a unit to mend. Status and days are an index of rectification_event; being overdue is computed.';
create index rectification_recent on rectification (jurisdiction_id, due_on desc, id desc);
create index rectification_open on rectification (unit_id, due_on) where closed_on is null;
create index rectification_of_dispute on rectification (dispute_id) where dispute_id is not null;

create table rectification_event (
  rectification_id uuid not null constraint rectification_event_item_fk references rectification (id),
  number integer not null,
  kind text not null,
  on_day date not null,
  content jsonb not null,
  file_id uuid constraint rectification_event_file_fk references stored_file (id),
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  constraint rectification_event_pk primary key (rectification_id, number),
  constraint rectification_event_same_kind check (content ->> 'kind' = kind)
);
comment on table rectification_event is 'How a rectification went: opened, handed in with its proof, sent back, postponed, accepted. Append-only.';

create table rectification_reminder (
  rectification_id uuid not null constraint rectification_reminder_item_fk references rectification (id),
  due_on date not null,
  step integer not null,
  officer_ids uuid[] not null,
  sent_at timestamptz not null,
  constraint rectification_reminder_once primary key (rectification_id, due_on, step)
);
comment on table rectification_reminder is 'Reminders of a rectification: one row for each step of each due day, sent once.';
comment on column rectification_reminder.step is 'Days from the due day: -7 before, 0 on it, 5 after.';

create table quality_check (
  id uuid constraint quality_check_pk primary key,
  jurisdiction_id uuid not null constraint quality_check_jurisdiction_fk references jurisdiction (id),
  title text not null constraint quality_check_title_given check (title <> ''),
  from_day date not null,
  until_day date not null,
  unit_ids uuid[] not null,
  seed text not null constraint quality_check_seed_given check (seed <> ''),
  size integer not null constraint quality_check_size check (size > 0),
  population integer not null,
  population_digest text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  constraint quality_check_period check (from_day < until_day)
);
comment on table quality_check is 'A random check of handled requests: the same cases and the same seed draw the same sample again.';
comment on column quality_check.until_day is 'First day that no longer counts.';
comment on column quality_check.unit_ids is 'Units whose cases were drawn from; empty for all.';
comment on column quality_check.population_digest is 'SHA-256 of the identifiers drawn from, in order: shows whether the cases are still the same.';
create index quality_check_recent on quality_check (jurisdiction_id, created_at desc, id desc);

create table quality_check_case (
  check_id uuid not null constraint quality_check_case_check_fk references quality_check (id),
  position integer not null,
  request_id uuid not null constraint quality_check_case_request_fk references request (id),
  unit_id uuid not null constraint quality_check_case_unit_fk references unit (id),
  scores jsonb,
  total integer,
  remarks text not null,
  scored_by_name text,
  scored_at timestamptz,
  constraint quality_check_case_pk primary key (check_id, position),
  constraint quality_check_case_once unique (check_id, request_id),
  constraint quality_check_case_scored check ((scores is null) = (total is null) and (scores is null) = (scored_at is null))
);
comment on table quality_check_case is 'A case drawn, in the order drawn, with its scoring sheet.';

create table guidance_case (
  id uuid constraint guidance_case_pk primary key,
  jurisdiction_id uuid not null constraint guidance_case_jurisdiction_fk references jurisdiction (id),
  dispute_id uuid constraint guidance_case_dispute_fk references dispute (id),
  title text not null constraint guidance_case_title_given check (title <> ''),
  ground text,
  outcome text constraint guidance_case_outcome check (outcome in ('upheld', 'corrected', 'other')),
  facts text not null,
  point text not null constraint guidance_case_point_given check (point <> ''),
  lesson text not null,
  status text not null constraint guidance_case_status check (status in ('draft', 'published', 'withdrawn')),
  published_on date,
  created_by_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
comment on table guidance_case is 'A case of the library, rewritten without anything personal; published ones are read by every officer.';
comment on column guidance_case.point is 'The point of law it teaches (裁判要旨).';
create index guidance_case_recent on guidance_case (jurisdiction_id, created_at desc, id desc);

create function refuse_change_of_dispute_event() returns trigger language plpgsql as $$
begin
  raise exception 'events of a dispute or rectification never change';
end
$$;
create trigger dispute_event_immutable before update or delete on dispute_event
  for each row execute function refuse_change_of_dispute_event();
create trigger rectification_event_immutable before update or delete on rectification_event
  for each row execute function refuse_change_of_dispute_event();
