-- Three-unity registration of normative documents (统一登记、统一编号、统一印发) with the legality review (module policies).

create table unified_code (
  unit_id uuid constraint unified_code_pk primary key constraint unified_code_unit_fk references unit (id),
  jurisdiction_id uuid not null constraint unified_code_jurisdiction_fk references jurisdiction (id),
  code text not null constraint unified_code_form check (code ~ '^[A-Z]{2,6}[0-9]{1,4}$'),
  last_year integer not null,
  last_serial integer not null,
  constraint unified_code_once unique (jurisdiction_id, code)
);
comment on table unified_code is 'Code of a unit in unified numbers (统一编号) and the last serial it gave; serials begin anew each year.';

create table normative_registration (
  item_id uuid constraint normative_registration_pk primary key
    constraint normative_registration_item_fk references item (id),
  jurisdiction_id uuid not null constraint normative_registration_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint normative_registration_unit_fk references unit (id),
  title text not null,
  sent_on date not null,
  sent_by_name text not null,
  revision_id uuid not null constraint normative_registration_revision_fk references item_revision (id),
  opinion text constraint normative_registration_opinion check (opinion in ('passed', 'changes', 'refused')),
  opinion_text text,
  early_reason text,
  reviewed_on date,
  reviewed_by text,
  reviewed_by_name text,
  unified_number text constraint normative_registration_number_once unique,
  numbered_on date,
  issued_on date,
  constraint normative_registration_review check ((opinion is null) = (reviewed_on is null) and (opinion is null) = (opinion_text is null)),
  constraint normative_registration_numbering check ((unified_number is null) = (numbered_on is null)),
  constraint normative_registration_issue check (issued_on is null or unified_number is not null)
);
comment on table normative_registration is 'A normative document on its way: legality review of one revision, unified number, issue. Written when the item is sent to review.';
comment on column normative_registration.revision_id is 'The revision the legal office is asked about; another one sent to review asks anew.';
comment on column normative_registration.early_reason is 'Why the review was shorter than the usual minimum.';
create index normative_registration_list on normative_registration (jurisdiction_id, sent_on desc, item_id desc);
