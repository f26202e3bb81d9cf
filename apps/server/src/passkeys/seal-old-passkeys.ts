import { Problem } from '@latchkey/kernel';
import { systemActor } from '../access/system-actor.ts';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { finishSealing, tenantsToSeal } from './passkey-seals.sql.ts';
import type { PasskeySeals } from './passkey-seals.ts';
import type { NewSeal, SealableTable, Unsealed } from './sealable.ts';

type Needs = {
  readonly sql: Sql;
  readonly seals: Pick<PasskeySeals, 'mac' | 'close'>;
  readonly tables: readonly SealableTable[];
};

/**
 * Gives the passkeys of earlier versions their HMAC, as they are found, and seals what they were registered by. A batch
 * of each tenant; answers how many it was. A day after the upgrade, a tenant of which none is left is noted: from then
 * on a passkey without an HMAC is refused.
 */
export async function sealOldPasskeys(needs: Needs): Promise<number> {
  let sealed = 0;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const tenants: readonly string[] = await tenantsToSeal(needs.sql, after);
    for (const tenant of tenants) sealed += await inTenant(tenant, () => sealTenant(needs, tenant));
    after = tenants.at(-1);
  }
  return sealed;
}

async function sealTenant({ sql, seals, tables }: Needs, tenant: string): Promise<number> {
  let sealed = 0;
  try {
    for (const { unsealed, seal } of tables) {
      const found = await unsealed(sql, tenant);
      const made = [];
      for (const row of found) made.push(await sealOf(seals, row));
      if (made.length > 0) sealed += await seal(sql, systemActor(tenant), made);
    }
  } catch (error) {
    // A tenant whose key cannot be opened keeps nobody else from being sealed.
    if (error instanceof Problem && error.code === 'secret.unreadable') return 0;
    throw error;
  }
  if (sealed === 0) await finishSealing(sql, tenant);
  return sealed;
}

async function sealOf(seals: Needs['seals'], { covered, evidence }: Unsealed): Promise<NewSeal> {
  return {
    id: covered.id,
    mac: await seals.mac(covered),
    evidence: evidence ? await seals.close(covered, evidence) : null,
  };
}
