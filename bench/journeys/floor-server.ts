import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@latchkey/kernel';
import { openDatabase } from '../../apps/server/src/db/open-database.ts';
import type { Sql } from '../../apps/server/src/db/sql.ts';
import { answerParent } from '../child.ts';

/** What the floor of the journeys is given. */
export type JourneyFloorTask = { readonly connectionString: string; readonly poolSize: number };

// In a schema of its own: a server does not start beside a table that no tenant's wall protects.
const makeSchema = { name: 'floor.schema', text: 'create schema if not exists bench' };
const makeTable = {
  name: 'floor.make',
  text: 'create table if not exists bench.floor (id text primary key, state text)',
};
const keep = { name: 'floor.keep', text: 'insert into bench.floor (id, state) values ($1, $2)' };
const read = { name: 'floor.read', text: 'select id, state from bench.floor where id = $1' };
// As large as the state of the guide's journey at most.
const state = 'x'.repeat(1_500);

/** Bare node:http: a POST makes one durable insert, a GET reads one row by its key; answers `/{bytes}` of text. */
async function serve({ connectionString, poolSize }: JourneyFloorTask): Promise<number> {
  const sql = openDatabase(connectionString, { poolSize });
  await sql.change(makeSchema);
  await sql.change(makeTable);
  await sql.change(keep, ['FIRST', state]).catch(() => undefined);
  const server = createServer((request, response) => void answer(sql, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function answer(sql: Sql, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  if (request.method === 'POST') await sql.change(keep, [newId(), state]);
  else await sql.row(read, ['FIRST']);
  const text = 'x'.repeat(Number(request.url?.slice(1)));
  response.writeHead(200, { 'content-type': 'text/html', 'content-length': text.length });
  response.end(text);
}

answerParent(serve);
