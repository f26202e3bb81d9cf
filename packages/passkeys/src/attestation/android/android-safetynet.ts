import { hash } from 'node:crypto';
import { hasHost } from '../../certificates/has-host.ts';
import { ensure } from '../../fault.ts';
import { ensureJwsSigned, readJws } from '../../jws/read-jws.ts';
import { maxCertificates } from '../attestation-certificates.ts';
import type { AttestationFormat, AttestationInput } from '../attestation-format.ts';
import { attestedData } from '../attested-data.ts';
import { bytesMember, statementMembers } from '../statement-members.ts';

const host = 'attest.android.com';

/** How far the moment of the answer may be from the moment of the registration, in milliseconds. */
const maxAgeMs = 60_000;

/**
 * Android's SafetyNet (WebAuthn L3 section 8.5), switched off by Google in 2025: counts only in a legacy profile. It
 * speaks for the device, not for the key.
 */
export const androidSafetynet: AttestationFormat = {
  id: 'android-safetynet',
  isLegacy: true,
  verify: (input) => {
    const statement = statementMembers(input.statement, ['ver', 'response']);
    const version = statement.get('ver');
    ensure(typeof version === 'string' && /^\d+$/.test(version), 'The statement names no version.');
    const text = Buffer.from(bytesMember(statement, 'response')).toString('latin1');
    const jws = readJws(text, maxCertificates);
    ensureJwsSigned(jws);
    ensure(hasHost(jws.certificates[0], host), `The certificate is not for ${host}.`);
    ensurePayload(jws.payload, input);
    return { kind: 'certified', type: 'basic', path: jws.certificates, modelProof: 'platform' };
  },
};

function ensurePayload(payload: Readonly<Record<string, unknown>>, input: AttestationInput): void {
  const nonce = hash('sha256', attestedData(input), 'base64');
  ensure(payload.nonce === nonce, 'The nonce of the answer is not that of this registration.');
  ensure(payload.ctsProfileMatch === true, 'The device does not match a certified profile.');
  const { timestampMs } = payload;
  ensure(typeof timestampMs === 'number', 'The answer has no timestamp.');
  ensure(timestampMs <= input.now + maxAgeMs, 'The answer is of the future.');
  ensure(timestampMs >= input.now - maxAgeMs, 'The answer is too old.');
}
