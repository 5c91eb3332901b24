-- The desk of the policy library: the class of a document, relations entered by people, versions of a text (module policies).

alter table official_document
  add column is_normative boolean not null default false,
  add column unified_number text,
  add column issued_title text;
alter table official_document alter column is_normative drop default;
comment on column official_document.is_normative is '行政规范性文件: by the word of the unit or, where it gave none, by the title; rewritten with each release.';
comment on column official_document.unified_number is '统一编号 given with the three-unity registration; null for a document that has none.';
comment on column official_document.issued_title is 'Title of the text a notice issues (关于印发《…》的通知), by which other documents name it.';
update official_document set issued_title = substring(title from '(?:印发|发布|公布|颁布)《([^》]{2,100})》');
create index official_document_issued_title on official_document (jurisdiction_id, issued_title);
update official_document set is_normative = true
where title ~ '办法|规定|细则|实施意见' and title !~ '废止|失效|停止执行|清理|征求|听证|解读';

alter table document_relation drop constraint document_relation_kind;
alter table document_relation add constraint document_relation_kind
  check (kind in ('amends', 'repeals', 'replaces', 'lapses', 'basis', 'implements', 'interprets'));
alter table document_relation
  add column entered_by text,
  add column entered_by_name text,
  add column entered_on date,
  add column reason text,
  add column dismissed_by_name text,
  add column dismissed_on date,
  add column dismissal_reason text,
  add constraint document_relation_entry check ((entered_by is null) = (entered_on is null)),
  add constraint document_relation_dismissal check ((dismissed_on is null) = (dismissal_reason is null));
comment on column document_relation.entered_by is 'Who put it in on the desk, or the round of clean-up that did; null for what was read from the text, which each release reads anew.';
comment on column document_relation.dismissed_on is 'Since when it does not count because somebody found it wrong; a later reading of the same text does not bring it back.';

create table document_version (
  item_id uuid not null constraint document_version_document_fk references official_document (item_id),
  number integer not null,
  revision_id uuid not null constraint document_version_revision_fk references item_revision (id),
  applies_from date not null,
  amended_by_item_id uuid constraint document_version_amending_fk references official_document (item_id),
  clauses jsonb not null,
  recorded_on date not null,
  constraint document_version_pk primary key (item_id, number),
  constraint document_version_number check (number > 0)
);
comment on table document_version is 'The text of a document from a day on: one row for the text as issued and one for each amendment. A correction of the same text rewrites its row.';
comment on column document_version.clauses is 'Clauses with their anchors, as in document_clause, which holds those of the newest version.';
create index document_version_amending on document_version (amended_by_item_id);
