-- Released copies of documents with passages taken out (module requests).

create table request_redaction (
  id uuid constraint request_redaction_pk primary key,
  request_id uuid not null constraint request_redaction_request_fk references request (id),
  jurisdiction_id uuid not null constraint request_redaction_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint request_redaction_unit_fk references unit (id),
  title text not null constraint request_redaction_title_given check (title <> ''),
  mode text not null constraint request_redaction_mode check (mode in ('text', 'pages')),
  source_name text not null,
  source_file_id uuid not null constraint request_redaction_source_fk references stored_file (id),
  source_sha256 text not null,
  content_file_id uuid constraint request_redaction_content_fk references stored_file (id),
  page_file_ids uuid[] not null,
  marks jsonb not null,
  boxes jsonb not null,
  marked_by text[] not null,
  stage text not null constraint request_redaction_stage check (stage in ('marking', 'proven', 'released')),
  copy_file_id uuid constraint request_redaction_copy_fk references stored_file (id),
  copy_sha256 text,
  proof jsonb,
  released_on date,
  released_by_name text,
  version integer not null,
  created_by_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint request_redaction_content check ((mode = 'text') = (content_file_id is not null)),
  constraint request_redaction_proven check
    ((stage = 'marking') = (copy_file_id is null) and (copy_file_id is null) = (copy_sha256 is null)
      and (copy_file_id is null) = (proof is null)),
  constraint request_redaction_released check ((stage = 'released') = (released_on is not null))
);
comment on table request_redaction is 'A document from which passages are taken out before it is given to an applicant. Source, pages and copy are stored sealed; marks name places and grounds, never words.';
comment on column request_redaction.content_file_id is 'The text in parts, as marks count them.';
comment on column request_redaction.proof is 'What was compared when the copy was read back, without any of its words; a copy without a proof that holds is never stored.';
comment on column request_redaction.marked_by is 'Everybody who marked; none of them releases.';
create index request_redaction_of_request on request_redaction (request_id, created_at desc, id desc);
