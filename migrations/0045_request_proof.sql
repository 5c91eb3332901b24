-- Proofs of identity handed in with a request: sealed under a key of their own, which is thrown away in time (module requests).

create table request_proof (
  id uuid constraint request_proof_pk primary key,
  request_id uuid not null constraint request_proof_request_fk references request (id),
  file_id uuid not null constraint request_proof_file_fk references stored_file (id),
  sealed_key text,
  media_type text not null,
  byte_length integer not null,
  added_at timestamptz not null,
  erased_on date,
  constraint request_proof_erased check ((sealed_key is null) = (erased_on is not null))
);
comment on table request_proof is 'Proof of identity of an applicant. The bytes lie sealed in the file store; without sealed_key nobody can read them.';
comment on column request_proof.sealed_key is 'The key of the bytes, sealed with the key of the platform; removed when the time for keeping is over.';
create index request_proof_of_request on request_proof (request_id);
create index request_proof_kept on request_proof (added_at) where sealed_key is not null;
