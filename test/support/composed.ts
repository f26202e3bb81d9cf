import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assetsPath, type BuiltAssets } from '@latchkey/journey';
import { newId } from '@latchkey/kernel';
import { allPermissions } from '../../apps/server/src/access/api-key.ts';
import { createApiKey } from '../../apps/server/src/access/create-api-key.ts';
import { systemActor } from '../../apps/server/src/access/system-actor.ts';
import type { Activity } from '../../apps/server/src/activities/define-activity.ts';
import type { Patience } from '../../apps/server/src/background/job-queue.ts';
import { type Composition, compose } from '../../apps/server/src/compose.ts';
import type { Database } from '../../apps/server/src/db/sql.ts';
import { inTenant } from '../../apps/server/src/db/tenant-scope.ts';
import type { EgressAllowance } from '../../apps/server/src/egress/address-ranges.ts';
import { openLog } from '../../apps/server/src/http/log.ts';
import type { Rates } from '../../apps/server/src/limits/rate.ts';
import { addTenant } from '../../apps/server/src/tenants/tenant.ts';
import type { MetadataSettings } from '../../apps/server/src/trust/trust-settings.ts';

/** The origin that people see in these tests. */
export const publicUrl = 'http://localhost:3000';

/** The secret key of every server of a test that is given none: those on one database have one, as in life. */
export const usualKey: Uint8Array = randomBytes(32);

/** The origin of pages in these tests. */
export const contentUrl = 'http://127.0.0.1:3001';

type Settings = {
  readonly clock?: { readonly now: number };
  readonly secretKey?: Uint8Array;
  readonly baseDomain?: string;
  readonly metadata?: MetadataSettings;
  /** Activities beside the product's own. */
  readonly activities?: readonly Activity[];
  /** How much anybody may ask for; as usual unless told. */
  readonly rates?: Rates;
  /** What the server's own requests may reach beyond the public internet. */
  readonly allowance?: EgressAllowance;
  readonly patience?: Patience;
  /** How much the server writes to its log; warnings and errors unless told. */
  readonly logLevel?: string;
};

/** The product as `compose.ts` puts it together, over a database of the test, on a clock of the test. */
export type Composed = Composition & {
  /** What the server wrote to its log, a line of JSON each. */
  readonly log: readonly string[];
  /** Listens on loopback; answers the address. */
  readonly listen: () => Promise<string>;
  readonly close: () => Promise<void>;
};

/** Puts the product together. */
export async function composed(database: Database, settings: Settings = {}): Promise<Composed> {
  const { clock, secretKey = usualKey, activities = [], logLevel = 'warn' } = settings;
  const log: string[] = [];
  const assets = await noAssets();
  const product = await compose({
    database,
    log: openLog(logLevel, { write: (line) => void log.push(line) }),
    now: clock ? () => clock.now : Date.now,
    secretKey,
    publicUrl: () => publicUrl,
    contentUrl: () => contentUrl,
    assets,
    backoffice: { directory: assets.directory, html: '' },
    version: '0.0.0',
    platformTenant: 'demo',
    takeoverAlarm: 20,
    baseDomain: settings.baseDomain,
    activities,
    ...(settings.rates && { rates: settings.rates }),
    ...(settings.metadata && { metadata: settings.metadata }),
    ...(settings.allowance && { allowance: settings.allowance }),
    ...(settings.patience && { patience: settings.patience }),
  });
  const close = async () => {
    await Promise.all([product.app.close(), product.contentHost.close()]);
    await rm(assets.directory, { recursive: true });
  };
  const listen = async () => {
    await product.app.listen({ host: '127.0.0.1', port: 0 });
    return `http://127.0.0.1:${(product.app.server.address() as AddressInfo).port}`;
  };
  return { ...product, log, listen, close };
}

/** Adds a tenant, if it is not there, and an API key in it; every permission unless told. */
export async function keyIn(
  database: Database,
  tenant: string,
  permissions: readonly string[] = allPermissions(tenant),
  now: () => number = Date.now,
  name: string = tenant,
) {
  await addTenant(database, { id: tenant, name: tenant });
  const create = createApiKey({ newId, now });
  return inTenant(tenant, () =>
    create(database, systemActor(tenant), { name, permissions: [...permissions] }),
  );
}

/** The pages' script is not what these tests are about, so it is empty. */
async function noAssets(): Promise<BuiltAssets> {
  const directory = await mkdtemp(join(tmpdir(), 'latchkey-assets-'));
  for (const name of ['main.js', 'page.js']) await writeFile(join(directory, name), '');
  return {
    scriptUrl: `${assetsPath}main.js`,
    brokerUrl: `${assetsPath}page.js`,
    css: '',
    pageScript: '',
    embedScript: '',
    directory,
  };
}
