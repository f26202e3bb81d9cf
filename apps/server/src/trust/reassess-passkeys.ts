import { hash } from 'node:crypto';
import { Problem } from '@latchkey/kernel';
import type { AuthenticatorDemands, CeremonyDemands } from '@latchkey/passkeys';
import { reassessRegistration } from '@latchkey/passkeys';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { coveredPasskey } from '../passkeys/covered-passkey.ts';
import type { Evidence, PasskeySeals } from '../passkeys/passkey-seals.ts';
import { type TamperingAlarm, tamperedAction } from '../passkeys/tampering.ts';
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

type Needs = {
  readonly sql: Sql;
  readonly trust: Pick<Trust, 'of'>;
  readonly now: () => number;
  readonly seals: Pick<PasskeySeals, 'isIntact' | 'open'>;
  readonly soundAlarm: TamperingAlarm;
};

/**
 * Assesses passkeys anew because of what changed: the metadata, an anchor, a policy. Marks what is held against each,
 * with an audit row where that changed; blocks and deletes none. Answers how many reasons it worked off.
 */
export async function reassessPasskeys(needs: Needs): Promise<number> {
  const asked = await nextReassessment(needs.sql);
  if (!asked) return 0;
  const tenants = asked.tenant === null ? await allTenants(needs.sql) : [asked.tenant];
  for (const tenant of tenants) {
    await inTenant(tenant, () => reassessTenant(needs, tenant, asked)).catch(unlessUnreadable);
  }
  await endReassessment(needs.sql, asked.id);
  return 1;
}

/** Nobody can read what the passkeys of such a tenant were registered by; the others do not wait for it. */
function unlessUnreadable(error: unknown): void {
  if (!(error instanceof Problem && error.code === 'secret.unreadable')) throw error;
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

async function assess(needs: Needs, { cause }: Reassessment, passkey: KeptPasskey): Promise<void> {
  const { sql, trust, now } = needs;
  const evidence = await evidenceOf(needs, passkey);
  if (evidence === undefined) {
    const { tenant, id, userId } = passkey;
    await needs.soundAlarm({ tenant, kind: 'passkey', id, userId });
    await keepAssessment(sql, passkey, cause, { ...unproven(passkey), findings: [tamperedAction] });
    return;
  }
  const demands: AuthenticatorDemands & CeremonyDemands = passkey.demands ?? {};
  const found = reassessRegistration(
    {
      ...passkey,
      ...evidence,
      registeredAt: passkey.createdAt.getTime(),
      demands,
      requireTrustAnchor: demands.requireTrustAnchor === true,
    },
    trust.of(passkey.tenant, now()),
  );
  await keepAssessment(
    sql,
    passkey,
    cause,
    found
      ? {
          attestationType: found.attestationType,
          isAaguidVerified: found.aaguidVerified,
          trustPath: found.trustPath.map((der) => hash('sha256', der)),
          findings: found.findings,
          model: found.model ?? null,
          certificationLevel: found.certificationLevel ?? null,
        }
      : { ...unproven(passkey), findings: ['passkey.attestation-invalid'] },
  );
}

/** What the passkey was registered by; `undefined` when that, or its row, is not as it was. */
async function evidenceOf({ sql, seals }: Needs, passkey: KeptPasskey): Promise<Evidence | undefined> {
  if (!(await seals.isIntact(sql, coveredPasskey(passkey), passkey.mac))) return undefined;
  const { evidence, attestationObject, clientDataJson } = passkey;
  if (evidence !== null) return seals.open(passkey, evidence);
  return attestationObject && clientDataJson ? { attestationObject, clientDataJson } : undefined;
}

/** Nothing vouches for the model any more. */
const unproven = ({ attestationType, trustPath }: KeptPasskey) => ({
  attestationType,
  trustPath,
  isAaguidVerified: false,
  model: null,
  certificationLevel: null,
});
