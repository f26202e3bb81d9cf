/** Who acts. Comes from a verified token, a cookie of ours or the server itself; never from a request's own words. */
export type Actor = {
  readonly kind: 'client' | 'operator' | 'journey' | 'system';
  /** The tenant that the actor belongs to; everything it does happens there. */
  readonly tenant: string;
  /** Client id, operator id, instance id, or the name of the server's own part. */
  readonly id: string;
  /** As shown in createdBy and in the audit: `API Key: demo`, `Operator: Ada`, `Journey`, `System`. */
  readonly name: string;
  /** Full strings: `TNT#demo#IdentityStore:listUsers`. */
  readonly permissions: ReadonlySet<string>;
  /** The ids of the identity stores to which an operator is held; absent: all of the tenant. */
  readonly stores?: readonly string[];
  /** When an operator proved by passkey who they are, in milliseconds. */
  readonly signedInAt?: number;
};
