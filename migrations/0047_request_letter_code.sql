-- The code in the numbers of a unit's letters, where it is not that of its documents (module requests).

alter table request_letterhead add column letter_code text not null default '';
comment on column request_letterhead.letter_code is 'Stands in the document number before the series; empty: taken from the unit''s issuing codes.';
