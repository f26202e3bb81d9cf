import type { AssertionRequest } from '@latchkey/passkeys/soft-authenticator';
import { asBrowser } from '../../authenticator/as-browser.ts';
import { openAuthenticator } from '../../authenticator/authenticator-file.ts';
import { readOptions } from '../../authenticator/read-options.ts';
import { defineCommand } from '../../define-command.ts';

export const authenticatorSign = defineCommand({
  words: ['authenticator', 'sign'],
  usage: '[--file FILE] [--origin ORIGIN] < OPTIONS',
  summary: 'Signs in for request options on the standard input, with a passkey that was made before.',
  takes: 0,
  options: { file: { type: 'string' }, origin: { type: 'string' } },
  run: async ({ values: { file, origin } }) => {
    const authenticator = openAuthenticator(file);
    const request = readOptions<AssertionRequest>('rpId');
    const response = asBrowser(() =>
      authenticator.getAssertion(request, { origin: origin ?? `https://${request.rpId}` }),
    );
    return { data: response, text: JSON.stringify(response) };
  },
});
