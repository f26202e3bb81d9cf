-- What a dump tells of registrations: hashes. `id` of a session is the SHA-256 of what its start answered, in base64url
-- (26 characters of upper-case base32 where a process of an earlier version started it).

alter table registration_sessions
  alter column challenge drop not null,
  -- SHA-256 of the challenge.
  add column challenge_hash bytea,
  add constraint registration_sessions_challenge check (challenge is not null or challenge_hash is not null);
create index registration_sessions_in_clear on registration_sessions (tenant_id, id) where challenge is not null;

-- What the session data hold of secrets lies apart, under the tenant's data key; the data name its places.
alter table process_instances add column sealed bytea;
alter table test_run_steps add column sealed bytea;
