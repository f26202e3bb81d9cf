/** Words of the first screen. */
export const homeWords = Object.freeze({
  title: 'Home',
  greeting: (name: string) => `Hello, ${name}`,
  description: (tenant: string) => `What is where in the tenant ${tenant}.`,
  stores: 'Identity stores',
  apiKeys: 'API keys',
  operators: 'Operators',
  parties: 'Relying parties',
  open: (what: string) => `Open ${what}`,
  latest: 'Latest changes',
  allAudit: 'Whole audit',
  noneYet: 'Nothing has happened yet.',
  start: 'Getting started',
  startText: 'The way from nothing to the first passkey.',
  steps: {
    store: ['Create an identity store', 'Users live in it.'],
    party: ['Add a relying party', 'The domain that passkeys are bound to, with a registration policy.'],
    user: ['Add a user', 'By hand, by the API, or in a process.'],
  },
  done: 'Done',
});
