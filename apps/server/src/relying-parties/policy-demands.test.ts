import { demandFields, demandWords } from '@latchkey/contract';
import {
  attestationFormatNames,
  attestationTypeNames,
  certificationLevels,
  keyProtectionNames,
  verificationMethodNames,
} from '@latchkey/passkeys';
import { expect, test } from 'vitest';

test('the API takes exactly the words that the ceremony judges by', () => {
  expect(demandWords).toEqual({
    attestationFormats: attestationFormatNames,
    attestationTypes: attestationTypeNames,
    minimumCertification: certificationLevels,
    keyProtections: keyProtectionNames,
    userVerificationMethods: verificationMethodNames,
  });
});

test('every demand is described', () => {
  for (const field of Object.values(demandFields as Record<string, { readonly description?: string }>))
    expect(field.description).toMatch(/\w/);
});
