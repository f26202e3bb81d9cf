import { readFile } from 'node:fs/promises';
import type { TestRun, TestRunAct } from '@latchkey/contract';
import { journeyWorld } from './journey-world.ts';

export const runs = '/api/process-manager/testRuns';

type Input = { readonly parameters?: object; readonly people?: readonly object[] };

/** The guide's process, and whoever tries it out. */
export async function testRunWorld() {
  const world = await journeyWorld();
  const guide = await readFile(new URL('../../examples/passkey-registration.bpmn', import.meta.url), 'utf8');
  const answered = async (method: string, path: string, body?: unknown): Promise<TestRun> => {
    const answer = await world.call<TestRun>(method, `${runs}${path}`, body);
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  const stepped = async ({ id }: TestRun, ...acts: readonly TestRunAct[]): Promise<TestRun> => {
    let run: TestRun | undefined;
    for (const act of acts) run = await answered('POST', `/${id}/steps`, act);
    return run ?? answered('GET', `/${id}`);
  };
  return {
    ...world,
    guide,
    started: (bpmn = guide, more: Input = {}) =>
      answered('POST', '', {
        definitionName: 'guide',
        resources: { bpmn: { data: bpmn, type: 'BPMN' } },
        ...more,
      }),
    stepped,
    ended: ({ id }: TestRun) => world.call('DELETE', `${runs}/${id}`),
    /** How many rows each tenant has in each table, and how many tenants there are. */
    counted: async (): Promise<Readonly<Record<string, number>>> => {
      const tables = await world.owner.rows<{ name: string }>({
        name: 'test.tables',
        text: `select c.table_name::text as name from information_schema.columns c
          where c.table_schema = current_schema and c.column_name = 'tenant_id' order by 1`,
      });
      const counts: Record<string, number> = {};
      for (const { name } of tables) {
        const rows = await world.owner.rows<{ tenant: string; rows: number }>({
          name: `test.rows.${name}`,
          text: `select tenant_id as tenant, count(*)::integer as rows from ${name} group by 1`,
        });
        for (const { tenant, rows: count } of rows) counts[`${tenant} ${name}`] = count;
      }
      const tenants = await world.owner.row<{ rows: number }>({
        name: 'test.rows-of-tenants',
        text: 'select count(*)::integer as rows from tenants',
      });
      return { ...counts, tenants: tenants?.rows ?? 0 };
    },
  };
}
export type TestRunWorld = Awaited<ReturnType<typeof testRunWorld>>;

/** The elements at which something waits for the tester. */
export const standsAt = ({ waits }: TestRun) => waits.map(({ element }) => element);
