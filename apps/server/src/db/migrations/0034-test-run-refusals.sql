-- What a form of a test run did not take, with its messages; null for a step that was taken.
alter table test_run_steps add column refused jsonb;
