import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '../../apps/server/src/db/open-database.ts';
import { answerParent } from '../child.ts';
import { completedExample, startedExample } from './examples.ts';
import type { FloorStatements } from './floor-statements.ts';
import type { FloorTask } from './floor-task.ts';
import { sameStatements } from './same-statements.ts';
import { thinStatements } from './thin-statements.ts';

/**
 * The floor: bare node:http, two durable statements through the product's own pool, JSON of the same size in and out.
 * No router, no authorization, no schema, no verification, no further statement.
 */
async function serve(task: FloorTask): Promise<number> {
  const sql = openDatabase(task.connectionString, { poolSize: task.poolSize });
  const statements = task.kind === 'same' ? sameStatements(sql) : thinStatements(sql, task);
  const server = createServer((request, response) => {
    answer(statements, request, response).catch((error: Error) => {
      response.writeHead(500, { 'content-length': Buffer.byteLength(error.message) });
      response.end(error.message);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function answer(
  statements: FloorStatements,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = JSON.parse(Buffer.concat(parts).toString('utf8'));
  // /api/identity-store/stores/{store}/users/{userId}/passkeys/registrations/sessions/{sessionId}, or the start path.
  const path = (request.url ?? '').split('/');
  const userId = path[6] ?? '';
  const isCompletion = path[8] === 'registrations';
  const value = isCompletion
    ? await completed(statements, userId, path[10] ?? '', body)
    : await started(statements, userId);
  const text = JSON.stringify(value);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

async function started({ start }: FloorStatements, userId: string): Promise<object> {
  const challenge = randomBytes(64);
  const sessionId = await start(userId, challenge);
  const clientRequest = { ...startedExample.clientRequest, challenge: challenge.toString('base64url') };
  return { clientRequest, sessionId };
}

type Completion = {
  readonly clientResponse: {
    readonly id: string;
    readonly response: { readonly attestationObject: string; readonly clientDataJSON: string };
  };
};

async function completed(
  { complete }: FloorStatements,
  userId: string,
  sessionId: string,
  { clientResponse: { id, response } }: Completion,
): Promise<object> {
  const passkeyId = await complete(userId, sessionId, {
    credentialId: bytes(id),
    attestationObject: bytes(response.attestationObject),
    clientDataJson: bytes(response.clientDataJSON),
  });
  const passkey = { ...completedExample, id: passkeyId, userId, credentialId: id };
  return { sessionId, passkey, user: { id: userId, externalId: userId.slice(-10) } };
}

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');

answerParent(serve);
