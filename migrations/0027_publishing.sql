-- Columns, items, their immutable revisions and events, what must be released together (module publishing).

create table site_column (
  id uuid constraint site_column_pk primary key,
  jurisdiction_id uuid not null constraint site_column_jurisdiction_fk references jurisdiction (id),
  parent_id uuid constraint site_column_parent_fk references site_column (id),
  code text not null constraint site_column_code_form check (code ~ '^[a-z0-9][a-z0-9-]{0,60}$'),
  title text not null constraint site_column_title_given check (title <> ''),
  kind text not null constraint site_column_kind
    check (kind in ('news', 'notice', 'policy', 'statutory', 'topic', 'unitPage')),
  unit_id uuid not null constraint site_column_unit_fk references unit (id),
  statutory_part text constraint site_column_statutory_part
    check (statutory_part in ('guide', 'system', 'proactive', 'annualReport', 'onRequest')),
  duty text,
  description text not null,
  expected_contents text[] not null,
  update_interval_days integer constraint site_column_interval check (update_interval_days > 0),
  topic_rule jsonb,
  position integer not null,
  opened_on date not null,
  closed_on date,
  closing_reason text,
  constraint site_column_code_once unique (jurisdiction_id, code),
  constraint site_column_part_of_statutory check (statutory_part is null or kind = 'statutory'),
  constraint site_column_rule_of_topic check (topic_rule is null or kind = 'topic'),
  constraint site_column_closing check ((closed_on is null) = (closing_reason is null))
);
comment on table site_column is 'Columns of the portal (栏目): a tree with an owner unit, an update interval and what is expected in it.';
comment on column site_column.code is 'Part of the address; never given to another column.';
comment on column site_column.duty is 'Content of article 20 of the Regulation a column under the statutory one stands for.';
comment on column site_column.topic_rule is 'Kinds, units and words by which a topic column fills itself; hand-picked items stand in item_column.';
create index site_column_tree on site_column (jurisdiction_id, parent_id, position);
create index site_column_unit on site_column (unit_id);

create table catalogue_code (
  unit_id uuid constraint catalogue_code_pk primary key constraint catalogue_code_unit_fk references unit (id),
  code text not null constraint catalogue_code_once unique,
  year integer not null,
  last_serial integer not null
);
comment on table catalogue_code is 'Organ code of a unit in index numbers (索引号) and the last serial it gave in the year.';

create table item (
  id uuid constraint item_pk primary key,
  jurisdiction_id uuid not null constraint item_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint item_unit_fk references unit (id),
  kind text not null,
  column_id uuid not null constraint item_column_home_fk references site_column (id),
  title text not null,
  index_number text constraint item_index_number_once unique,
  stage text not null constraint item_stage
    check (stage in ('draft', 'firstReview', 'secondReview', 'finalReview', 'approved', 'scheduled', 'settled')),
  standing text not null constraint item_standing check (standing in ('none', 'published', 'withdrawn', 'kept')),
  openness text constraint item_openness check (openness in ('proactive', 'onRequest', 'withheld')),
  working_revision_id uuid not null,
  approved_revision_id uuid,
  published_revision_id uuid,
  secrecy text constraint item_secrecy check (secrecy in ('passed', 'refused', 'referred')),
  owes_later_review boolean not null,
  was_returned boolean not null,
  version integer not null,
  formed_on date,
  published_on date,
  published_at timestamptz,
  updated_on date,
  release_at timestamptz,
  withdraw_at timestamptz,
  withdrawal_reason text,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint item_published_complete check (standing in ('none') or published_revision_id is not null),
  constraint item_withdrawal_reasoned check (standing <> 'withdrawn' or withdrawal_reason is not null),
  constraint item_scheduled_has_time check (stage <> 'scheduled' or release_at is not null)
);
comment on table item is 'A piece of public information (公开信息). Stage, standing and revisions are an index of item_event, rewritten by the service.';
comment on column item.version is 'Counts every change; a save names the version it saw.';
comment on column item.openness is 'Openness in force (公开属性), of the released revision or a later conversion.';
comment on column item.published_on is 'Day of the first release; updated_on that of the newest.';
create index item_recent on item (jurisdiction_id, changed_at desc, id desc);
create index item_unit on item (unit_id, changed_at desc, id desc);
create index item_public on item (jurisdiction_id, published_at desc, id desc)
  where standing = 'published' and openness = 'proactive';
create index item_home_column on item (column_id, published_at desc, id desc);
create index item_waiting on item (jurisdiction_id, stage, changed_at) where stage <> 'settled';
create index item_due_release on item (release_at) where stage = 'scheduled';
create index item_due_withdrawal on item (withdraw_at) where withdraw_at is not null and standing = 'published';

create table item_revision (
  id uuid constraint item_revision_pk primary key,
  item_id uuid not null constraint item_revision_item_fk references item (id),
  number integer not null,
  content jsonb not null,
  digest text not null,
  plain_text text not null,
  made_by text not null,
  made_by_name text not null,
  made_at timestamptz not null,
  note text,
  constraint item_revision_number_once unique (item_id, number)
);
comment on table item_revision is 'Immutable states of an item. What the reviews passed is compared with what is released by digest.';
comment on column item_revision.digest is 'SHA-256 of the canonical content, attachments by their own hash.';
comment on column item_revision.plain_text is 'Text of title, summary, body and fields, for checking and search.';

create table item_event (
  item_id uuid not null constraint item_event_item_fk references item (id),
  number integer not null,
  kind text not null,
  revision_id uuid not null constraint item_event_revision_fk references item_revision (id),
  by_id text not null,
  by_name text not null,
  at timestamptz not null,
  on_day date not null,
  step text,
  opinion text,
  openness text,
  ground text,
  reason text,
  constraint item_event_pk primary key (item_id, number)
);
comment on table item_event is 'What happened to an item: reviews with opinion and ground, releases, returns, withdrawals. Append-only; its fold is the state.';
create index item_event_recent on item_event (by_id, at desc);
create index item_event_released on item_event (kind, on_day);

create table item_column (
  item_id uuid not null constraint item_column_item_fk references item (id),
  column_id uuid not null constraint item_column_column_fk references site_column (id),
  constraint item_column_pk primary key (item_id, column_id)
);
comment on table item_column is 'Columns an item stands in beside its own: one source, many places (同源发布).';
create index item_column_column on item_column (column_id, item_id);

create table item_draft (
  item_id uuid not null constraint item_draft_item_fk references item (id),
  officer_id text not null,
  based_on_version integer not null,
  content jsonb not null,
  saved_at timestamptz not null,
  constraint item_draft_pk primary key (item_id, officer_id)
);
comment on table item_draft is 'What somebody typed and did not save yet; one per person and item, written beside the audit.';

create table release_demand (
  id uuid constraint release_demand_pk primary key,
  item_id uuid not null constraint release_demand_item_fk references item (id),
  kind text not null,
  title text not null,
  companion_item_id uuid constraint release_demand_companion_fk references item (id),
  waiver_reason text,
  waived_by_name text,
  waived_on date,
  constraint release_demand_once unique (item_id, kind),
  constraint release_demand_waived check ((waiver_reason is null) = (waived_on is null))
);
comment on table release_demand is 'What an item may not be released without (an interpretation, an assessment): a companion item released together with it, or a recorded reason why not.';
create index release_demand_companion on release_demand (companion_item_id);

create table item_check (
  revision_id uuid constraint item_check_pk primary key constraint item_check_revision_fk references item_revision (id),
  checked_at timestamptz not null,
  hints integer not null,
  findings jsonb not null
);
comment on table item_check is 'The newest check of a revision and its attachments: what blocks and what asks for a reason, by code and digest of the marked text, never the text.';

create function refuse_change_of_revision() returns trigger language plpgsql as $$
begin
  raise exception 'revisions and events of an item never change';
end
$$;
create trigger item_revision_immutable before update or delete on item_revision
  for each row execute function refuse_change_of_revision();
create trigger item_event_immutable before update or delete on item_event
  for each row execute function refuse_change_of_revision();
