import { randomBytes } from 'node:crypto';
import type { OperatorRole } from '@latchkey/contract';
import type { ClientRequest } from '@latchkey/passkeys';
import { hashSecret } from '../access/secrets.ts';
import { systemActor } from '../access/system-actor.ts';
import { audited } from '../audit/audited.ts';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { backofficeRelyingParty } from './backoffice-relying-party.ts';
import {
  insertRegistrationCeremony,
  type RegistrationCeremony,
  takeSetUpCeremony,
} from './ceremonies.sql.ts';
import { consumeInvitation, findUsableInvitation, type UsableInvitation } from './invitations.sql.ts';
import { newOperatorPasskey } from './new-operator-passkey.ts';
import { newOneTimeSecret } from './one-time-secret.ts';
import { operatorProblems } from './operator.ts';
import { operatorActor } from './operator-actor.ts';
import type { OperatorNeeds } from './operator-needs.ts';
import { insertOperatorPasskey, type PasskeyToInsert } from './operator-passkeys.sql.ts';
import { insertOperator } from './operators.sql.ts';
import { tenantOfInvitation } from './owners.sql.ts';
import { registrationRequest } from './registration-request.ts';
import { insertSession } from './sessions.sql.ts';
import { alreadyRegistered, ceremonyOver, verifiedPasskey } from './verified-passkey.ts';

export type StartedSetUp = {
  readonly ceremonyId: string;
  readonly options: ClientRequest;
  readonly name: string;
  readonly role: OperatorRole;
};

/** Begins to use a one-time link, which it does not use up. Throws `operator.invitation-not-usable`. */
export function startSetUp({ sql, newId, publicUrl }: OperatorNeeds) {
  return (secret: string): Promise<StartedSetUp> =>
    inInvitingTenant(sql, hashSecret(secret), async (hash) => {
      const invitation = await findUsableInvitation(sql, hash, rpIdOf(publicUrl()));
      if (!invitation) throw notUsable();
      const { tenant, id: invitationId, name, email, role } = invitation;
      const [ceremonyId, operatorId, handle] = [newId(), newId(), randomBytes(32)];
      const user = { handle, name: email ?? (name || unnamed), displayName: name || unnamed };
      const { clientRequest, expectations } = registrationRequest(publicUrl(), { user });
      const ceremony = { id: ceremonyId, tenant, expectations, operatorId, handle, invitationId };
      await insertRegistrationCeremony(sql, ceremony);
      return { ceremonyId, options: clientRequest, name, role };
    });
}

/** Works in the tenant of an invitation. Throws `operator.invitation-not-usable` when there is none. */
async function inInvitingTenant<Result>(
  sql: Sql,
  hash: Uint8Array,
  work: (hash: Uint8Array) => Promise<Result>,
): Promise<Result> {
  const tenant = await tenantOfInvitation(sql, hash);
  if (tenant === undefined) throw notUsable();
  return inTenant(tenant, () => work(hash));
}

/** What stands beside the passkey of the first administrator, whom nobody named. */
const unnamed = 'Administrator';

export type SetUpInput = {
  readonly invitation: string;
  readonly ceremonyId: string;
  readonly name: string;
  readonly response: unknown;
};

/**
 * Uses a one-time link: makes the operator with a passkey and a session, all or nothing, and answers the session's
 * secret. A refused answer burns the ceremony, not the link. Throws `operator.invitation-not-usable`,
 * `operator.passkey-refused`.
 */
export function setUpOperator(needs: OperatorNeeds) {
  return (input: SetUpInput, browser: string): Promise<string> =>
    inInvitingTenant(needs.sql, hashSecret(input.invitation), async (hash) => {
      const { sql } = needs;
      const invitation = await findUsableInvitation(sql, hash, rpIdOf(needs.publicUrl()));
      if (!invitation) throw notUsable();
      const actor = systemActor(invitation.tenant, 'set-up');
      const fact = {
        action: 'operator.created',
        target: { kind: 'operator' },
        facts: { invitationId: invitation.id },
      };
      return audited(sql, actor, fact, async () => {
        const ceremony = await takeSetUpCeremony(sql, input.ceremonyId, hash);
        if (!ceremony) throw ceremonyOver();
        const verified = verifiedPasskey(ceremony.expectations, input.response);
        const { tenant, operatorId, handle, expectations } = ceremony;
        const made = { tenant, operatorId, handle, rpId: expectations.rpId, verified };
        const passkey = await newOperatorPasskey(needs, made);
        return sql.transaction((transaction) =>
          created(needs, transaction, { ceremony, passkey, hash, name: input.name.trim(), browser }),
        );
      });
    });
}

type Creation = {
  readonly ceremony: RegistrationCeremony;
  readonly passkey: PasskeyToInsert;
  readonly hash: Uint8Array;
  readonly name: string;
  readonly browser: string;
};

async function created(needs: OperatorNeeds, transaction: Sql, creation: Creation): Promise<string> {
  const { ceremony, passkey, hash, name, browser } = creation;
  const invitation = await consumeInvitation(transaction, hash, ceremony.expectations.rpId);
  if (!invitation) throw notUsable();
  const actor = operatorActor({ ...invitation, id: ceremony.operatorId, name });
  await insertOperator(transaction, actor, operatorOf(invitation, creation));
  if (!(await insertOperatorPasskey(transaction, actor, passkey))) throw alreadyRegistered();
  const session = newOneTimeSecret();
  const id = needs.newId();
  await insertSession(transaction, ceremony.tenant, {
    id,
    passkeyId: passkey.id,
    hash: session.hash,
    userAgent: browser,
  });
  return session.secret;
}

const operatorOf = (
  { id: invitationId, email, role, stores, createdBy }: UsableInvitation,
  { ceremony, name }: Creation,
) => ({
  id: ceremony.operatorId,
  name,
  email,
  role,
  stores,
  handle: ceremony.handle,
  createdBy,
  invitationId,
});

const rpIdOf = (publicUrl: string): string => backofficeRelyingParty(publicUrl).id;

const notUsable = () => operatorProblems.create('operator.invitation-not-usable');
