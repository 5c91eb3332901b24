-- The policy library: elements, clauses and relations of released documents (module policies).

create table official_document (
  item_id uuid constraint official_document_pk primary key
    constraint official_document_item_fk references item (id),
  revision_id uuid not null constraint official_document_revision_fk references item_revision (id),
  jurisdiction_id uuid not null constraint official_document_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint official_document_unit_fk references unit (id),
  is_public boolean not null,
  title text not null,
  document_number text,
  issuers text[] not null constraint official_document_issued check (cardinality(issuers) > 0),
  kind text,
  issued_kind text,
  theme text,
  written_on date not null,
  published_on date,
  effective_on date,
  lapses_on date
);
comment on table official_document is 'What makes a released item an official document (政策文件): its elements, read from the released revision and rewritten with each release.';
comment on column official_document.is_public is 'Index of the visibility rule of publishing, rewritten in the transaction of each release, conversion and withdrawal.';
comment on column official_document.lapses_on is 'The last day on which it is in force by its own words.';
comment on column official_document.theme is 'First-level theme of the official list.';
create index official_document_list on official_document (jurisdiction_id, written_on desc, item_id desc) where is_public;
create index official_document_number on official_document (jurisdiction_id, document_number);
create index official_document_title on official_document (jurisdiction_id, title);

create table document_clause (
  item_id uuid not null constraint document_clause_document_fk references official_document (item_id),
  position integer not null,
  anchor text not null,
  parent text,
  level text not null,
  label text,
  heading text,
  clause_text text not null,
  cell_rows jsonb,
  constraint document_clause_pk primary key (item_id, position),
  constraint document_clause_anchor_once unique (item_id, anchor)
);
comment on table document_clause is 'Clauses of the released text (章节条款项目, outline, tables) in order.';
comment on column document_clause.anchor is 'Fragment of the address of the page; kept when an edit elsewhere renumbers the clause.';

create table document_relation (
  id uuid constraint document_relation_pk primary key,
  from_item_id uuid not null constraint document_relation_from_fk references official_document (item_id),
  kind text not null constraint document_relation_kind
    check (kind in ('amends', 'repeals', 'replaces', 'basis', 'implements', 'interprets')),
  to_item_id uuid constraint document_relation_to_fk references official_document (item_id),
  to_title text,
  to_number text,
  part text,
  on_day date,
  constraint document_relation_names check (to_title is not null or to_number is not null)
);
comment on table document_relation is 'What a document says it does to another. Validity follows from it and is never stored.';
comment on column document_relation.to_item_id is 'The document in this library; null while it is not in it.';
comment on column document_relation.part is 'Only these parts (第三条); null for the whole.';
create index document_relation_from on document_relation (from_item_id);
create index document_relation_to on document_relation (to_item_id);
create index document_relation_open_number on document_relation (to_number) where to_item_id is null;
