-- Letters of information requests: drafts, sign-off, issued papers, the county's own texts (module requests).

create table request_letter (
  id uuid constraint request_letter_pk primary key,
  request_id uuid not null constraint request_letter_request_fk references request (id),
  jurisdiction_id uuid not null constraint request_letter_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint request_letter_unit_fk references unit (id),
  kind text not null,
  leaf text,
  stage text not null constraint request_letter_stage
    check (stage in ('draft', 'inReview', 'awaitingSignature', 'issued', 'void')),
  template text not null,
  template_version integer not null,
  entered jsonb not null,
  drafters text[] not null,
  reviewed_by text,
  document_number text,
  signed_on date,
  frozen jsonb,
  pdf_file_id uuid constraint request_letter_pdf_fk references stored_file (id),
  pdf_sha256 text,
  docx_file_id uuid constraint request_letter_docx_fk references stored_file (id),
  docx_sha256 text,
  version integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint request_letter_number_once unique (jurisdiction_id, document_number),
  constraint request_letter_issued check ((stage = 'issued') = (signed_on is not null)),
  constraint request_letter_numbered check ((signed_on is null) = (document_number is null)),
  constraint request_letter_frozen check ((signed_on is null) = (frozen is null))
);
comment on table request_letter is 'A letter of a request from its draft to the signed paper. Name and query code of the applicant stand in no column; they are opened when the paper is written.';
comment on column request_letter.template is 'The text as it stood when the letter was drafted.';
comment on column request_letter.template_version is '0 is the shipped text.';
comment on column request_letter.entered is 'Fields an officer filled in; what follows from the case is not among them.';
comment on column request_letter.frozen is 'Everything the issued letter printed but the applicant.';
comment on column request_letter.pdf_file_id is 'The paper, sealed before it is stored; the hash beside is that of the paper itself.';
create index request_letter_of_request on request_letter (request_id, created_at desc, id desc);
create index request_letter_waiting on request_letter (jurisdiction_id, changed_at)
  where stage in ('inReview', 'awaitingSignature');

create table request_letter_step (
  letter_id uuid not null constraint request_letter_step_letter_fk references request_letter (id),
  number integer not null,
  action text not null,
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  note text not null,
  constraint request_letter_step_pk primary key (letter_id, number)
);
comment on table request_letter_step is 'Who drafted, reviewed, returned and signed a letter, and when. Append-only.';

create table request_letter_serial (
  unit_id uuid not null constraint request_letter_serial_unit_fk references unit (id),
  year integer not null,
  series text not null,
  last_serial integer not null,
  constraint request_letter_serial_pk primary key (unit_id, year, series)
);
comment on table request_letter_serial is 'Last serial of a unit''s letters in a series and year; one that was signed is never given again.';

create table request_letter_template (
  jurisdiction_id uuid not null constraint request_letter_template_jurisdiction_fk references jurisdiction (id),
  kind text not null,
  version integer not null,
  body text not null,
  note text not null,
  made_by text not null,
  made_by_name text not null,
  made_at timestamptz not null,
  constraint request_letter_template_pk primary key (jurisdiction_id, kind, version)
);
comment on table request_letter_template is 'The county''s own texts of letters; the highest version is in force, without any the shipped text.';

create table request_remedy_body (
  jurisdiction_id uuid constraint request_remedy_body_pk primary key
    constraint request_remedy_body_jurisdiction_fk references jurisdiction (id),
  superior_government text not null,
  basic_court text not null,
  intermediate_court text not null,
  changed_by_name text not null,
  changed_at timestamptz not null
);
comment on table request_remedy_body is 'Who decides on review and in court, as printed on letters; an empty name stops the letters that need it.';

create table request_letterhead (
  unit_id uuid constraint request_letterhead_pk primary key
    constraint request_letterhead_unit_fk references unit (id),
  answering_body text not null constraint request_letterhead_body check (answering_body in
    ('government', 'department', 'justiceDepartment', 'lowerGovernment', 'verticalOrgan')),
  superior_department text not null,
  phone text not null,
  office_address text not null,
  changed_by_name text not null,
  changed_at timestamptz not null
);
comment on table request_letterhead is 'How a unit answers: what kind of body it is for remedies, the department above, phone and address of its FOI office.';
