-- Counted by who it was and no longer by their name: names change, and two may have the same.
drop index audit_by_takeover;
create index audit_by_takeover on audit (tenant_id, actor_kind, coalesce(facts->>'operatorId', facts->>'apiKeyId'), at)
  where action = 'passkey-registration.started-for-user';
