import { expect, test } from 'vitest';
import { certificateText } from './certificate-text.ts';

test('DER becomes base64, and PEM stays', () => {
  expect(certificateText(Uint8Array.of(0x30, 0x82, 0xff))).toBe('MIL/');
  const pem = '-----BEGIN CERTIFICATE-----\nMIL/\n-----END CERTIFICATE-----';
  expect(certificateText(new TextEncoder().encode(`${pem}\n`))).toBe(pem);
});
