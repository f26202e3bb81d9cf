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

/**
 * The text with what its parts in base64 or hexadecimal stand for, and these in turn: a challenge is in the client data of
 * a credential, which are base64url in a document, or bytes of a row.
 */
export function withDecoded(text: string, depth = 3): string {
  if (depth === 0) return text;
  const parts = [
    ...(text.match(/[A-Za-z0-9_-]{32,}/g) ?? []).map((part) => Buffer.from(part, 'base64url')),
    ...(text.match(/[A-Za-z0-9+/]{32,}=*/g) ?? []).map((part) => Buffer.from(part, 'base64')),
    ...(text.match(/\\x[0-9a-f]{32,}/g) ?? []).map((part) => Buffer.from(part.slice(2), 'hex')),
  ];
  const decoded = parts
    .map((bytes) => bytes.toString('latin1'))
    .filter((part) => /[A-Za-z0-9_-]{20}/.test(part));
  return decoded.length === 0 ? text : `${text}\n${withDecoded(decoded.join('\n'), depth - 1)}`;
}

/** Whether a stored text holds a secret, in clear or as bytes. */
export const holds = (stored: string, secret: string): boolean =>
  [secret, Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('base64')].some((form) =>
    stored.includes(form),
  );
