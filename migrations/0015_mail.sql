-- Mail on its way out and what became of it (kernel).

create table mail (
  id uuid constraint mail_pk primary key,
  unique_key text not null constraint mail_unique_key unique,
  officer_id uuid constraint mail_officer_fk references officer (id),
  address text not null,
  subject text not null,
  text_body text,
  html_body text,
  status text not null
    constraint mail_status check (status in ('queued', 'handingOver', 'sent', 'refused', 'uncertain')),
  reply_code integer,
  reply_status text,
  last_error text,
  created_at timestamptz not null,
  ended_at timestamptz
);
comment on table mail is 'One message to one address. A job hands it over; the words are dropped after some weeks, the row stays.';
comment on column mail.unique_key is 'At most one message with this key ever.';
comment on column mail.status is 'handingOver from the moment its words go to the server: a process killed there leaves it uncertain, never sent twice.';
comment on column mail.reply_code is 'The mail server''s three figures; its words are not kept, as they may name people.';
create index mail_recent on mail (id desc);
create index mail_of_officer on mail (officer_id, id desc);
create index mail_trouble on mail (ended_at) where status in ('refused', 'uncertain');
