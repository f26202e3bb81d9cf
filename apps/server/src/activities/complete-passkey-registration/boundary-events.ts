import type { BoundaryEventKind } from '../define-activity.ts';
import {
  cancelled,
  codesByOutcome,
  promptBlocked,
  promptMisconfigured,
  promptTimedOut,
} from '../prompt-events.ts';

const unavailable = 'identity-store.unavailable';

/** What the browser's prompt can come to instead of a credential. None of it is a failed check unless asked for. */
export const browserEvents: readonly BoundaryEventKind[] = [
  { code: cancelled, label: 'User cancelled', docs: 'The person closed the prompt, or it made no passkey.' },
  promptTimedOut,
  {
    code: 'passkey.already-registered',
    label: 'Already registered',
    docs: 'The device already holds a passkey of this user, or the passkey is known.',
    fallback: cancelled,
  },
  {
    code: 'passkey.unsupported',
    label: 'Not supported',
    docs: 'The browser or the device cannot make such a passkey.',
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
    docs: 'The passkey could not be kept: the answer was refused, or the identity store failed.',
  },
  {
    code: 'passkey.session-expired',
    label: 'Registration expired',
    docs: 'The answer came after the registration had expired.',
    fallback: unavailable,
  },
  {
    code: 'passkey.limit-reached',
    label: 'Too many passkeys',
    docs: 'The user has as many passkeys as the store allows.',
    fallback: unavailable,
  },
];

/** The code of what the page reports. */
export const browserCodes = codesByOutcome(browserEvents);
