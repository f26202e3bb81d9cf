import type * as contract from '@latchkey/contract';
import { toBase64url } from '@latchkey/kernel';
import type { Passkey } from './passkey.ts';
import { providerOf } from './provider-names.ts';
import { tamperedAction } from './tampering.ts';

/**
 * A passkey as the API shows it: what the browser merely claimed stands under `hints`. Of one that is not as it was
 * registered the key is not told, and it is blocked, whatever its row says.
 */
export function shownPasskey(passkey: Passkey): contract.Passkey {
  const provider = providerOf(passkey.aaguid);
  return {
    id: passkey.id,
    userId: passkey.userId,
    relyingPartyId: passkey.relyingPartyId,
    name: passkey.name,
    status: passkey.isIntact ? passkey.status : 'BLOCKED',
    credentialId: toBase64url(passkey.credentialId),
    ...(passkey.isIntact && { publicKey: toBase64url(passkey.publicKey) }),
    algorithm: passkey.algorithm,
    signCount: passkey.signCount,
    userVerified: passkey.isUserVerified,
    backupEligible: passkey.isBackupEligible,
    backedUp: passkey.isBackedUp,
    aaguid: passkey.aaguid,
    aaguidVerified: passkey.isAaguidVerified,
    ...(provider !== undefined && { provider }),
    attestationFormat: passkey.attestationFormat,
    attestationType: passkey.attestationType,
    trustPath: [...passkey.trustPath],
    findings: passkey.isIntact ? [...passkey.findings] : [...new Set([tamperedAction, ...passkey.findings])],
    ...(passkey.model !== null && { model: passkey.model }),
    ...(passkey.certificationLevel !== null && { certificationLevel: passkey.certificationLevel }),
    capabilities: passkey.capabilities,
    client: passkey.client,
    ...(passkey.topOrigin !== null && { topOrigin: passkey.topOrigin }),
    origin: passkey.origin,
    hints: {
      transports: [...passkey.transports],
      ...(passkey.attachment !== null && { attachment: passkey.attachment }),
      ...(passkey.isDiscoverable !== null && { discoverable: passkey.isDiscoverable }),
    },
    createdDtm: passkey.createdAt.toISOString(),
    createdBy: passkey.createdBy,
    lastUpdatedDtm: passkey.updatedAt.toISOString(),
    ...(passkey.lastUsedAt && { lastUsedDtm: passkey.lastUsedAt.toISOString() }),
  };
}
