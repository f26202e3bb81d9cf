import type { IncomingHttpHeaders } from 'node:http';
import { defineProblems } from '@latchkey/kernel';
import type { Sql } from '../db/sql.ts';
import type { Client } from './client.ts';
import { findClientBySecret } from './clients.sql.ts';

/** Failures of the token endpoint (RFC 6749 section 5.2); the part after `oauth.` is OAuth's own code. */
export const oauthProblems = defineProblems({
  'oauth.invalid-request': { title: 'The request lacks something, or holds something twice.', status: 400 },
  'oauth.invalid-client': { title: 'The client is unknown, or its secret is wrong.', status: 401 },
  'oauth.invalid-scope': { title: 'The scope goes beyond the permissions of the client.', status: 400 },
  'oauth.unsupported-grant-type': { title: 'Only client_credentials is supported.', status: 400 },
});

type Credentials = { readonly id: string; readonly secret: string };
type ClientForm = { readonly client_id?: string; readonly client_secret?: string };

/** The client that HTTP Basic or the form names (RFC 6749 section 2.3.1). Throws `oauth.invalid-client`, `…-request`. */
export async function authenticateClient(
  sql: Sql,
  headers: IncomingHttpHeaders,
  form: ClientForm,
): Promise<Client> {
  const { id, secret } = credentialsOf(headers, form);
  const client = await findClientBySecret(sql, 'CLIENT_SECRET', secret);
  if (client?.clientId !== id) throw invalidClient();
  return client;
}

function credentialsOf({ authorization }: IncomingHttpHeaders, form: ClientForm): Credentials {
  if (authorization === undefined) {
    if (form.client_id === undefined || form.client_secret === undefined) throw invalidClient();
    return { id: form.client_id, secret: form.client_secret };
  }
  const basic = readBasic(authorization);
  if (!basic) throw invalidClient();
  if (form.client_secret !== undefined || (form.client_id ?? basic.id) !== basic.id) {
    throw oauthProblems.create('oauth.invalid-request', { detail: 'The client authenticates in two ways.' });
  }
  return basic;
}

function readBasic(authorization: string): Credentials | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(authorization)?.[1];
  const [id, secret] = encoded ? splitOnce(Buffer.from(encoded, 'base64').toString()) : [];
  if (id === undefined || secret === undefined) return undefined;
  try {
    return { id: decode(id), secret: decode(secret) };
  } catch {
    return undefined;
  }
}

function splitOnce(text: string): readonly string[] {
  const colon = text.indexOf(':');
  return colon < 0 ? [] : [text.slice(0, colon), text.slice(colon + 1)];
}

/** Both halves are form-encoded before Basic encodes them. */
const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

const invalidClient = () =>
  oauthProblems.create('oauth.invalid-client', { facts: { challenge: 'Basic realm="latchkey"' } });
