import type { Sql } from '../../apps/server/src/db/sql.ts';

/** Common names first, as in a real directory: some are rare, some are everybody's. */
const firstNames = ['Anna', 'Ben', 'Carla', 'David', 'Elena', 'Felix', 'Grace', 'Hugo', 'Ines', 'Jonas'];
const lastNames = [
  'Abel',
  'Berger',
  'Costa',
  'Dubois',
  'Evans',
  'Fischer',
  'Garcia',
  'Huber',
  'Ivanov',
  'Jensen',
];

const array = (names: readonly string[]) => `array[${names.map((name) => `'${name}'`).join(', ')}]`;

const steps: readonly (readonly [name: string, text: string])[] = [
  ['tenant', `insert into tenants (id, name) values ('bench', 'Bench'), ('other', 'Other') `],
  [
    'stores',
    `insert into stores (tenant_id, id, name, max_users, created_by, updated_by)
     values ('bench', 'S', 'people', 2000000, 'bench', 'bench')`,
  ],
  [
    'users',
    `insert into users (tenant_id, store_id, id, external_id, status, email, first_name, last_name, created_at,
       updated_at, created_by, updated_by)
     select 'bench', 'S', 'U' || lpad(n::text, 25, '0'), 'E-' || n,
       case when n % 100 = 0 then 'LOCKED' when n % 250 = 1 then 'DISABLED' else 'ACTIVE' end,
       'user' || n || '@example.com',
       (${array(firstNames)})[1 + n % 10] || (n / 10) % 1000, (${array(lastNames)})[1 + (n / 7) % 10] || (n / 100) % 1000,
       now() - (n || ' seconds')::interval, now() - ((n::bigint * 7919) % 1000003 || ' seconds')::interval, 'bench', 'bench'
     from generate_series(1, $1::integer) n`,
  ],
  [
    'definitions',
    `insert into process_definitions (tenant_id, id, name, version, status, bpmn, created_by, updated_by)
     select 'bench', 'D' || n, 'process ' || (n - 1) / 20, 1 + (n - 1) % 20, 'DEPLOYED_ACTIVE', '', 'bench', 'bench'
     from generate_series(1, 400) n where $1::integer > 0`,
  ],
  [
    'tokens',
    `insert into process_tokens (tenant_id, id, name, definition_name, created_by, updated_by)
     select 'bench', 'T' || n, 'token ' || n, 'process ' || n % 20, 'bench', 'bench'
     from generate_series(1, $1::integer / 50) n`,
  ],
  [
    'instances',
    `insert into process_instances (tenant_id, id, definition_id, token_id, status, version, state, data, first_name,
       last_name, email, created_at, created_by, ended_at, started_at, reached, outcome, browser, device)
     select 'bench', 'I' || lpad(n::text, 25, '0'), 'D' || 1 + n % 400, 'T' || 1 + n % ($1::integer / 50),
       case when n % 500 = 0 then 'REVIEW' when n % 20 = 0 then 'ACTIVE' else 'COMPLETED_ENDED_SUCCESS' end,
       3, '{"tokens": []}', '{}', (${array(firstNames)})[1 + n % 10], (${array(lastNames)})[1 + (n / 7) % 10] || n % 1000,
       'user' || n || '@example.com', now() - (n || ' seconds')::interval, 'bench', now(), now() - (n || ' seconds')::interval,
       4, 'registered', 'Firefox', 'Windows'
     from generate_series(1, $1::integer) n`,
  ],
  [
    'audit',
    `insert into audit (tenant_id, id, at, actor_kind, actor, action, outcome, target_kind, target_id, instance_id)
     select 'bench', 'A' || n, now() - (n || ' seconds')::interval, 'operator', 'Ada',
       (array['user.created', 'user.updated', 'passkey.revoked', 'process-instance.started'])[1 + n % 4],
       case when n % 50 = 0 then 'FAILURE' else 'SUCCESS' end, 'user', 'U' || lpad((n % 1000 + 1)::text, 25, '0'),
       'I' || lpad(n::text, 25, '0')
     from generate_series(1, $1::integer) n`,
  ],
  ['settle', 'vacuum analyze'],
];

/** Fills a migrated, empty database with so many users, instances and audit rows, by SQL. */
export async function fillLists(sql: Sql, size: number): Promise<void> {
  for (const [name, text] of steps) {
    await sql.change({ name: `bench.lists-${name}`, text }, text.includes('$1') ? [size] : []);
  }
}
