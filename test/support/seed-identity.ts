import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import type { BackofficeWorld } from './backoffice-world.ts';

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

/** What a small organisation has: a store, a relying party with a policy, people, and Ada's passkeys. */
export async function seedIdentity({ call, baseUrl }: BackofficeWorld) {
  const stores = '/api/identity-store/stores';
  await call('POST', stores, { name: 'customers', description: 'Everybody who buys from us' });
  const store = `${stores}/customers`;
  await call('POST', `${store}/relyingParties`, {
    relyingPartyId: 'localhost',
    name: 'Northwind',
    restrictedOrigins: [baseUrl],
  });
  await call('POST', `${store}/relyingParties/localhost/registrationPolicies`, { name: 'default' });
  const users = [];
  for (const [firstName, lastName, status] of people) {
    const email = `${firstName}@example.com`.toLowerCase();
    users.push(await call('POST', `${store}/users`, { firstName, lastName, status, email }));
  }
  const ada = users[0];
  for (let count = 0; count < 2; count++) await registerPasskey({ call, baseUrl }, ada.id);
  return { storeName: 'customers', rpId: 'localhost', policyName: 'default', userId: ada.id as string };
}

async function registerPasskey({ call, baseUrl }: Pick<BackofficeWorld, 'call' | 'baseUrl'>, userId: string) {
  const path = `/api/identity-store/stores/customers/users/${userId}/passkeys`;
  const started = await call('POST', `${path}/relyingParties/localhost/registrations/default`);
  const response = createSoftAuthenticator().createCredential(started.clientRequest, { origin: baseUrl });
  await call('POST', `${path}/registrations/sessions/${started.sessionId}`, { clientResponse: response });
}
