-- How many passkey registrations somebody started for others within an hour, whichever process they asked.
create index audit_by_takeover on audit (tenant_id, actor_kind, actor, at)
  where action = 'passkey-registration.started-for-user';
