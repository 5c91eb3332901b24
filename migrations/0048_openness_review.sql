-- Rounds in which what is not proactively disclosed is assessed again (条例第十八条, module publishing).

create table openness_review (
  id uuid constraint openness_review_pk primary key,
  jurisdiction_id uuid not null constraint openness_review_jurisdiction_fk references jurisdiction (id),
  title text not null constraint openness_review_title_given check (title <> ''),
  due_on date not null,
  opened_on date not null,
  opened_by_name text not null,
  closed_on date,
  constraint openness_review_due_later check (due_on >= opened_on)
);
comment on table openness_review is 'A round of assessing withheld and on-request items anew; its items are those that were kept on the day it was opened.';
create index openness_review_recent on openness_review (jurisdiction_id, opened_on desc, id desc);

create table openness_review_item (
  review_id uuid not null constraint openness_review_item_review_fk references openness_review (id),
  item_id uuid not null constraint openness_review_item_item_fk references item (id),
  unit_id uuid not null constraint openness_review_item_unit_fk references unit (id),
  openness_before text not null
    constraint openness_review_item_before check (openness_before in ('onRequest', 'withheld')),
  verdict text constraint openness_review_item_verdict check (verdict in ('keep', 'convert')),
  openness text constraint openness_review_item_openness check (openness in ('proactive', 'onRequest', 'withheld')),
  ground text,
  reason text,
  judged_by text,
  judged_by_name text,
  judged_on date,
  returned_reason text,
  confirmed_by_name text,
  confirmed_on date,
  constraint openness_review_item_pk primary key (review_id, item_id),
  constraint openness_review_item_judged
    check ((verdict is null) = (judged_on is null) and (verdict is null) = (reason is null)),
  constraint openness_review_item_confirmed check (confirmed_on is null or verdict is not null)
);
comment on table openness_review_item is 'The verdict on one item of a round: kept as it is or converted, with reason, by one person and confirmed by another.';
create index openness_review_item_unit on openness_review_item (unit_id, review_id);
create index openness_review_item_item on openness_review_item (item_id);
