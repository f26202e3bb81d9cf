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
  /** Registers the first administrator's passkey; absent once there is one. */
  readonly setUpUrl?: string;
};

/** Derived from the server's secret key, so that every start can print them though the database holds hashes only. */
export type DemoSecrets = Pick<DemoFacts, 'apiKey' | 'clientSecret'>;

/** The guide's example as it is seeded: its names, its files, and a policy with every member of its response. */
export const demo = Object.freeze({
  tenant: 'demo',
  organisation: 'Latchkey demo',
  storeName: 'demoStore',
  relyingPartyId: 'localhost',
  relyingPartyName: 'passkeyConfig',
  clientId: 'demo',
  definitionName: 'Passkey registration',
  diagram: 'passkey-registration.bpmn',
  tokenName: 'demo',
  forms: [
    { name: 'passkeyRegistrationForm', file: 'forms/passkey-registration-form.json' },
    { name: 'passkeyRetryForm', file: 'forms/passkey-retry-form.json' },
  ],
  page: {
    name: 'passkeyRegistrationPage',
    folder: 'custom-page/',
    files: ['index.html', 'style.css', 'app.js'],
  },
  policy: {
    name: 'passkeyPolicy',
    attachment: 'platform',
    residentKey: 'preferred',
    userVerification: 'preferred',
    credentialProtection: 'userVerificationOptional',
  },
} as const);
