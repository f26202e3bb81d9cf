import { describe, expect, test } from 'vitest';
import { attestedOutcome, refused } from '../../test/attested-outcome.ts';
import { now, origin, startedRegistration } from '../../test/started-registration.ts';
import { verifyRegistration } from '../index.ts';
import type { HierarchyChanges } from '../soft-authenticator/attestation-authority.ts';
import { createSoftAuthenticator } from '../soft-authenticator/index.ts';

const id = '1.3.6.1.4.1.45724.1.1.2';
const withExtension = (value: Uint8Array, isCritical = false): HierarchyChanges => ({
  certificate: (request) => ({ ...request, extensions: [{ id, value, isCritical }] }),
});

describe('enterprise attestation', () => {
  test('tells the serial number of the device, once it is anchored', () => {
    const { clientRequest, expectations } = startedRegistration({ attestation: 'enterprise' });
    const soft = createSoftAuthenticator({ attestation: 'packed-enterprise' });
    const answer = soft.createCredential(clientRequest, { origin });
    const serialWith = (...anchors: Uint8Array[]) =>
      verifyRegistration(expectations, answer, { now, anchors }).deviceSerialNumber;
    expect(serialWith(soft.attestationRoot())).toBe(Buffer.from('LK-000001').toString('hex'));
    expect(serialWith()).toBeUndefined();
  });

  test.each(['none', 'indirect', 'direct'] as const)('is refused where %s was asked', (attestation) => {
    expect(attestedOutcome('packed-enterprise', { asked: { attestation } })).toBe(
      refused('The certificate names the device, although no enterprise attestation was asked.'),
    );
  });

  test('may come without a serial number', () => {
    expect(attestedOutcome('packed-certified')).toBe('basic');
  });

  test.each<[string, string, HierarchyChanges]>([
    ['critical', 'The serial number extension is critical.', withExtension(new Uint8Array([4, 1, 1]), true)],
    [
      'not wrapped',
      'The serial number of the device is not a short octet string.',
      withExtension(new Uint8Array([1, 2, 3])),
    ],
    [
      'empty',
      'The serial number of the device is not a short octet string.',
      withExtension(new Uint8Array([4, 0])),
    ],
    [
      'too long',
      'The serial number of the device is not a short octet string.',
      withExtension(new Uint8Array([4, 65, ...new Uint8Array(65)])),
    ],
    [
      'cut',
      'The serial number of the device is not a short octet string.',
      withExtension(new Uint8Array([4, 5, 1])),
    ],
  ])('is refused when the serial number is %s', (_what, sentence, alter) => {
    expect(attestedOutcome('packed-enterprise', { alter })).toBe(refused(sentence));
  });
});
