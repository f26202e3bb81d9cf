-- What operators see of journeys: how far each came, in which browser, how it ended, and what a reviewer decided.

alter table process_instances
  -- The furthest step of the funnel: 1 started, 2 form shown, 3 prompt shown, 4 passkey registered; 0 not begun.
  add column reached smallint not null default 0,
  -- How it ended: registered, cancelled, timed-out, failed or completed; empty while it has not.
  add column outcome text,
  -- Families that the browser names, such as Firefox and Windows.
  add column browser text,
  add column device text,
  add column review_decision text check (review_decision in ('APPROVED', 'DECLINED')),
  add column review_comment text,
  add column reviewed_by text,
  add column reviewed_at timestamptz;
create index process_instances_by_status on process_instances (tenant_id, status, created_at desc);
