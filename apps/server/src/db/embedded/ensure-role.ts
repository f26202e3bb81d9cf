import pg from 'pg';

/** Makes a role that may sign in with this password and nothing more, or gives it the password anew. */
export async function ensureRole(owner: string, name: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: owner, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
    const verb = rowCount === 0 ? 'create' : 'alter';
    const powers = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';
    await client.query(
      `${verb} role ${pg.escapeIdentifier(name)} ${powers} password ${pg.escapeLiteral(password)}`,
    );
  } finally {
    await client.end();
  }
}
