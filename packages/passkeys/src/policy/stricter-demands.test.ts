import { expect, test } from 'vitest';
import { stricterDemands } from './stricter-demands.ts';

test.each([
  [
    'formats that both accept',
    { attestationFormats: ['packed', 'tpm'] },
    { attestationFormats: ['tpm'] },
    { attestationFormats: ['tpm'] },
  ],
  ['a list against none', { allowedModels: ['a'] }, { allowedModels: [] }, { allowedModels: ['a'] }],
  ['denials of both', { deniedModels: ['a'] }, { deniedModels: ['b'] }, { deniedModels: ['a', 'b'] }],
  [
    'the higher certification',
    { minimumCertification: 'L2' },
    { minimumCertification: 'L1plus' },
    { minimumCertification: 'L2' },
  ],
  ['the longer PIN', { leastPinLength: 4 }, { leastPinLength: 6 }, { leastPinLength: 6 }],
  ['synchronised already', { backup: 'eligible' }, { backup: 'backed-up' }, { backup: 'backed-up' }],
  ['required before asked', { prf: 'asked' }, { prf: 'required' }, { prf: 'required' }],
  ['refusal of revoked models', { revokedModels: 'record' }, {}, {}],
  ['what both record', { revokedModels: 'record' }, { revokedModels: 'record' }, { revokedModels: 'record' }],
  ['a demand that only one makes', {}, { largeBlob: 'preferred' }, { largeBlob: 'preferred' }],
] as const)('the stricter of two: %s', (_name, one, other, both) => {
  expect(stricterDemands(one as never, other as never)).toEqual(both);
  const swapped = stricterDemands(other as never, one as never);
  expect(swapped && Object.keys(swapped).sort()).toEqual(Object.keys(both).sort());
});

test.each([
  ['formats', { attestationFormats: ['packed'] }, { attestationFormats: ['tpm'] }],
  ['models', { allowedModels: ['a'] }, { allowedModels: ['b'] }],
  ['where it lives', { backup: 'device-bound' }, { backup: 'eligible' }],
] as const)('two that contradict each other in %s have none', (_name, one, other) => {
  expect(stricterDemands(one as never, other as never)).toBeUndefined();
});
