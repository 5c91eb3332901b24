-- What somebody typed and did not save is kept with the drafts of all forms; items need no table of their own.
drop table item_draft;
