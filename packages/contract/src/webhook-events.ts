/** A kind of fact that a webhook can tell: an action of the audit, and what of its facts goes along. */
type WebhookEvent = {
  /** Completes "Told when …". */
  readonly when: string;
  /** Names of the audit's facts in the event's data: ids and words of ours, nothing that a person typed. */
  readonly facts: readonly string[];
  /** Told although the audit calls it a failure: it is one of what happened, not a refused attempt. */
  readonly isToldOfFailure?: true;
};

const ofRegistration = ['sessionHash', 'relyingPartyId', 'registrationPolicy', 'passkeyId', 'findings'];
const ofUser = ['fields', 'status'];

/** Every event that an endpoint can pick, by the audit's action. */
export const webhookEvents = Object.freeze({
  'passkey-registration.completed': { when: 'a user has a new passkey', facts: ofRegistration },
  'passkey-registration.started-for-user': {
    when: 'an API key or an operator begins to register a passkey for a user, which could take the user over',
    facts: ofRegistration,
  },
  'passkey-registration.alarm': {
    when: 'one API key or operator registers passkeys for unusually many users',
    facts: ['started', 'inHours'],
    isToldOfFailure: true,
  },
  'passkey.changed': {
    when: 'a passkey is renamed, blocked, archived or made active',
    facts: ['userId', 'status'],
  },
  'passkey.assessed': {
    when: 'a passkey is judged otherwise than before, as when the model of its authenticator is revoked',
    facts: ['cause', 'attestationType', 'findings'],
  },
  'passkey.tampered': {
    when: 'the row of a passkey is found not to be the one that was registered',
    facts: ['userId', 'operatorId'],
    isToldOfFailure: true,
  },
  'passkey.deleted': { when: 'a passkey is revoked', facts: ['userId'] },
  'user.created': { when: 'a user is added', facts: ofUser },
  'user.changed': { when: 'a user is changed; the names of the fields are told', facts: ofUser },
  'user.status-changed': { when: 'a user is blocked, archived or made active', facts: ofUser },
  'user.deleted': { when: 'a user is deleted', facts: [] },
  'process-instance.started': { when: 'a process instance begins', facts: ['definitionId'] },
  'process-instance.ended': {
    when: 'a process instance ends, also where it then waits for a review',
    facts: ['status', 'decision', 'outcome'],
    isToldOfFailure: true,
  },
  'process-instance.reviewed': { when: 'somebody decides a review', facts: ['decision'] },
  'process-instance.incident': {
    when: 'a failure that no diagram catches halts an instance',
    facts: ['node'],
    isToldOfFailure: true,
  },
  'audit.verified': {
    when: 'a check of the audit finds it changed',
    facts: ['kind', 'position', 'recordId'],
    isToldOfFailure: true,
  },
} as const satisfies Readonly<Record<string, WebhookEvent>>);

/** The name of an event: the audit's action. */
export type WebhookEventType = keyof typeof webhookEvents;

/** The names of all events. */
export const webhookEventTypes = Object.keys(webhookEvents) as readonly WebhookEventType[];

/** What a name of the audit's actions says to webhooks; `undefined` where they are not told. */
export const webhookEventOf = (action: string): WebhookEvent | undefined =>
  Object.hasOwn(webhookEvents, action) ? webhookEvents[action as WebhookEventType] : undefined;
