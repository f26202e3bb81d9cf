import { readFile } from 'node:fs/promises';
import type { ActivityManifest } from '@latchkey/bpmn';
import type { Clock } from '@latchkey/kernel';
import { newId } from '@latchkey/kernel';
import { allPermissions } from '../access/api-key.ts';
import { createApiKey } from '../access/create-api-key.ts';
import { systemActor } from '../access/system-actor.ts';
import type { Database, Transaction } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { createForm } from '../forms/create-form.ts';
import { addPage } from '../pages/add-page.ts';
import { checkFiles } from '../pages/check-files.ts';
import { checkDefinition } from '../processes/check-definition.ts';
import { createDefinition } from '../processes/create-definition.ts';
import { createToken } from '../processes/manage-tokens.ts';
import type { TokenLinks } from '../processes/token-link.ts';
import { createRegistrationPolicy } from '../relying-parties/create-registration-policy.ts';
import { createRelyingParty } from '../relying-parties/create-relying-party.ts';
import { createStore } from '../stores/create-store.ts';
import { addTenant, hasTenants } from '../tenants/tenant.ts';
import { type DemoSecrets, demo } from './demo-facts.ts';

type Needs = {
  readonly database: Database;
  readonly now: Clock;
  readonly manifests: readonly ActivityManifest[];
  readonly links: TokenLinks;
  readonly secrets: DemoSecrets;
};

const examples = new URL('../../../../examples/', import.meta.url);
const example = (path: string): Promise<string> => readFile(new URL(path, examples), 'utf8');
const actor = systemActor(demo.tenant, 'demo');

/**
 * Puts the guide's example into an empty database, in one transaction; of two processes that start at once, one does.
 * A database with any tenant in it is left as it is.
 */
export async function seedDemo(needs: Needs): Promise<void> {
  if (await hasTenants(needs.database)) return;
  const seeding = async (sql: Transaction) => {
    if (!(await addTenant(sql, { id: demo.tenant, name: demo.organisation }))) return;
    await seedStore(sql);
    await seedForms(sql);
    await seedPage(sql);
    await seedProcess(sql, needs);
    await seedClient(sql, needs);
  };
  await inTenant(demo.tenant, () => needs.database.transaction(seeding));
}

const noOrigins = { restrictedOrigins: [], relatedOrigins: [], enrollUrl: null, manageUrl: null };

async function seedStore(sql: Transaction): Promise<void> {
  const { storeName, relyingPartyId } = demo;
  await createStore({ newId })(sql, actor, { name: storeName });
  const relyingParty = { storeName, relyingPartyId, name: demo.relyingPartyName, ...noOrigins };
  await createRelyingParty({ newId })(sql, actor, relyingParty);
  // The demo's policy narrows no origins, so that the platform's own does not matter.
  const createPolicy = createRegistrationPolicy({ newId, publicOrigin: () => 'http://localhost' });
  await createPolicy(sql, actor, { storeName, rpId: relyingPartyId }, demo.policy);
}

async function seedForms(sql: Transaction): Promise<void> {
  const create = createForm({ newId });
  for (const { name, file } of demo.forms) {
    await create(sql, actor, { name, resource: await example(file), creationOption: 'Save & Deploy' });
  }
}

/** What the template with a Custom Page shows. */
async function seedPage(sql: Transaction): Promise<void> {
  const { name, folder, files } = demo.page;
  const read = async (path: string) => ({ path, content: Buffer.from(await example(folder + path)) });
  const content = checkFiles(await Promise.all(files.map(read)));
  const status = 'DEPLOYED_ACTIVE';
  const page = { id: newId(), name, description: 'The Custom Page of the guide.', status, content } as const;
  await addPage(sql, actor, { ...page, baseAppUrl: null });
}

async function seedProcess(sql: Transaction, { manifests, links }: Needs): Promise<void> {
  const create = createDefinition({ newId, manifests, checkDefinition: checkDefinition(manifests) });
  await create(sql, actor, {
    name: demo.definitionName,
    description: 'The journey of the passkey registration guide, steps 1 to 6.',
    processDefinitionType: 'VERIFICATION',
    resources: { bpmn: { data: await example(demo.diagram), type: 'BPMN' } },
    creationOption: 'Save & Deploy',
  });
  await createToken({ newId, links })(sql, actor, {
    name: demo.tokenName,
    description: 'The link that the start prints.',
    processDefnName: demo.definitionName,
    status: 'ACTIVE',
    type: 'UNLIMITED',
  });
}

async function seedClient(sql: Transaction, { now, secrets }: Needs): Promise<void> {
  await createApiKey({ newId, now })(sql, actor, {
    name: 'Demo',
    description: 'May do everything in the demo tenant.',
    permissions: [...allPermissions(demo.tenant)],
    clientId: demo.clientId,
    code: secrets.apiKey,
    clientSecret: secrets.clientSecret,
  });
}
