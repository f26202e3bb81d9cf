-- How much anybody has asked for lately. A bucket is named by a hash of what is counted, in which tenant, by whom; it
-- fills up again, so nothing is lost with it in a crash.

create unlogged table request_buckets (
  key       bytea primary key,
  -- May be below none: what processes handed out on credit.
  tokens    double precision not null,
  -- What the last lease got, for its answer.
  granted   double precision not null,
  filled_at timestamptz not null
) with (fillfactor = 50);

-- An empty limit is what is usual on the platform.
alter table tenants
  add column max_client_requests_per_minute integer check (max_client_requests_per_minute >= 0),
  add column max_operator_requests_per_minute integer check (max_operator_requests_per_minute >= 0),
  add column max_visitor_requests_per_minute integer check (max_visitor_requests_per_minute >= 0),
  add column max_registrations_per_user_and_hour integer check (max_registrations_per_user_and_hour >= 0);

-- By tenant, so that the clockwork can take tenants by turns when much is due.
create index process_instances_due_by_tenant on process_instances (tenant_id, due_at) where due_at is not null;
create index outbox_by_tenant on outbox (tenant_id, available_at);
