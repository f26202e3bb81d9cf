/** What is wrong with one parameter of an activity: `pointer` names it, and neither tells its value. */
export type ParameterError = { readonly pointer: string; readonly detail: string };

/** What can happen to an instance. One event, one version. */
export type Event =
  | { readonly kind: 'activity-completed'; readonly token: string }
  /** Also the answer to conditions or a timer that cannot be evaluated: then the token becomes an incident. */
  | {
      readonly kind: 'activity-failed';
      readonly token: string;
      readonly error: string;
      /** Which parameters did not fit, where that is why. */
      readonly errors?: readonly ParameterError[];
    }
  /** The activity waits for a person; with `deadlineMs` it fails with `errorCode` (or `activity.timed-out`) when due. */
  | {
      readonly kind: 'activity-waiting';
      readonly token: string;
      readonly deadlineMs?: number;
      readonly errorCode?: string;
    }
  /** The person asked for more time: the deadline that the activity set is `deadlineMs` from now, never earlier than before. */
  | { readonly kind: 'deadline-extended'; readonly token: string; readonly deadlineMs: number }
  | {
      readonly kind: 'conditions-evaluated';
      readonly token: string;
      readonly results: Readonly<Record<string, boolean>>;
    }
  | { readonly kind: 'timer-resolved'; readonly timer: string; readonly dueAt: number }
  | { readonly kind: 'timer-fired'; readonly timer: string }
  /** An operator tries an incident again. */
  | { readonly kind: 'incident-retried'; readonly token: string }
  | { readonly kind: 'cancelled' };
