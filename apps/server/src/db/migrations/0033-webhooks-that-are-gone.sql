-- Why the server itself switched an endpoint off; empty where somebody did.
alter table webhook_endpoints add column disabled_reason text check (disabled_reason = 'webhook.gone');
