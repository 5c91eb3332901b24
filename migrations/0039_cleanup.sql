-- Rounds of clean-up of the policy library (清理): scope, a verdict for each document, review (module policies).

create table cleanup_round (
  id uuid constraint cleanup_round_pk primary key,
  jurisdiction_id uuid not null constraint cleanup_round_jurisdiction_fk references jurisdiction (id),
  title text not null constraint cleanup_round_title_given check (title <> ''),
  formed_before date not null,
  unit_ids uuid[] not null,
  only_normative boolean not null,
  due_on date not null,
  review_due_on date not null,
  opened_by text not null,
  opened_by_name text not null,
  opened_on date not null,
  list_item_id uuid constraint cleanup_round_list_fk references item (id),
  concluded_on date,
  cancelled_on date,
  cancellation_reason text,
  constraint cleanup_round_dues check (due_on <= review_due_on),
  constraint cleanup_round_conclusion check (concluded_on is null or list_item_id is not null),
  constraint cleanup_round_cancellation check ((cancelled_on is null) = (cancellation_reason is null)),
  constraint cleanup_round_list_once unique (list_item_id)
);
comment on table cleanup_round is 'A round in which every document of a scope gets a verdict by its drafting unit, is reviewed, and ends with a published list.';
comment on column cleanup_round.unit_ids is 'Drafting units asked; empty for all of the county.';
comment on column cleanup_round.list_item_id is 'The item that publishes the list; its release concludes the round and changes validity in the same transaction.';
create index cleanup_round_of on cleanup_round (jurisdiction_id, opened_on desc, id desc);

create table cleanup_entry (
  round_id uuid not null constraint cleanup_entry_round_fk references cleanup_round (id),
  item_id uuid not null constraint cleanup_entry_document_fk references official_document (item_id),
  unit_id uuid not null constraint cleanup_entry_unit_fk references unit (id),
  verdict text constraint cleanup_entry_verdict check (verdict in ('keep', 'amend', 'repeal', 'lapse')),
  reason text,
  amend_by date,
  given_by text,
  given_by_name text,
  given_on date,
  reviewed_by text,
  reviewed_by_name text,
  reviewed_on date,
  return_reason text,
  constraint cleanup_entry_pk primary key (round_id, item_id),
  constraint cleanup_entry_given check ((verdict is null) = (given_on is null) and (verdict is null) = (reason is null)),
  constraint cleanup_entry_amendment check ((amend_by is null) or verdict = 'amend'),
  constraint cleanup_entry_two_people check (reviewed_by is null or reviewed_by <> given_by)
);
comment on table cleanup_entry is 'One document in a round: the verdict of its drafter and the review by a second person.';
comment on column cleanup_entry.given_on is 'The day of the verdict that stands; whether it came in time is computed against the round.';
comment on column cleanup_entry.return_reason is 'Why the reviewer sent the verdict back; cleared by the next verdict.';
create index cleanup_entry_document on cleanup_entry (item_id);
create index cleanup_entry_unit on cleanup_entry (unit_id, round_id);
