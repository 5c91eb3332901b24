-- Villages and communities file no plan of their own unless the office says so; reports that wait for a decision
-- whether the public may see them are found by their unit.

alter table unit_plan_demand add column includes_villages boolean not null default false;
alter table unit_plan_demand alter column includes_villages drop default;
comment on column unit_plan_demand.includes_villages is 'Whether villages and communities with tasks file too; usually their town files for them.';

create index ledger_entry_proposed on ledger_entry (unit_id) where proposes_public;
