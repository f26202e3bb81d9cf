import type { BoundaryEventKind } from './define-activity.ts';

/** By this a task leaves where the diagram does not tell apart how a prompt can end. */
export const cancelled = 'passkey.cancelled';

/** What the prompt of any ceremony can come to, whatever it asks for. */
export const promptTimedOut: BoundaryEventKind = {
  code: 'passkey.timed-out',
  label: 'Prompt timed out',
  docs: 'The time of the prompt ran out.',
  fallback: cancelled,
};
export const promptBlocked: BoundaryEventKind = {
  code: 'passkey.blocked',
  label: 'Blocked',
  docs: 'The browser’s rules forbid the prompt.',
  fallback: cancelled,
};
export const promptMisconfigured: BoundaryEventKind = {
  code: 'passkey.configuration-error',
  label: 'Configuration error',
  docs: 'The browser refused the request: relying party or options are wrong.',
  fallback: cancelled,
};

/** The codes of events by what the page reports: it says `timed-out` for `passkey.timed-out`. */
export const codesByOutcome = (events: readonly BoundaryEventKind[]): Readonly<Record<string, string>> =>
  Object.freeze(Object.fromEntries(events.map(({ code }) => [code.replace('passkey.', ''), code])));
