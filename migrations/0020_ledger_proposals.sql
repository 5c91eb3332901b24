-- Reports that wait for a decision whether the public may see them are found by their unit.

create index ledger_entry_proposed on ledger_entry (unit_id) where proposes_public;
