-- The index of finished instances by a case instead of coalesce, which row-level security keeps from the index.

drop index process_instances_finished;
create index process_instances_finished on process_instances
  (tenant_id, definition_id, (case when ended_at is null then updated_at else ended_at end))
  where status in
    ('COMPLETED_ENDED_SUCCESS', 'COMPLETED_ENDED_ERROR', 'COMPLETED_TERMINATED', 'COMPLETED_PROCESS_ERROR');
