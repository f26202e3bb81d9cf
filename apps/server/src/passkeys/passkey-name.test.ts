import { expect, test } from 'vitest';
import { passkeyName } from './passkey-name.ts';

const zero = '00000000-0000-0000-0000-000000000000';
const now = Date.UTC(2026, 4, 4);

test.each([
  [{ aaguid: zero, transports: [] }, 'Passkey, 2026-05-04'],
  [{ aaguid: zero, transports: ['internal'], attachment: 'platform' }, 'Passkey on this device, 2026-05-04'],
  [
    { aaguid: zero, transports: ['hybrid', 'internal'], attachment: 'cross-platform' },
    'Passkey on a phone, 2026-05-04',
  ],
  [
    {
      aaguid: '2fc0579f-8113-47ea-b116-bb5a8db9202a',
      transports: ['usb', 'nfc'],
      attachment: 'cross-platform',
    },
    'YubiKey 5 NFC on a security key, 2026-05-04',
  ],
])('%j is named by provider, kind of device and date', (of, name) => {
  expect(passkeyName(of, now)).toBe(name);
});
