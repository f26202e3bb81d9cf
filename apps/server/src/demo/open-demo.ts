import type { ActivityManifest } from '@latchkey/bpmn';
import { type Clock, newId } from '@latchkey/kernel';
import type { AccessTokens } from '../access/access-tokens.ts';
import { deriveSecret } from '../access/secrets.ts';
import type { Database } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { ensureSetUpLink } from '../operators/ensure-set-up-link.ts';
import type { TokenLinks } from '../processes/token-link.ts';
import { addDemoSecrets, findDemoClient, findDemoToken } from './demo.sql.ts';
import { type DemoFacts, type DemoSecrets, demo } from './demo-facts.ts';
import { seedDemo } from './seed-demo.ts';

type Needs = {
  readonly database: Database;
  readonly now: Clock;
  readonly secretKey: Uint8Array;
  readonly links: TokenLinks;
  readonly tokens: AccessTokens;
  readonly manifests: readonly ActivityManifest[];
  readonly baseUrl: string;
};

/**
 * Seeds the demo into an empty database and tells how to use it. `undefined` where it never was, or where its client or
 * link has been switched off, which is an operator's word and stays, or is sealed by another secret key.
 */
export async function openDemo(needs: Needs): Promise<DemoFacts | undefined> {
  const secrets = demoSecrets(needs.secretKey);
  await seedDemo({ ...needs, secrets });
  return inTenant(demo.tenant, () => demoFacts(needs, secrets));
}

async function demoFacts(needs: Needs, secrets: DemoSecrets): Promise<DemoFacts | undefined> {
  const { database, tokens, links, baseUrl } = needs;
  const client = await findDemoClient(database);
  const token = await findDemoToken(database);
  const row = { tenant: demo.tenant, key: token?.key ?? '' };
  const link = await links.open(row, token?.sealed ?? null);
  if (client === undefined || link === undefined) return undefined;
  await addDemoSecrets(database, client, secrets);
  const setUpUrl = await ensureSetUpLink(database, demo.tenant, { newId, publicUrl: baseUrl });
  return {
    baseUrl,
    tenant: demo.tenant,
    storeName: demo.storeName,
    relyingPartyId: demo.relyingPartyId,
    registrationPolicy: demo.policy.name,
    journeyUrl: `${baseUrl}/web/trustweb?pt=${link}`,
    apiKey: secrets.apiKey,
    clientId: demo.clientId,
    clientSecret: secrets.clientSecret,
    accessToken: await tokens.issue(client),
    ...(setUpUrl !== undefined && { setUpUrl }),
  };
}

const demoSecrets = (secretKey: Uint8Array): DemoSecrets => ({
  apiKey: deriveSecret(secretKey, 'API_KEY', 'demo'),
  clientSecret: deriveSecret(secretKey, 'CLIENT_SECRET', 'demo'),
});
