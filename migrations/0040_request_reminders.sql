-- Reminders of requests, sent once each, and which cases wait for the head's consent (module requests).

create table request_reminder (
  request_id uuid not null constraint request_reminder_request_fk references request (id),
  duty text not null,
  due date not null,
  step integer not null,
  officer_ids uuid[] not null,
  sent_at timestamptz not null,
  constraint request_reminder_pk primary key (request_id, duty, due, step)
);
comment on table request_reminder is 'Which reminder of a limit was sent: one row for each step of a duty and its day, never sent again.';
comment on column request_reminder.step is 'Working days from the day of the limit: -3 before, 0 on it, 1 after.';

alter table request add column awaits_consent boolean not null default false;
comment on column request.awaits_consent is 'An extension was proposed and the head of the FOI office has not consented yet.';
create index request_awaiting_consent on request (jurisdiction_id) where awaits_consent;
