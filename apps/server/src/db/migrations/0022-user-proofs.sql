-- How an instance knows that the person at its page is a user: it made that user itself, its link was for that user
-- alone, or the person signed in as that user within it. Without one it adds no passkey to a user.

create table user_proofs (
  tenant_id   text not null,
  instance_id text not null,
  user_id     text not null,
  kind        text not null check (kind in ('created', 'invitation', 'assertion')),
  proven_at   timestamptz not null default clock_timestamp(),
  primary key (tenant_id, instance_id, user_id, kind),
  -- The first step of an instance makes users before its row is there.
  foreign key (tenant_id, instance_id) references process_instances (tenant_id, id) on delete cascade
    deferrable initially deferred,
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index user_proofs_by_user on user_proofs (tenant_id, user_id);
