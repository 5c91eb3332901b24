-- What is kept of a creating request is the command's result; its status follows from the route.

alter table idempotency_key drop column status;
comment on table idempotency_key is 'Keys of creating requests, written with the work they stand for, so that sending one again does nothing twice; kept one day.';
comment on column idempotency_key.actor_key is 'Whose key it is: two officers may choose the same one.';
comment on column idempotency_key.request_hash is 'SHA-256 of route, parameters, content and files: the key stands for nothing else.';
comment on column idempotency_key.response is 'The command''s result, under the member result.';
