/** What `npm start -- --json` prints: all that a program needs to use the demo tenant. */
export type DemoFacts = {
  readonly baseUrl: string;
  readonly tenant: string;
  readonly storeName: string;
  readonly relyingPartyId: string;
  readonly registrationPolicy: string;
  readonly journeyUrl: string;
  readonly apiKey: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accessToken: string;
};

/** The names of the guide's example as it is seeded. */
export const demo = Object.freeze({
  tenant: 'demo',
  storeName: 'demoStore',
  relyingPartyId: 'localhost',
  relyingPartyName: 'Latchkey demo',
  registrationPolicy: 'passkeyPolicy',
  clientId: 'demo',
  definitionName: 'Passkey registration',
  registrationForm: 'passkeyRegistrationForm',
  retryForm: 'passkeyRetryForm',
  tokenName: 'demo',
});
