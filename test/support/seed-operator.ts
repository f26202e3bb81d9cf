import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { publicUrl, type TestClient } from './server.ts';

const root = '/api/backoffice';

/** Makes an operator with a passkey and a session, and an invitation that is open, over the API. */
export async function seedOperator({
  call,
}: Pick<TestClient, 'call'>): Promise<Readonly<Record<string, string>>> {
  const invite = () => call('POST', `${root}/invitations`, { name: 'Ada', role: 'designer' });
  const invitation = new URL((await invite()).body.link).hash.slice(1);
  const { body: begun } = await call('POST', `${root}/set-up/options`, { invitation });
  const response = createSoftAuthenticator().createCredential(begun.options, { origin: publicUrl });
  const { ceremonyId } = begun;
  const { body: done } = await call('POST', `${root}/set-up`, {
    invitation,
    ceremonyId,
    name: 'Ada',
    response,
  });
  const operatorId = done.operator.id;
  const { body: passkeys } = await call('GET', `${root}/operators/${operatorId}/passkeys`);
  const { body: sessions } = await call('GET', `${root}/sessions`);
  return {
    operatorId,
    passkeyId: passkeys.content[0].id,
    operatorSessionId: sessions.content[0].id,
    invitationId: (await invite()).body.id,
  };
}
