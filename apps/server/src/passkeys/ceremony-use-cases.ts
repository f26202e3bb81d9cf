import { authenticationUseCases } from '../passkey-authentications/authentication-use-cases.ts';
import { registrationUseCases } from './registration-use-cases.ts';

/** Everything that can happen to a passkey, new or known. */
export const ceremonyUseCases = (needs: Parameters<typeof registrationUseCases>[0]) =>
  Object.freeze({ ...registrationUseCases(needs), ...authenticationUseCases(needs) });

export type CeremonyUseCases = ReturnType<typeof ceremonyUseCases>;
