import type { CDPSession, Page } from 'playwright-core';

/** Chromium's virtual authenticator of one page, driven over CDP. */
export type VirtualAuthenticator = {
  readonly credentials: () => Promise<
    readonly { readonly credentialId: string; readonly isResidentCredential: boolean }[]
  >;
  /** What the person does at the prompt: `false` refuses to verify, which the browser reports as a cancel. */
  readonly verifies: (verified: boolean) => Promise<void>;
  /** Whether the person touches at all; without it the prompt stays open. */
  readonly answers: (present: boolean) => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** Adds a platform authenticator that keeps discoverable credentials and verifies its user. */
export async function addAuthenticator(page: Page): Promise<VirtualAuthenticator> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    credentials: async () =>
      (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials.map(identify),
    verifies: (isUserVerified) =>
      cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }).then(nothing),
    answers: (enabled) =>
      cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }).then(nothing),
    remove: () => cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }).then(nothing),
  };
}

const identify = ({
  credentialId,
  isResidentCredential,
}: {
  credentialId: string;
  isResidentCredential: boolean;
}) => ({
  credentialId: Buffer.from(credentialId, 'base64').toString('base64url'),
  isResidentCredential,
});

const nothing = () => undefined;
