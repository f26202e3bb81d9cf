-- Operators who work in some identity stores alone, by the ids of these; empty for all stores. Only roles that change
-- nothing beyond stores can be held to some.

alter table operators
  add column stores text[] check (cardinality(stores) between 1 and 100),
  add constraint operators_of_stores check (stores is null or role in ('support', 'auditor'));
alter table operator_invitations
  add column stores text[] check (cardinality(stores) between 1 and 100),
  add constraint operator_invitations_of_stores check (stores is null or role in ('support', 'auditor'));
