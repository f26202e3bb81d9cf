import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { publicUrl, type TestClient } from './server.ts';

/**
 * Makes one of everything that stands in paths, over the API, in the client's tenant; answers them by the names of
 * path parameters. A subject that adds a parameter adds its lines here.
 */
export async function seedOneOfEach(client: TestClient): Promise<Readonly<Record<string, string>>> {
  const made = makerOf(client);
  const storeName = 'customers';
  const stores = '/api/identity-store/stores';
  const store = `${stores}/${storeName}`;
  await made(stores, { name: storeName });
  const user = await made(`${store}/users`, { externalId: 'E-1' });
  const rpId = 'localhost';
  await made(`${store}/relyingParties`, { relyingPartyId: rpId, name: 'Customers' });
  const policyName = 'standard';
  await made(`${store}/relyingParties/${rpId}/registrationPolicies`, { name: policyName });
  const start = `${store}/users/${user.id}/passkeys/relyingParties/${rpId}/registrations/${policyName}`;
  const id = await passkeyOf(client, start, `${store}/passkeys/registrations/sessions`);
  const { sessionId } = await made(start, {});
  return {
    storeName,
    userId: user.id,
    userExtId: user.externalId,
    rpId,
    policyName,
    regPolicyName: policyName,
    id,
    sessionId,
  };
}

const makerOf =
  ({ call }: TestClient) =>
  async (path: string, body: object) => {
    const answer = await call('POST', path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

async function passkeyOf(client: TestClient, start: string, sessions: string): Promise<string> {
  const made = makerOf(client);
  const { clientRequest, sessionId } = await made(start, {});
  const clientResponse = createSoftAuthenticator().createCredential(clientRequest, { origin: publicUrl });
  return (await made(`${sessions}/${sessionId}`, { clientResponse })).passkey.id;
}
