-- The office that issued a supervision order, as its paper names it (module plan).

alter table supervision_issue add column office_name text
  constraint supervision_issue_office_given check (office_name <> '');
comment on column supervision_issue.office_name is 'Full name of the office on the day of the issue; null on papers from before it was kept.';
