import type { FunnelCounts } from '@latchkey/contract';

/** Those who got what they came for: a new passkey, or a sign-in where none was to be made. */
export const succeeded = ({ registered, signedIn }: Pick<FunnelCounts, 'registered' | 'signedIn'>): number =>
  registered + signedIn;

/** Whether anybody ended signed in: without one, nothing tells of sign-ins. */
export const hasSignIns = ({ signedIn }: Pick<FunnelCounts, 'signedIn'>): boolean => signedIn > 0;
