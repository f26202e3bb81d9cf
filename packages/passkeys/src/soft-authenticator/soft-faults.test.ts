import { describe, expect, test } from 'vitest';
import { now, origin, startedRegistration } from '../../test/started-registration.ts';
import { verifyRegistration } from '../index.ts';
import { createSoftAuthenticator, type SoftFault, softFaults } from './index.ts';

const attestations = ['packed-certified', 'tpm', 'android-key', 'packed-enterprise', 'compound'] as const;
const issuerless = new Set(['packed-certified', 'compound']);
const names = Object.keys(softFaults) as SoftFault[];

describe('the faults of the software authenticator', () => {
  const cases = attestations.flatMap((attestation) =>
    names
      .filter((fault) => !(fault === 'issuer-is-no-authority' && issuerless.has(attestation)))
      .map((fault) => [fault, attestation] as const),
  );

  test.each(cases)('%s with %s ends as it says', (fault, attestation) => {
    const { clientRequest, expectations } = startedRegistration({
      attestation: 'enterprise',
      algorithms: [-7],
      userVerification: 'required',
    });
    const soft = createSoftAuthenticator({ seed: 'faults', attestation });
    const anchors = [soft.attestationRoot()];
    const finish = (ceremony: { readonly fault?: SoftFault }) =>
      verifyRegistration(expectations, soft.createCredential(clientRequest, { origin, ...ceremony }), {
        now,
        anchors,
      });
    expect(() => finish({ fault })).toThrow(expect.objectContaining({ code: softFaults[fault].problem }));
    expect(finish({}).attestationType).toMatch(/^(basic|attca)$/);
  });
});
