import { openAuthenticator } from '../../authenticator/authenticator-file.ts';
import { defineCommand } from '../../define-command.ts';

export const authenticatorRoot = defineCommand({
  words: ['authenticator', 'root'],
  usage: '[--file FILE]',
  summary:
    'Shows the root that the attestations of an authenticator end at, in PEM, to be trusted in a test.',
  takes: 0,
  options: { file: { type: 'string' } },
  run: async ({ values: { file } }) => {
    const base64 = Buffer.from(openAuthenticator(file).attestationRoot()).toString('base64');
    const lines = base64.match(/.{1,64}/g) ?? [];
    const certificate = `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----`;
    return { data: { certificate }, text: certificate };
  },
});
