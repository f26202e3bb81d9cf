import type { Catalogue } from './catalogue.ts';

/** English, the source of the others. */
export const en: Catalogue = {
  direction: 'ltr',
  start: {
    title: 'Welcome',
    body: '{organisation} invites you to set up how you sign in. It takes about a minute.',
  },
  starting: 'One moment…',
  expired: { title: 'This link has ended', body: 'Ask {organisation} for a new one.' },
  busy: {
    title: 'We’re busy right now',
    body: 'Please wait a moment. The page tries again by itself, and nothing you entered is lost.',
  },
  ended: {
    registered: {
      title: 'Passkey created',
      body: 'Next time, sign in with your fingerprint, face or screen lock. There is nothing to remember.',
    },
    succeeded: { title: 'All done', body: 'Everything is saved. You can close this page.' },
    declined: {
      title: 'We couldn’t complete this',
      body: 'Please contact {organisation}. They can tell you what to do next.',
    },
    review: {
      title: 'We’re taking a look',
      body: '{organisation} is checking your details and will get back to you. You can close this page.',
    },
    'timed-out': {
      title: 'This took a little long',
      body: 'The time for this step has passed. Nothing has changed. Ask {organisation} for a new link whenever you’re ready.',
    },
    cancelled: {
      title: 'No passkey yet',
      body: 'You stopped before a passkey was saved. Nothing has changed.',
    },
    failed: {
      title: 'We can’t go on right now',
      body: 'The problem is on our side, not yours. Please contact {organisation} and mention the reference below.',
    },
  },
  notices: {
    cancelled: {
      title: 'No passkey yet',
      body: 'The request was closed before a passkey was saved. Nothing has changed, and you can try again.',
    },
    'timed-out': {
      title: 'This took a little long',
      body: 'No passkey was saved. You can start again whenever you’re ready.',
    },
    'already-registered': {
      title: 'You already have a passkey here',
      body: 'It is ready for signing in on this device.',
    },
    unsupported: {
      title: 'This device can’t save a passkey yet',
      body: 'Turn on a screen lock and try again, or use a phone or a security key.',
    },
    blocked: {
      title: 'Passkeys are switched off here',
      body: 'Open this page in its own window or tab, then try again.',
    },
    'configuration-error': {
      title: 'We couldn’t ask for a passkey',
      body: 'The problem is on our side, not yours. Please contact {organisation}.',
    },
    rejected: {
      title: 'We couldn’t save this passkey',
      body: 'Nothing has changed. Please try again; if it happens once more, contact {organisation}.',
    },
    unverified: {
      title: 'Please confirm that it’s you',
      body: 'This passkey was made without a fingerprint, face, PIN or screen lock. Set one of them up, then try again.',
    },
    unsuitable: {
      title: 'This passkey can’t be used here',
      body: '{organisation} asks for another kind. Try a different device, app or security key, or ask them which one fits.',
    },
    unsafe: {
      title: 'This passkey isn’t safe enough',
      body: 'A weakness is known in the device or key that made it. Please ask {organisation} what to use instead.',
    },
    'short-pin': {
      title: 'The PIN is too short',
      body: 'Set a longer PIN on your security key, then try again.',
    },
    'too-many': {
      title: 'You have as many passkeys as you can',
      body: 'Ask {organisation} to remove one that you no longer use, then try again.',
    },
    'not-allowed': {
      title: 'We couldn’t complete this',
      body: 'Please contact {organisation}. They can tell you what to do next.',
    },
  },
  lockThisDevice: 'Turn on a screen lock, then try again.',
  keepOnThisDevice:
    'Save the passkey on this device itself, with its fingerprint, face or screen lock. If it is refused again, ask {organisation}.',
  waiting: {
    title: 'Continue on your device',
    body: 'Your device is asking to create a passkey. Follow its steps; this page waits for you.',
  },
  saving: 'Saving your passkey…',
  offline: {
    title: 'You appear to be offline',
    body: 'Your answers are kept. We’ll go on by ourselves as soon as you’re back.',
  },
  failed: {
    title: 'We can’t go on right now',
    body: 'The problem is on our side, not yours. Your answers are kept; please try again in a moment.',
  },
  unsupported: {
    title: 'This browser can’t create passkeys',
    body: 'Your link is tied to this browser now. Ask {organisation} for a new one, and open it in an up-to-date browser or on your phone.',
  },
  openElsewhere: 'Open this address in an up-to-date browser, or on your phone.',
  savedIn: 'Saved in {name}.',
  passkeyFor: 'A passkey for {name}',
  passkeyHint:
    'Next, your device asks for your fingerprint, face or screen lock. Fingerprint and face data stay on your device.',
  noScript: 'To create a passkey, this page needs JavaScript. Please turn it on and load the page again.',
  signIn: {
    at: 'Sign in to {name}',
    noScript:
      'To sign in with a passkey, this page needs JavaScript. Please turn it on and load the page again.',
    waiting: {
      title: 'Continue on your device',
      body: 'Your device is asking you to sign in. Follow its steps; this page waits for you.',
    },
    saving: 'Signing you in…',
    unsupported: 'This browser can’t use passkeys',
    notices: {
      cancelled: {
        title: 'Not signed in yet',
        body: 'The request was closed before you signed in. Nothing has changed, and you can try again.',
      },
      'timed-out': {
        title: 'This took a little long',
        body: 'You aren’t signed in. You can start again whenever you’re ready.',
      },
      unsupported: {
        title: 'This device can’t use a passkey yet',
        body: 'Turn on a screen lock and try again, or use the phone or security key that holds your passkey.',
      },
      rejected: {
        title: 'We couldn’t sign you in',
        body: 'Nothing has changed. Please try again; if it happens once more, contact {organisation}.',
      },
      unverified: {
        title: 'Please confirm that it’s you',
        body: 'Sign in with a passkey that asks for your fingerprint, face, PIN or screen lock.',
      },
      unsuitable: {
        title: 'This passkey can’t be used here',
        body: 'Try another passkey, or another device. If you have none, contact {organisation}.',
      },
      unsafe: {
        title: 'This passkey isn’t safe enough',
        body: 'It may have been copied. Please sign in with another passkey, and tell {organisation}.',
      },
    },
  },
  confirm: {
    title: 'Create your passkey',
    body: 'Next time, sign in with your fingerprint, face or screen lock.',
  },
  account: 'Account',
  pageOf: 'Page of {organisation}',
  errors: 'Please check these answers',
  optional: 'optional',
  choose: 'Please choose',
  reference: 'Reference',
  timeLeft: 'Time left',
  secondsLeft: '{n} seconds left for this step.',
  moreTimeGiven: 'You have more time now.',
  goesOn: 'This page goes on by itself.',
  buttons: {
    start: 'Get started',
    submitForRegistration: 'Submit for Registration',
    signIn: 'Sign in with passkey',
    createPasskey: 'Create passkey',
    continue: 'Continue',
    cancel: 'Cancel',
    tryAgain: 'Try again',
    notNow: 'Not now',
    anotherDevice: 'Another device or security key',
    moreTime: 'I need more time',
    pause: 'Pause',
    copyLink: 'Copy link',
    copied: 'Copied',
    goBack: 'Go Back',
    close: 'Close',
  },
};
