-- Endpoints that are told of what happens, and what is on its way to them.

create table webhook_endpoints (
  tenant_id       text not null references tenants (id),
  id              text not null,
  name            text not null,
  url             text not null,
  -- Actions of the audit, as webhook_event_of names them.
  events          text[] not null,
  status          text not null default 'ENABLED' check (status in ('ENABLED', 'DISABLED')),
  -- Sealed in the vault, bound to tenant and endpoint.
  secret          bytea not null,
  previous_secret bytea,
  previous_until  timestamptz,
  created_at      timestamptz not null default now(),
  created_by      text not null,
  updated_at      timestamptz not null default now(),
  updated_by      text not null,
  primary key (tenant_id, id)
);

-- The outbox and the log in one: a row is written in the transaction of its fact. What it says is read from the audit
-- when it is sent, so that nothing of a person is kept twice.
create table webhook_deliveries (
  tenant_id       text not null,
  endpoint_id     text not null,
  -- The audit record; also the header webhook-id, the same at every attempt.
  event_id        text not null,
  type            text not null,
  status          text not null default 'WAITING' check (status in ('WAITING', 'QUEUED', 'DELIVERED', 'DEAD')),
  attempts        integer not null default 0,
  created_at      timestamptz not null default clock_timestamp(),
  last_attempt_at timestamptz,
  answer_status   integer,
  answer_body     text,
  failure         text,
  duration_ms     integer,
  primary key (tenant_id, endpoint_id, event_id),
  foreign key (tenant_id, endpoint_id) references webhook_endpoints (tenant_id, id) on delete cascade
);
create index webhook_deliveries_waiting on webhook_deliveries (created_at) where status = 'WAITING';
create index webhook_deliveries_by_time on webhook_deliveries (tenant_id, created_at, event_id);
create index webhook_deliveries_by_status on webhook_deliveries (tenant_id, status, created_at, event_id);
create index webhook_deliveries_old on webhook_deliveries (created_at);

-- Under which name webhooks tell a record; null: they do not. A refused attempt is none of theirs, and what a journey
-- registers is begun by its own user.
create function webhook_event_of(action text, outcome text, actor_kind text) returns text language sql immutable as $$
  select case
    when action = 'passkey-registration.started' and actor_kind not in ('client', 'operator') then null
    when outcome = 'SUCCESS' then action
    when action in ('passkey-registration.alarm', 'process-instance.ended', 'process-instance.incident', 'audit.verified')
      then action
  end
$$;

-- Whatever writes the audit, this is where webhooks hear of it: with the rights and in the tenant of who writes.
create function tell_webhooks() returns trigger language plpgsql as $$
begin
  insert into webhook_deliveries (tenant_id, endpoint_id, event_id, type)
  select r.tenant_id, e.id, r.id, r.action
    from told r join webhook_endpoints e on e.tenant_id = r.tenant_id and e.status = 'ENABLED'
     and webhook_event_of(r.action, r.outcome, r.actor_kind) = any (e.events);
  return null;
end
$$;

create trigger tell_webhooks after insert on audit referencing new table as told
  for each statement execute function tell_webhooks();
