-- Interpretations of documents (政策解读) and what they interpret (module policies).

create table interpretation (
  item_id uuid constraint interpretation_pk primary key constraint interpretation_item_fk references item (id),
  jurisdiction_id uuid not null constraint interpretation_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint interpretation_unit_fk references unit (id),
  title text not null,
  form text,
  interpreter text,
  rank text not null constraint interpretation_rank
    check (rank in ('principal', 'deputy', 'expert', 'media', 'drafter')),
  is_public boolean not null,
  published_on date not null
);
comment on table interpretation is 'A released item that interprets documents, read from its released revision and rewritten with each release.';
comment on column interpretation.rank is 'Who interprets, read from the words of the item: 主要负责人, 其他负责人, 专家, 媒体, 起草单位.';
create index interpretation_of_unit on interpretation (jurisdiction_id, unit_id, published_on);

create table interpretation_document (
  interpretation_item_id uuid not null constraint interpretation_document_fk references interpretation (item_id),
  document_item_id uuid not null constraint interpretation_document_document_fk references official_document (item_id),
  constraint interpretation_document_pk primary key (interpretation_item_id, document_item_id)
);
comment on table interpretation_document is 'The documents an interpretation names by title or number.';
create index interpretation_document_of on interpretation_document (document_item_id);
