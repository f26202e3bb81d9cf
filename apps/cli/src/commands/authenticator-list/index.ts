import { toBase64url } from '@latchkey/kernel';
import { openAuthenticator } from '../../authenticator/authenticator-file.ts';
import { defineCommand } from '../../define-command.ts';

export const authenticatorList = defineCommand({
  words: ['authenticator', 'list'],
  usage: '[--file FILE]',
  summary: 'Lists the passkeys of an authenticator.',
  takes: 0,
  options: { file: { type: 'string' } },
  run: async ({ values: { file } }) => {
    const credentials = openAuthenticator(file).credentials.map(({ id, rpId, userHandle, keys }) => ({
      id: toBase64url(id),
      rpId,
      userHandle,
      algorithm: keys.algorithm.id,
    }));
    const lines = credentials.map(({ id, rpId, algorithm }) => `${rpId}  ${algorithm}  ${id}`);
    return { data: { credentials }, text: lines.length === 0 ? 'It has no passkeys.' : lines.join('\n') };
  },
});
