import type { OperatorPasskey, Page, PageRequest } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/sql.ts';
import { providerOf } from '../passkeys/provider-names.ts';
import { backofficeRelyingParty } from './backoffice-relying-party.ts';
import { insertRegistrationCeremony, takeAdditionCeremony } from './ceremonies.sql.ts';
import { newOperatorPasskey } from './new-operator-passkey.ts';
import { mostPasskeys, operatorProblems } from './operator.ts';
import type { OperatorNeeds } from './operator-needs.ts';
import {
  countPasskeys,
  credentialsOf,
  insertOperatorPasskey,
  listOperatorPasskeyPage,
  type OperatorPasskeyRow,
  removeOperatorPasskey,
} from './operator-passkeys.sql.ts';
import { findOperator, lockOperator } from './operators.sql.ts';
import { registrationRequest } from './registration-request.ts';
import { mayManageOperators, requireRoleHeld } from './roles.ts';
import { alreadyRegistered, ceremonyOver, verifiedPasskey } from './verified-passkey.ts';

/** One page of an operator's passkeys: one's own, or anybody's by permission. Throws `operator.not-found`. */
export async function listOperatorPasskeys(
  sql: Database,
  actor: Actor,
  operatorId: string,
  request: PageRequest,
): Promise<Page<OperatorPasskey>> {
  requireOwn(actor, operatorId);
  const page = (await listOperatorPasskeyPage(sql, actor.tenant, operatorId, request)) ?? absent();
  return { ...page, content: page.content.map(shownPasskey) };
}

/** Begins to add a passkey of one's own. Throws `operator.session-needed`, `operator.too-many-passkeys`. */
export function startOperatorPasskey({ sql, newId, publicUrl }: OperatorNeeds) {
  return async (actor: Actor) => {
    const { tenant, id: operatorId } = requireOperator(actor);
    const operator = (await findOperator(sql, tenant, operatorId)) ?? absent();
    const excludeCredentials = await credentialsOf(
      sql,
      tenant,
      operatorId,
      backofficeRelyingParty(publicUrl()).id,
    );
    if (excludeCredentials.length >= mostPasskeys) throw tooMany();
    const { name: displayName, email, handle } = operator;
    const user = { handle, name: email ?? displayName, displayName };
    const started = registrationRequest(publicUrl(), { user, excludeCredentials });
    const { clientRequest: options, expectations } = started;
    const ceremonyId = newId();
    await insertRegistrationCeremony(sql, { id: ceremonyId, tenant, expectations, operatorId, handle });
    return { ceremonyId, options };
  };
}

export type PasskeyAddition = {
  readonly ceremonyId: string;
  readonly response: unknown;
  readonly name?: string;
};

/** Adds a passkey of one's own. Throws `operator.session-needed`, `operator.passkey-refused`, `…too-many-passkeys`. */
export function addOperatorPasskey(needs: OperatorNeeds) {
  const { sql } = needs;
  return async (actor: Actor, { ceremonyId, response, name }: PasskeyAddition): Promise<OperatorPasskey> => {
    const { tenant, id: operatorId } = requireOperator(actor);
    const ceremony = await takeAdditionCeremony(sql, ceremonyId, { tenant, operatorId });
    if (!ceremony) throw ceremonyOver();
    const { expectations, handle } = ceremony;
    const verified = verifiedPasskey(expectations, response);
    const made = { tenant, operatorId, handle, rpId: expectations.rpId, name, verified };
    const passkey = await newOperatorPasskey(needs, made);
    return sql.transaction(async (transaction) => {
      await lockOperator(transaction, tenant, operatorId);
      if (((await countPasskeys(transaction, tenant, operatorId)) ?? absent()) >= mostPasskeys)
        throw tooMany();
      const added = await insertOperatorPasskey(transaction, actor, passkey);
      if (!added) throw alreadyRegistered();
      return shownPasskey(added);
    });
  };
}

/**
 * Deletes a passkey with the sessions that it began: one's own, or anybody's by permission. Throws
 * `operator.not-found`, `operator.role-not-held`, `operator.passkey-not-found`, `operator.last-passkey`.
 */
export async function deleteOperatorPasskey(
  sql: Database,
  actor: Actor,
  operatorId: string,
  id: string,
): Promise<void> {
  requireOwn(actor, operatorId);
  await sql.transaction(async (transaction) => {
    const operator = (await lockOperator(transaction, actor.tenant, operatorId)) ?? absent();
    requireRoleHeld(actor, operator.role, operator.stores);
    const held = (await countPasskeys(transaction, actor.tenant, operatorId)) ?? absent();
    if (!(await removeOperatorPasskey(transaction, actor, operatorId, id)))
      throw operatorProblems.create('operator.passkey-not-found');
    if (held === 1) throw operatorProblems.create('operator.last-passkey');
  });
}

const shownPasskey = ({ createdAt, lastUsedAt, ...passkey }: OperatorPasskeyRow): OperatorPasskey => {
  const provider = providerOf(passkey.aaguid);
  return {
    ...passkey,
    ...(provider !== undefined && { provider }),
    createdDtm: createdAt.toISOString(),
    ...(lastUsedAt !== null && { lastUsedDtm: lastUsedAt.toISOString() }),
  };
};

/** Another operator's are as good as absent to those who manage nobody. */
function requireOwn(actor: Actor, operatorId: string): void {
  const isOwn = actor.kind === 'operator' && actor.id === operatorId;
  if (!isOwn && !mayManageOperators(actor)) absent();
}

function requireOperator(actor: Actor): Actor {
  if (actor.kind === 'operator') return actor;
  throw operatorProblems.create('operator.session-needed');
}

const tooMany = () => operatorProblems.create('operator.too-many-passkeys');

function absent(): never {
  throw operatorProblems.create('operator.not-found');
}
