import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { newId } from '@latchkey/kernel';
import pg from 'pg';
import { completedExample, startedExample } from './examples.ts';
import { type ServerTask, serving, taskOf } from './server-task.ts';

/**
 * The floor: bare node:http and pg, the same two durable statements, JSON of the same size in and out. No router, no
 * authorization, no schema, no verification, no audit, no other row.
 */
const task: ServerTask = taskOf(process.argv);
const pool = new pg.Pool({ connectionString: task.connectionString, max: task.poolSize });

const insertSession = {
  name: 'floor.session',
  text: `insert into registration_sessions (tenant_id, id, store_id, relying_party_id, policy_id, user_id, challenge,
           expectations, user_name, user_display_name, actor, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, clock_timestamp() + interval '330 seconds')`,
};
const insertCredential = {
  name: 'floor.credential',
  text: `insert into credentials (tenant_id, id, store_id, relying_party_id, user_id, credential_id, public_key,
           algorithm, sign_count, user_verified, backup_eligible, backed_up, transports, attachment, resident_key,
           aaguid, aaguid_verified, attestation_format, attestation_type, attestation_object, client_data_json, rp_id,
           origin, name, created_by)
         values ($1, $2, $3, $4, $5, $6, $7, -7, 0, true, false, false, '{internal}', 'platform', true,
           '00000000-0000-0000-0000-000000000000', false, 'none', 'none', $8, $9, 'localhost',
           'http://localhost:3000', 'Passkey on this device, 2026-05-04', 'API Key: bench')`,
};
const publicKey = Buffer.alloc(77, 1);

async function start(userId: string): Promise<object> {
  const challenge = randomBytes(64);
  const sessionId = newId();
  const frozen = JSON.stringify(startedExample.frozen);
  const { tenant, storeId, relyingParty, policy } = task;
  const names = ['user', 'user', 'API Key: bench'];
  const values = [tenant, sessionId, storeId, relyingParty, policy, userId, challenge, frozen, ...names];
  await pool.query({ ...insertSession, values });
  const clientRequest = { ...startedExample.clientRequest, challenge: challenge.toString('base64url') };
  return { clientRequest, sessionId };
}

async function complete(userId: string, sessionId: string, body: Completion): Promise<object> {
  const { id, response } = body.clientResponse;
  const bytes = (text: string) => Buffer.from(text, 'base64url');
  const { tenant, storeId, relyingParty } = task;
  const passkeyId = newId();
  const given = [bytes(id), publicKey, bytes(response.attestationObject), bytes(response.clientDataJSON)];
  const values = [tenant, passkeyId, storeId, relyingParty, userId, ...given];
  await pool.query({ ...insertCredential, values });
  const user = { id: userId, externalId: userId };
  return { sessionId, passkey: { ...completedExample, id: passkeyId, userId, credentialId: id }, user };
}

type Completion = {
  readonly clientResponse: {
    readonly id: string;
    readonly response: { readonly attestationObject: string; readonly clientDataJSON: string };
  };
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = JSON.parse(Buffer.concat(parts).toString('utf8'));
  // /api/identity-store/stores/{store}/users/{userId}/passkeys/registrations/sessions/{sessionId}, or the start path.
  const path = (request.url ?? '').split('/');
  const userId = path[6] ?? '';
  const value =
    path[8] === 'registrations' ? await complete(userId, path[10] ?? '', body) : await start(userId);
  const text = JSON.stringify(value);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: Error) => {
    response.writeHead(500);
    response.end(error.message);
  });
});
server.listen(0, '127.0.0.1', () =>
  serving(server, async () => {
    server.close();
    await pool.end();
  }),
);
