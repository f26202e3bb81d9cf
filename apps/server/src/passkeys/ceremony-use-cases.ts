import {
  type AuthenticationNeeds,
  authenticationUseCases,
} from '../passkey-authentications/authentication-use-cases.ts';
import { type RegistrationNeeds, registrationUseCases } from './registration-use-cases.ts';

export type CeremonyNeeds = RegistrationNeeds & AuthenticationNeeds;

/** Everything that can happen to a passkey, new or known. */
export const ceremonyUseCases = (needs: CeremonyNeeds) =>
  Object.freeze({ ...registrationUseCases(needs), ...authenticationUseCases(needs) });

export type CeremonyUseCases = ReturnType<typeof ceremonyUseCases>;
