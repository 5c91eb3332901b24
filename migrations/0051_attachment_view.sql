-- Attachments read once for showing them as pages and for finding them (module publishing).

create table attachment_view (
  sha256 text constraint attachment_view_pk primary key,
  html text,
  plain_text text not null,
  notes text[] not null,
  refusal text,
  made_at timestamptz not null,
  constraint attachment_view_shown_or_refused check ((html is null) = (refusal is not null))
);
comment on table attachment_view is 'A file as a page and as text, by the hash of its bytes; shown only where a public item names the file.';
comment on column attachment_view.refusal is 'Why the file cannot be shown as a page, for people.';
