/** What is to be remembered about one action. */
export type AuditFact = {
  /** `user.created`: the thing and what became of it. */
  readonly action: string;
  /** SUCCESS unless told. */
  readonly outcome?: 'SUCCESS' | 'FAILURE';
  /** Problem code of a failure. */
  readonly code?: string;
  readonly target?: { readonly kind: string; readonly id?: string };
  readonly instanceId?: string;
  /** Plain data; no secrets, nothing that identifies a person beyond ids. */
  readonly facts?: Readonly<Record<string, unknown>>;
};
