-- What the public form of information requests keeps: how many requests a search spared (module requests).

create table request_spared (
  jurisdiction_id uuid not null constraint request_spared_jurisdiction_fk references jurisdiction (id),
  on_day date not null,
  spared integer not null constraint request_spared_some check (spared > 0),
  constraint request_spared_pk primary key (jurisdiction_id, on_day)
);
comment on table request_spared is 'How often somebody found what is already public before filing and said so, by day. Holds nothing about who or what.';
