import type { Definition } from './definition.ts';
import { catches, diagram, endEvent, startEvent, task } from './diagram.fixture.ts';
import type { Event } from './event.ts';

/** The guide's example: every boundary event leads to the decider, a cancel to a form and back. */
export const guide: Definition = diagram(
  {
    start: startEvent(),
    addUser: task(),
    notAdded: catches('addUser', 'user.not-added'),
    notUnique: catches('addUser', 'user.external-id-not-unique'),
    startRegistration: task(),
    registrationForm: task(),
    formTimeout: catches('registrationForm', 'form.timed-out'),
    complete: task(),
    cancelled: catches('complete', 'passkey.user-cancelled'),
    storeFailed: catches('complete', 'store.call-failed'),
    retryForm: task(),
    decider: task(),
    end: endEvent(),
  },
  'start -> addUser -> startRegistration -> registrationForm -> complete -> decider -> end',
  'notAdded -> decider',
  'notUnique -> decider',
  'formTimeout -> decider',
  'storeFailed -> decider',
  'cancelled -> retryForm -> registrationForm',
);

type Answer = (token: string) => Event;

const done: Answer = (token) => ({ kind: 'activity-completed', token });
const waits: Answer = (token) => ({ kind: 'activity-waiting', token });
const waitsForForm: Answer = (token) => ({
  kind: 'activity-waiting',
  token,
  deadlineMs: 300_000,
  errorCode: 'form.timed-out',
});
const userCancels: Answer = (token) => ({ kind: 'activity-failed', token, error: 'passkey.user-cancelled' });

/** What happens to its only token when a person cancels once, tries again and succeeds. */
export const guideAnswers: readonly Answer[] = [
  done,
  done,
  waitsForForm,
  done,
  userCancels,
  waits,
  done,
  waitsForForm,
  done,
  done,
  done,
];
