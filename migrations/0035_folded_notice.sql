-- What happens many times in one hour is told in one notice that grows until it is read.

alter table notice add column fold_key text;
alter table notice add column folded jsonb;
comment on column notice.fold_key is 'Kind and hour: unread notices of one officer with the same key are one; null for those that stand alone.';
comment on column notice.folded is 'What the notice tells of, each with its key, so that nothing is told twice.';
create unique index notice_fold on notice (officer_id, fold_key) where read_at is null;
