-- Requests being filled in on the portal (module requests).

create table request_draft (
  key_digest text constraint request_draft_pk primary key,
  sealed text not null,
  expires_at timestamptz not null
);
comment on table request_draft is 'A request not yet filed, or the receipt of one for a day. Sealed with a key that only the applicant holds; deleted when its time is over.';
comment on column request_draft.key_digest is 'Keyed digest of the draft code.';
create index request_draft_expiring on request_draft (expires_at);
