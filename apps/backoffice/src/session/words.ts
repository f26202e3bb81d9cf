/** Words of sign-in and set-up. */
export const sessionWords = Object.freeze({
  signInTitle: 'Sign in',
  signInText: 'Use the passkey of your operator account.',
  signIn: 'Sign in with a passkey',
  signInHint: 'No passkey yet? Open the link of your invitation.',
  againTitle: 'Sign in again to go on',
  againText:
    'What you are about to do reaches your users. It is done within five minutes of a sign-in, so show your passkey once more.',
  againAction: 'Use my passkey',
  setUpTitle: 'Set up your account',
  setUpText: (role: string) =>
    `You are invited as ${role}. Give your name, then create the passkey that you will sign in with.`,
  name: 'Your name',
  nameHelp: 'Shown to other operators and in the audit.',
  createPasskey: 'Create a passkey',
  passkeyHelp: 'Your device asks for your fingerprint, face or screen lock. There is no password.',
  unsupportedTitle: 'This browser cannot use passkeys',
  unsupportedText: 'Open this page in an up-to-date browser, over https or on localhost.',
  noInvitationTitle: 'The link is not complete',
  noInvitationText: 'Open it again from where you got it, up to its last character.',
  cancelled: 'The request was closed before it was finished. Nothing has changed.',
  alreadyThere: 'This device already holds a passkey of this account. Sign in with it instead.',
  misconfigured:
    'The browser refuses this address for passkeys. Open the Backoffice under its public address.',
});
