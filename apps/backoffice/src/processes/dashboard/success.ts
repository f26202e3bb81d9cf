import type { FunnelCounts } from '@latchkey/contract';

/** While servers are updated, one of before may answer, which counts no sign-ins. */
type Counts = Pick<FunnelCounts, 'registered'> & Partial<Pick<FunnelCounts, 'signedIn'>>;

/** Those who got what they came for: a new passkey, or a sign-in where none was to be made. */
export const succeeded = ({ registered, signedIn = 0 }: Counts): number => registered + signedIn;

/** Whether anybody ended signed in: without one, nothing tells of sign-ins. */
export const hasSignIns = ({ signedIn = 0 }: Pick<Counts, 'signedIn'>): boolean => signedIn > 0;
