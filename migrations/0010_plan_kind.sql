-- Plans of others: what a superior government set itself, and what a neighbouring county plans, kept for reference.

alter table plan add column kind text not null default 'own'
  constraint plan_kind check (kind in ('own', 'superior', 'neighbour'));
alter table plan alter column kind drop default;
comment on column plan.kind is 'own 本县计划; superior 上级计划, whose commitments are tracked beside our own; neighbour 其他地区计划, for comparison only. Only own plans are public.';

alter table plan_import add column plan_kind text not null default 'own'
  constraint plan_import_plan_kind check (plan_kind in ('own', 'superior', 'neighbour'));
alter table plan_import alter column plan_kind drop default;
