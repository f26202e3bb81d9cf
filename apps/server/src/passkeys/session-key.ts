import { hash } from 'node:crypto';

/**
 * By what a registration session is stored, found and told of in the audit: the SHA-256 of its id, in base64url. The
 * id itself, which ends the session, is in the answer to its start and in no table. 130 random bits need no slow hash.
 */
export const sessionKeyOf = (sessionId: string): string => hash('sha256', sessionId, 'base64url');
