import { hash } from 'node:crypto';
import type { CborMap } from '../cbor/cbor-value.ts';
import { encodeCbor } from '../cbor/encode-cbor.ts';

/** What an authenticator says about one ceremony. */
export type AuthenticatorFlags = {
  readonly userPresent: boolean;
  readonly userVerified: boolean;
  readonly backupEligible: boolean;
  readonly backedUp: boolean;
};

export type AuthenticatorDataParts = {
  readonly rpId: string;
  readonly flags: AuthenticatorFlags;
  readonly signCount: number;
  readonly attested?: {
    readonly aaguid: Uint8Array;
    readonly credentialId: Uint8Array;
    readonly coseKey: CborMap;
  };
  /** Empty for none. */
  readonly extensions: CborMap;
};

/** Writes authenticator data (WebAuthn L3 section 6.1). */
export function writeAuthenticatorData({
  rpId,
  flags,
  signCount,
  attested,
  extensions,
}: AuthenticatorDataParts): Uint8Array {
  const head = Buffer.alloc(5);
  head[0] =
    (flags.userPresent ? 0x01 : 0) |
    (flags.userVerified ? 0x04 : 0) |
    (flags.backupEligible ? 0x08 : 0) |
    (flags.backedUp ? 0x10 : 0) |
    (attested ? 0x40 : 0) |
    (extensions.size > 0 ? 0x80 : 0);
  head.writeUInt32BE(signCount, 1);
  return new Uint8Array(
    Buffer.concat([
      hash('sha256', rpId, 'buffer'),
      head,
      ...(attested ? attestedCredential(attested) : []),
      ...(extensions.size > 0 ? [encodeCbor(extensions)] : []),
    ]),
  );
}

function attestedCredential(
  attested: NonNullable<AuthenticatorDataParts['attested']>,
): readonly Uint8Array[] {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(attested.credentialId.length);
  return [attested.aaguid, length, attested.credentialId, encodeCbor(attested.coseKey)];
}
