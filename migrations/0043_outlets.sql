-- Outlets (发布渠道), what was brought to them and how each attempt ended, and who subscribed by mail (module outlets).

create table outlet (
  id uuid constraint outlet_pk primary key,
  jurisdiction_id uuid not null constraint outlet_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint outlet_unit_fk references unit (id),
  kind text not null constraint outlet_kind
    check (kind in ('wechat', 'weibo', 'mailList', 'noticeBoard', 'superiorPlatform')),
  title text not null constraint outlet_title_given check (title <> ''),
  settings jsonb not null,
  sealed_secrets text,
  filter jsonb not null,
  is_automatic boolean not null,
  opened_on date not null,
  closed_on date,
  closing_reason text,
  version integer not null,
  constraint outlet_closing check ((closed_on is null) = (closing_reason is null))
);
comment on table outlet is 'A place beside the portal where public information appears: an account, a list, a board, a platform.';
comment on column outlet.sealed_secrets is 'Keys and passwords, sealed with the secret of the installation; never given out again.';
comment on column outlet.filter is 'Columns, kinds and units the outlet takes; empty lists take all.';
comment on column outlet.is_automatic is 'Whether it takes what matches as soon as it is released.';
create unique index outlet_title_once on outlet (jurisdiction_id, title) where closed_on is null;

create table outlet_delivery (
  id uuid constraint outlet_delivery_pk primary key,
  outlet_id uuid not null constraint outlet_delivery_outlet_fk references outlet (id),
  jurisdiction_id uuid not null constraint outlet_delivery_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint outlet_delivery_unit_fk references unit (id),
  item_id uuid not null constraint outlet_delivery_item_fk references item (id),
  revision_id uuid not null constraint outlet_delivery_revision_fk references item_revision (id),
  act text not null constraint outlet_delivery_act check (act in ('publish', 'retract')),
  title text not null,
  state text not null constraint outlet_delivery_state
    check (state in ('queued', 'sending', 'delivered', 'failed', 'uncertain', 'handOff', 'dropped')),
  receipt text,
  detail text not null,
  attempts integer not null,
  asked_by text not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  settled_at timestamptz,
  settled_by_name text,
  constraint outlet_delivery_once unique (outlet_id, revision_id, act),
  constraint outlet_delivery_settled check (state not in ('delivered', 'dropped') or settled_at is not null)
);
comment on table outlet_delivery is 'One revision on its way to one outlet, or back from it. State is an index of its attempts and of what people recorded.';
create index outlet_delivery_recent on outlet_delivery (jurisdiction_id, asked_at desc, id desc);
create index outlet_delivery_item on outlet_delivery (item_id, asked_at desc);
create index outlet_delivery_open on outlet_delivery (jurisdiction_id, state) where state not in ('delivered', 'dropped');

create table outlet_attempt (
  delivery_id uuid not null constraint outlet_attempt_delivery_fk references outlet_delivery (id),
  seq integer not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  outcome text constraint outlet_attempt_outcome check (outcome in ('delivered', 'failed', 'uncertain', 'handOff')),
  detail text not null,
  constraint outlet_attempt_pk primary key (delivery_id, seq),
  constraint outlet_attempt_ended check ((ended_at is null) = (outcome is null))
);
comment on table outlet_attempt is 'Each call to an outlet: begun before it is made, so that a call cut off by a crash is seen.';

create table outlet_subscriber (
  id uuid constraint outlet_subscriber_pk primary key,
  outlet_id uuid not null constraint outlet_subscriber_outlet_fk references outlet (id),
  address_print text not null,
  sealed_address text,
  column_codes text[] not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  constraint outlet_subscriber_erased check ((sealed_address is null) = (ended_at is not null))
);
comment on table outlet_subscriber is 'Who asked for mail. The address is sealed, looked up by its keyed print, and erased when the subscription ends.';
create unique index outlet_subscriber_once on outlet_subscriber (outlet_id, address_print) where ended_at is null;
create index outlet_subscriber_confirmed on outlet_subscriber (outlet_id, id) where confirmed_at is not null and ended_at is null;
