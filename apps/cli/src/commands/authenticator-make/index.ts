import type { ClientRequest } from '@latchkey/passkeys';
import { type SoftAttestation, type SoftFault, softFaults } from '@latchkey/passkeys/soft-authenticator';
import { asBrowser } from '../../authenticator/as-browser.ts';
import { type AuthenticatorOptions, openAuthenticator } from '../../authenticator/authenticator-file.ts';
import { readOptions } from '../../authenticator/read-options.ts';
import { defineCommand, type Given, UsageError } from '../../define-command.ts';

const attestations = [
  'none',
  'packed-self',
  'packed-certified',
  'packed-enterprise',
  'tpm',
  'android-key',
  'android-safetynet',
  'apple',
  'fido-u2f',
  'compound',
] as const satisfies readonly SoftAttestation[];
const attachments = ['platform', 'cross-platform'] as const;
const verifications = ['yes', 'no'] as const;
const backups = ['none', 'eligible', 'backed-up'] as const;

export const authenticatorMake = defineCommand({
  words: ['authenticator', 'make'],
  usage:
    '[--file FILE] [--origin ORIGIN] [--attestation KIND] [--attachment platform|cross-platform] ' +
    '[--aaguid UUID] [--verifies yes|no] [--backup none|eligible|backed-up] [--fault NAME] < OPTIONS',
  summary: 'Makes a passkey for creation options on the standard input; answers as a browser does.',
  takes: 0,
  options: {
    file: { type: 'string' },
    origin: { type: 'string' },
    attestation: { type: 'string' },
    attachment: { type: 'string' },
    aaguid: { type: 'string' },
    verifies: { type: 'string' },
    backup: { type: 'string' },
    fault: { type: 'string' },
  },
  run: async (given) => {
    const { file, origin, fault } = given.values;
    const authenticator = openAuthenticator(file, optionsOf(given));
    const request = readOptions<ClientRequest>('pubKeyCredParams');
    const place = {
      origin: origin ?? `https://${request.rp.id}`,
      ...(fault !== undefined && { fault: oneOf('fault', Object.keys(softFaults) as SoftFault[], fault) }),
    };
    const response = asBrowser(() => authenticator.createCredential(request, place));
    authenticator.keep(request);
    return { data: response, text: JSON.stringify(response) };
  },
});

function optionsOf({ values }: Given): AuthenticatorOptions {
  const { attestation, attachment, aaguid, verifies = 'yes', backup = 'none' } = values;
  if (aaguid !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(aaguid))
    throw new UsageError('--aaguid must be a UUID.');
  const kept = oneOf('backup', backups, backup);
  return {
    ...(attestation !== undefined && { attestation: oneOf('attestation', attestations, attestation) }),
    ...(attachment !== undefined && { attachment: oneOf('attachment', attachments, attachment) }),
    ...(aaguid !== undefined && { aaguid: aaguid.toLowerCase() }),
    flags: {
      userVerified: oneOf('verifies', verifications, verifies) === 'yes',
      backupEligible: kept !== 'none',
      backedUp: kept === 'backed-up',
    },
  };
}

function oneOf<Word extends string>(option: string, words: readonly Word[], text: string): Word {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new UsageError(`--${option} must be one of ${words.join(', ')}.`);
  return found;
}
