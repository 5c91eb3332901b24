-- Pages named as evidence, and what came of looking whether they are still there (module plan).

create table link_watch (
  url text constraint link_watch_pk primary key,
  state text not null constraint link_watch_state
    check (state in ('unchecked', 'alive', 'suspect', 'broken', 'unknown')),
  alive_runs integer not null,
  failures integer not null,
  failed_since timestamptz,
  detail text,
  checked_at timestamptz,
  next_check_at timestamptz not null
);
comment on table link_watch is 'Each address of the ledger once, with the state its checks add up to: an index over link_check.';
comment on column link_watch.state is 'suspect: failed once; broken: failed again some hours later; unknown: we were kept out and say nothing.';
comment on column link_watch.alive_runs is 'Checks in a row that found the page: the more, the rarer it is asked.';
create index link_watch_due on link_watch (next_check_at);

create table link_check (
  id uuid constraint link_check_pk primary key,
  url text not null constraint link_check_url_fk references link_watch (url),
  checked_at timestamptz not null,
  checked_on date not null,
  verdict text not null constraint link_check_verdict check (verdict in ('alive', 'failed', 'cannotTell')),
  http_status integer,
  detail text not null,
  state text not null constraint link_check_state check (state in ('alive', 'suspect', 'broken', 'unknown'))
);
comment on table link_check is 'Every check of a page with its result; state is what the page was taken for from then on.';
create index link_check_url on link_check (url, checked_at desc);

insert into link_watch (url, state, alive_runs, failures, next_check_at)
  select distinct url, 'unchecked', 0, 0, now() from ledger_link;
