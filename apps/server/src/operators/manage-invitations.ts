import type { CreatedInvitation, NewInvitation } from '@latchkey/contract';
import type { Clock, NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { insertInvitation, removeInvitation } from './invitations.sql.ts';
import { newOneTimeSecret, setUpLink } from './one-time-secret.ts';
import { operatorProblems } from './operator.ts';
import { requireGrantable } from './require-grantable.ts';

const lifetimeSeconds = 7 * 24 * 3600;

type Needs = { readonly newId: NewId; readonly now: Clock; readonly publicUrl: () => string };

/** Invites an operator; the answer alone holds the link, good for seven days. Throws what `requireGrantable` throws. */
export function inviteOperator({ newId, now, publicUrl }: Needs) {
  return async (sql: Sql, actor: Actor, input: NewInvitation): Promise<CreatedInvitation> => {
    const stores = input.stores ?? null;
    await requireGrantable({ sql, now }, actor, { role: input.role, stores });
    const { secret, hash } = newOneTimeSecret();
    const { role, email } = input;
    const name = input.name.trim();
    const invitation = await insertInvitation(sql, actor, {
      id: newId(),
      hash,
      role,
      stores,
      name,
      ...(email?.trim() && { email: email.trim() }),
      lifetimeSeconds,
    });
    return { ...invitation, link: setUpLink(publicUrl(), secret) };
  };
}

/** Withdraws an invitation. Throws `operator.invitation-not-found`. */
export async function withdrawInvitation(sql: Sql, actor: Actor, id: string): Promise<void> {
  if (await removeInvitation(sql, actor, id)) return;
  throw operatorProblems.create('operator.invitation-not-found');
}
