import type { BoundaryEventKind } from '../define-activity.ts';
import {
  cancelled,
  codesByOutcome,
  promptBlocked,
  promptMisconfigured,
  promptTimedOut,
} from '../prompt-events.ts';

const unavailable = 'identity-store.unavailable';

/** What the browser's prompt can come to instead of an answer. None of it is a failed check unless asked for. */
export const browserEvents: readonly BoundaryEventKind[] = [
  {
    code: cancelled,
    label: 'User cancelled',
    docs: 'The person closed the prompt, or had no passkey at hand.',
  },
  promptTimedOut,
  {
    code: 'passkey.unsupported',
    label: 'Not supported',
    docs: 'The browser or the device cannot use such a passkey.',
    fallback: cancelled,
  },
  promptBlocked,
  promptMisconfigured,
];

/** What the server can say against the browser's answer. Any other refusal leaves as the first. */
export const serverEvents: readonly BoundaryEventKind[] = [
  {
    code: unavailable,
    label: 'Failed ID Store Service Call',
    docs: 'Nobody was signed in: the answer was refused, or the identity store failed.',
  },
  {
    code: 'passkey.authentication-expired',
    label: 'Authentication expired',
    docs: 'The answer came after the sign-in had expired.',
    fallback: unavailable,
  },
  {
    code: 'passkey.not-known',
    label: 'Passkey not known',
    docs: 'The passkey is not registered here, or it is blocked.',
    fallback: unavailable,
  },
  {
    code: 'passkey.sign-in-not-allowed',
    label: 'User not allowed',
    docs: 'The user is locked or disabled.',
    fallback: unavailable,
  },
  {
    code: 'passkey.counter-not-increased',
    label: 'Possible copy',
    docs: 'The signature counter did not increase: the authenticator may have been copied.',
    fallback: unavailable,
  },
];

/** The code of what the page reports. */
export const browserCodes = codesByOutcome(browserEvents);
