-- What a journey needs beyond its state: when it began, its latest moment, its one-time start key.

alter table process_instances
  -- The moment of the engine's start, from which the history replays; empty while PENDING.
  add column started_at timestamptz,
  -- From the process token's maxProcessDuration: an instance still open then is terminated.
  add column deadline_at timestamptz,
  -- SHA-256 of the key in the start link of an instance that the API made.
  add column start_key_hash bytea;

-- Links name a token or an instance, not the tenant.
create unique index process_tokens_by_id on process_tokens (id);
create unique index process_instances_by_id on process_instances (id);
create index outbox_by_instance on outbox (tenant_id, instance_id);
