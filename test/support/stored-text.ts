import type { Database } from '../../apps/server/src/db/sql.ts';

const tables = {
  name: 'test.tables',
  text: `select format('%I', table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`,
};

/** Everything that the database holds, as the owner reads it: one text, with bytes in hexadecimal. */
export async function storedText(owner: Database): Promise<string> {
  const named = await owner.rows<{ readonly name: string }>(tables);
  const rows = await Promise.all(
    named.map(({ name }) =>
      owner.rows<{ readonly row: string }>({
        name: `test.all-${name}`,
        text: `select t::text as row from ${name} t`,
      }),
    ),
  );
  return rows
    .flat()
    .map(({ row }) => row)
    .join('\n');
}

/** Whether a stored text holds a secret, in clear or as bytes. */
export const holds = (stored: string, secret: string): boolean =>
  [secret, Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('base64')].some((form) =>
    stored.includes(form),
  );
