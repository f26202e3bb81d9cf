import { hash } from 'node:crypto';
import type { AuthenticatorDemands, CeremonyDemands } from '@latchkey/passkeys';
import { reassessRegistration } from '@latchkey/passkeys';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import {
  allTenants,
  endReassessment,
  type KeptPasskey,
  keepAssessment,
  nextReassessment,
  passkeysAfter,
  type Reassessment,
} from './reassess-passkeys.sql.ts';
import type { Trust } from './trust.ts';

type Needs = { readonly sql: Sql; readonly trust: Pick<Trust, 'of'>; readonly now: () => number };

/**
 * Assesses passkeys anew because of what changed: the metadata, an anchor, a policy. Marks what is held against each,
 * with an audit row where that changed; blocks and deletes none. Answers how many reasons it worked off.
 */
export async function reassessPasskeys(needs: Needs): Promise<number> {
  const asked = await nextReassessment(needs.sql);
  if (!asked) return 0;
  const tenants = asked.tenant === null ? await allTenants(needs.sql) : [asked.tenant];
  for (const tenant of tenants) await inTenant(tenant, () => reassessTenant(needs, tenant, asked));
  await endReassessment(needs.sql, asked.id);
  return 1;
}

async function reassessTenant(needs: Needs, tenant: string, asked: Reassessment): Promise<void> {
  let lastId = '';
  for (;;) {
    const passkeys = await passkeysAfter(needs.sql, tenant, asked.policyId, lastId);
    for (const passkey of passkeys) await assess(needs, asked, passkey);
    const last = passkeys.at(-1);
    if (!last) return;
    lastId = last.id;
  }
}

async function assess(
  { sql, trust, now }: Needs,
  { cause }: Reassessment,
  passkey: KeptPasskey,
): Promise<void> {
  const demands: AuthenticatorDemands & CeremonyDemands = passkey.demands ?? {};
  const found = reassessRegistration(
    {
      ...passkey,
      registeredAt: passkey.createdAt.getTime(),
      demands,
      requireTrustAnchor: demands.requireTrustAnchor === true,
    },
    trust.of(passkey.tenant, now()),
  );
  await keepAssessment(sql, passkey, cause, {
    attestationType: found?.attestationType ?? passkey.attestationType,
    isAaguidVerified: found?.aaguidVerified ?? false,
    trustPath: found ? found.trustPath.map((der) => hash('sha256', der)) : passkey.trustPath,
    findings: found?.findings ?? ['passkey.attestation-invalid'],
    model: found?.model ?? null,
    certificationLevel: found?.certificationLevel ?? null,
  });
}
