import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createSoftAuthenticator,
  createSoftMetadataService,
  type SoftAuthenticator,
} from '@latchkey/passkeys/soft-authenticator';
import { noAllowance, readAllowance } from '../../apps/server/src/egress/address-ranges.ts';
import { type Composed, composed, keyIn, publicUrl } from './composed.ts';
import { testDatabase } from './postgres.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them.
export type Json = any;
export type Call = (method: 'GET' | 'POST' | 'DELETE', url: string, body?: object) => Promise<Json>;
export type TrustWorld = Awaited<ReturnType<typeof trustWorld>>;

/** The model that the metadata of these tests are about. */
export const model = 'a1b2c3d4-0000-0000-0000-000000000001';
export const party = '/api/identity-store/stores/people/relyingParties/localhost';
export const base64 = (der: Uint8Array) => Buffer.from(der).toString('base64');

const service = createSoftMetadataService({ seed: 'service' });
const aaguid = Buffer.from(model.replaceAll('-', ''), 'hex');

const key = createSoftAuthenticator({ attestation: 'packed-certified', aaguid, seed: 'key' });

/** The authenticator of the model: one, since another of the same seed would make the same passkeys. */
export const keyOfModel = (): SoftAuthenticator => key;

/** What a BLOB says about the model. */
export const blob = (no: number, statuses: readonly string[], nextUpdate = '2049-01-01') => ({
  no,
  nextUpdate,
  entries: [
    {
      aaguid: model,
      metadataStatement: {
        description: 'Soft key',
        attestationRootCertificates: [base64(keyOfModel().attestationRoot())],
        keyProtection: ['hardware'],
      },
      statusReports: statuses.map((status) => ({ status, effectiveDate: '2024-01-01' })),
    },
  ],
});

/** A BLOB as the service that is trusted signs it. */
export const signedBlob = (...said: Parameters<typeof blob>): string => service.sign(blob(...said));

/** DER of the root that the servers of these tests trust. */
export const serviceRoot = service.root;

/** A product with a tenant of some policies; `source` is where its metadata are, a file of the world unless told. */
export async function trustWorld(source?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-trust-'));
  const file = join(folder, 'blob.jwt');
  const revoked = join(folder, 'revoked.json');
  await writeFile(revoked, JSON.stringify({ entries: {} }));
  const db = await testDatabase();
  const process = () =>
    composed(db.database, {
      ...(source !== undefined && { allowance: readAllowance('localhost') ?? noAllowance }),
      metadata: {
        source: source ?? file,
        root: service.root,
        host: 'mds.fidoalliance.org',
        graceMs: 0,
        revocationLists: [revoked],
      },
    });
  const product = await process();
  const callAs = callsOf(product, async (tenant) => (await keyIn(db.database, tenant)).code);
  const [demo, other] = [await callAs('demo'), await callAs('other')];
  await demo('POST', '/api/identity-store/stores', { name: 'people' });
  await demo('POST', '/api/identity-store/stores/people/relyingParties', {
    relyingPartyId: 'localhost',
    name: 'People',
  });
  const policies = `${party}/registrationPolicies`;
  await demo('POST', policies, { name: 'open', attestation: 'indirect' });
  await demo('POST', policies, { name: 'anchored', attestation: 'direct', requireTrustAnchor: true });
  let people = 0;
  return {
    db,
    product,
    demo,
    other,
    /** Another server process over the same database. */
    process,
    revoked,
    /** Where the metadata are read from. */
    file,
    /** What the server wrote to its log. */
    logged: (): readonly Json[] => product.log.map((line) => JSON.parse(line)),
    /** Puts a text where the metadata are read from. */
    put: (text: string) => writeFile(file, text),
    /** One round of what a server does in the background, as if the sources were due. */
    round: async (server: Composed = product): Promise<void> => {
      await db.owner.change({
        name: 'test.due',
        text: `update trust_sources set tried_at = now() - interval '1 day'`,
      });
      const chores = server.chores.filter(({ name }) => /trust|assess/.test(name));
      for (const { work } of chores) while ((await work()) > 0);
    },
    /** A new person registers a passkey by a policy. */
    register: async (policy: string, soft: SoftAuthenticator = keyOfModel()): Promise<Json> => {
      people += 1;
      const path = '/api/identity-store/stores/people/users';
      const { id } = await demo('POST', path, { externalId: `p${people}` });
      const passkeys = `${path}/${id}/passkeys`;
      const start = `${passkeys}/relyingParties/localhost/registrations/${policy}`;
      const { clientRequest, sessionId } = await demo('POST', start, {});
      const clientResponse = soft.createCredential(clientRequest, { origin: publicUrl });
      return await demo('POST', `${passkeys}/registrations/sessions/${sessionId}`, { clientResponse });
    },
    source: async (kind: string): Promise<Json> =>
      (await demo('GET', '/api/identity-store/trustSources')).content.find((one: Json) => one.kind === kind),
    close: async () => {
      await product.close();
      await db.close();
      await rm(folder, { recursive: true });
    },
  };
}

const callsOf =
  (product: Composed, codeIn: (tenant: string) => Promise<string>) =>
  async (tenant: string): Promise<Call> => {
    const headers = { authorization: `Bearer ${await codeIn(tenant)}` };
    return async (method, url, body) => {
      const answer = await product.app.inject({ method, url, headers, ...(body && { payload: body }) });
      return answer.body === '' ? undefined : answer.json();
    };
  };
