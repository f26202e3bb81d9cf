import { hash, randomBytes } from 'node:crypto';
import { newId } from '@latchkey/kernel';
import type { Actor } from '../../apps/server/src/access/actor.ts';
import type { Sql } from '../../apps/server/src/db/sql.ts';
import { completeSession } from '../../apps/server/src/passkeys/complete-registration.sql.ts';
import { sessionKeyOf } from '../../apps/server/src/passkeys/session-key.ts';
import { insertSession } from '../../apps/server/src/passkeys/start-registration.sql.ts';
import { publicOrigin } from '../world.ts';
import type { FloorStatements } from './floor-statements.ts';

const actor: Actor = {
  kind: 'client',
  tenant: 'demo',
  id: 'bench',
  name: 'API Key: demo',
  permissions: new Set(),
};
const verified = Object.freeze({
  publicKey: Buffer.alloc(77, 1),
  algorithm: -7,
  signCount: 0,
  userVerified: true,
  backupEligible: false,
  backedUp: false,
  transports: ['internal'],
  attachment: 'platform',
  residentKey: true,
  aaguid: '00000000-0000-0000-0000-000000000000',
  aaguidVerified: false,
  attestationFormat: 'none',
  attestationType: 'none',
  origin: publicOrigin,
  crossOrigin: false,
  trustPath: [],
  findings: [],
} as const);

/** The product's own two durable statements: its text, its prepared names, values of the same kind and size. */
export const sameStatements = (sql: Sql): FloorStatements => ({
  start: async (userId, challenge) => {
    const sessionId = newId();
    const found = await insertSession(sql, actor, {
      sessionId,
      auditId: newId(),
      storeName: 'demoStore',
      user: { id: userId },
      relyingPartyId: 'localhost',
      registrationPolicy: 'passkeyPolicy',
      challengeHash: hash('sha256', challenge, 'buffer'),
      givenChallengeBytes: null,
      handle: randomBytes(32),
      isHandleGiven: false,
      publicOrigin,
    });
    if (!found.frozen) throw new Error('the floor started nothing');
    return sessionId;
  },
  complete: async (userId, sessionId, answer) => {
    const passkeyId = newId();
    const ended = await completeSession(sql, actor, {
      sessionKey: sessionKeyOf(sessionId),
      address: { storeName: 'demoStore', user: { id: userId } },
      passkeyId,
      auditId: newId(),
      policyVersion: 1,
      trustPath: [],
      ownOrigins: [{ ...verified, ...answer }.origin],
      name: 'Passkey on this device, 2026-05-04',
      answerHash: hash('sha256', userId, 'buffer'),
      verified: { ...verified, ...answer },
      evidence: Buffer.alloc(32 + answer.attestationObject.length + answer.clientDataJson.length, 1),
      mac: Buffer.alloc(33, 1),
    });
    if (!ended.passkey) throw new Error(`the floor completed nothing: ${ended.refusal}`);
    return passkeyId;
  },
});
