-- Reminders before and after due days (module plan).

create table reminder (
  id uuid constraint reminder_pk primary key,
  jurisdiction_id uuid not null constraint reminder_jurisdiction_fk references jurisdiction (id),
  source text not null,
  duty_key text not null,
  unit_id uuid not null constraint reminder_unit_fk references unit (id),
  title text not null,
  address text not null,
  due date not null,
  step integer not null,
  step_day date not null,
  remaining integer not null,
  officer_ids uuid[] not null,
  sent_at timestamptz not null,
  constraint reminder_once unique (duty_key, unit_id, due, step)
);
comment on table reminder is 'Who was reminded of what when: one row for each step of a duty, sent once.';
comment on column reminder.source is 'Kind of duty: task, order.';
comment on column reminder.step is 'Working days from the due day at which it was to be sent: -3 before, 0 on it, 5 after.';
comment on column reminder.step_day is 'The day of that step; earlier than sent_at when the platform stood still.';
comment on column reminder.remaining is 'Working days really left when it was sent; negative when late.';
create index reminder_recent on reminder (jurisdiction_id, id desc);
create index reminder_of_unit on reminder (unit_id, id desc);
