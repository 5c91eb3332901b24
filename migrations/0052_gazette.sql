-- Issues of the government gazette (政府公报), composed from documents of the library (module policies).

create table gazette_issue (
  id uuid constraint gazette_issue_pk primary key,
  jurisdiction_id uuid not null constraint gazette_issue_jurisdiction_fk references jurisdiction (id),
  year integer not null,
  number integer not null constraint gazette_issue_number check (number > 0),
  total_number integer not null constraint gazette_issue_total check (total_number > 0),
  opened_by_name text not null,
  opened_on date not null,
  published_by_name text,
  published_on date,
  constraint gazette_issue_once unique (jurisdiction_id, year, number),
  constraint gazette_issue_total_once unique (jurisdiction_id, total_number),
  constraint gazette_issue_publication check ((published_by_name is null) = (published_on is null))
);
comment on table gazette_issue is 'An issue of the gazette: numbered within its year and through all years; public and fixed from its publication.';
create index gazette_issue_public on gazette_issue (jurisdiction_id, total_number desc) where published_on is not null;

create table gazette_entry (
  issue_id uuid not null constraint gazette_entry_issue_fk references gazette_issue (id),
  position integer not null,
  item_id uuid not null constraint gazette_entry_document_fk references official_document (item_id),
  constraint gazette_entry_pk primary key (issue_id, position),
  constraint gazette_entry_once unique (item_id)
);
comment on table gazette_entry is 'The documents of an issue in order. A document stands in one issue.';
