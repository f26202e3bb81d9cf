import { passkeyProblems } from '@latchkey/passkeys';

/**
 * The browser's response out of a body that is it, or carries it as `clientResponse`. A body without one says nothing
 * about the ceremony, so it is refused before it can burn the session: throws `passkey.response-malformed`.
 */
export function clientResponseOf({ clientResponse, ...raw }: { readonly clientResponse?: object }): object {
  const response = clientResponse ?? raw;
  if (Object.keys(response).length > 0) return response;
  throw passkeyProblems.create('passkey.response-malformed', {
    detail: "The body must carry the browser's response as clientResponse.",
    errors: [{ pointer: '/clientResponse', detail: 'is missing' }],
  });
}
