/** What can happen to an instance. One event, one version. */
export type Event =
  | { readonly kind: 'activity-completed'; readonly token: string }
  | { readonly kind: 'activity-failed'; readonly token: string; readonly error: string }
  /** The activity waits for a person; with `deadlineMs` it fails with `errorCode` when that time has passed. */
  | {
      readonly kind: 'activity-waiting';
      readonly token: string;
      readonly deadlineMs?: number;
      readonly errorCode?: string;
    }
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
