import { type SignedIn, signInOperator, startOperatorSignIn } from '@latchkey/contract';
import { call } from '../api/call.ts';
import { usePasskey as askForPasskey } from './passkey-ceremony.ts';

/** Signs in with any passkey of the Backoffice. Throws a `CallFailure`. */
export async function signInWithPasskey(): Promise<SignedIn> {
  const { ceremonyId, options } = await call(startOperatorSignIn, { body: {} });
  return call(signInOperator, { body: { ceremonyId, response: await askForPasskey(options) } });
}
