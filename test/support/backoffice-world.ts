import { createSoftAuthenticator, type SoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { type ServedLatchkey, serveLatchkey } from './serve-latchkey.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them.
type Json = any;

/** Calls the API with the demo tenant's key; throws when it is refused. */
export type Call = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<Json>;

/** A real server whose demo tenant has people. */
export type BackofficeWorld = ServedLatchkey & {
  readonly call: Call;
  /** Ada, who has two passkeys. */
  readonly userId: string;
};

const people = [
  ['Ada', 'Lovelace', 'ACTIVE'],
  ['Alan', 'Turing', 'ACTIVE'],
  ['Grace', 'Hopper', 'PENDING_ACTIVE'],
  ['Katherine', 'Johnson', 'ACTIVE'],
  ['Edsger', 'Dijkstra', 'LOCKED'],
  ['Barbara', 'Liskov', 'DISABLED'],
  ['Donald', 'Knuth', 'ACTIVE'],
  ['Radia', 'Perlman', 'ACTIVE'],
] as const;

/** Starts a server and fills its demo store. */
export async function backofficeWorld(
  environment: Readonly<Record<string, string>> = {},
): Promise<BackofficeWorld> {
  const latchkey = await serveLatchkey(environment);
  const call = callWith(latchkey);
  const ids: string[] = [];
  for (const [firstName, lastName, status] of people) {
    const email = `${firstName}@example.com`.toLowerCase();
    const path = `/api/identity-store/stores/${latchkey.storeName}/users`;
    ids.push((await call('POST', path, { firstName, lastName, status, email })).id);
  }
  const [userId = ''] = ids;
  const path = `/api/identity-store/stores/${latchkey.storeName}/users/${userId}/passkeys`;
  for (let count = 0; count < 2; count++) await registerPasskey({ ...latchkey, call }, path);
  return { ...latchkey, call, userId };
}

/** Registers a passkey of a user, whose passkeys are at that path. */
export async function registerPasskey(
  { call, relyingPartyId, baseUrl, ...usual }: Pick<BackofficeWorld, 'call' | keyof ServedLatchkey>,
  path: string,
  authenticator: SoftAuthenticator = createSoftAuthenticator(),
  registrationPolicy: string = usual.registrationPolicy,
): Promise<void> {
  const start = `${path}/relyingParties/${relyingPartyId}/registrations/${registrationPolicy}`;
  const { clientRequest, sessionId } = await call('POST', start);
  const clientResponse = authenticator.createCredential(clientRequest, { origin: baseUrl });
  await call('POST', `${path}/registrations/sessions/${sessionId}`, { clientResponse });
}

const callWith =
  ({ baseUrl, apiKey }: ServedLatchkey): Call =>
  async (method, path, body) => {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    const answer = response.status === 204 ? undefined : await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
