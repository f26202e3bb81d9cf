import type { AuthenticationExpectations, RegistrationExpectations } from '@latchkey/passkeys';
import type { Sql, Statement } from '../db/sql.ts';
import { ceremonyTimeoutMs } from './backoffice-relying-party.ts';

/** How long an answer is taken: the browser's time and what the way takes. */
const ceremonyLifetimeSeconds = ceremonyTimeoutMs / 1000 + 30;

/** A started ceremony that makes a passkey: of an invitation, or of an operator who is signed in. */
export type RegistrationCeremony = {
  readonly id: string;
  readonly tenant: string;
  readonly expectations: RegistrationExpectations;
  readonly operatorId: string;
  readonly handle: Uint8Array;
  readonly invitationId?: string;
};

const insert: Statement = {
  name: 'operator-ceremonies.insert',
  way: 'sign-in',
  text: `with swept as (delete from operator_ceremonies where expires_at < clock_timestamp() - interval '1 hour')
    insert into operator_ceremonies (id, tenant_id, purpose, expectations, operator_id, handle, invitation_id, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + make_interval(secs => $8))`,
};

/** Remembers the start of a registration. */
export const insertRegistrationCeremony = (sql: Sql, ceremony: RegistrationCeremony): Promise<number> =>
  sql.change(insert, [
    ceremony.id,
    ceremony.tenant,
    ceremony.invitationId === undefined ? 'add-passkey' : 'set-up',
    JSON.stringify(ceremony.expectations),
    ceremony.operatorId,
    ceremony.handle,
    ceremony.invitationId ?? null,
    ceremonyLifetimeSeconds,
  ]);

/** Remembers the start of a sign-in. */
export const insertSignInCeremony = (
  sql: Sql,
  { id, expectations }: { readonly id: string; readonly expectations: AuthenticationExpectations },
): Promise<number> =>
  sql.change(insert, [
    id,
    null,
    'sign-in',
    JSON.stringify(expectations),
    null,
    null,
    null,
    ceremonyLifetimeSeconds,
  ]);

const columns = `c.id, c.tenant_id as tenant, c.expectations, c.operator_id as "operatorId", c.handle,
  c.invitation_id as "invitationId"`;
// The expiry is judged on the row that was deleted: a predicate would be read before the wait for its lock.
const taking = (purpose: string, more = '', using = ''): Statement => ({
  name: `operator-ceremonies.take-${purpose}`,
  ...(purpose === 'sign-in' && { way: 'sign-in' }),
  text: `with taken as (
    delete from operator_ceremonies c ${using} where c.id = $1 and c.purpose = '${purpose}' ${more}
    returning ${columns}, c.expires_at > clock_timestamp() as fresh)
    select * from taken where fresh`,
});
const takeSignIn = taking('sign-in');
const takeSetUp = taking(
  'set-up',
  'and i.tenant_id = c.tenant_id and i.id = c.invitation_id and i.hash = $2',
  'using operator_invitations i',
);
const takeAddition = taking('add-passkey', 'and c.tenant_id = $2 and c.operator_id = $3');

/** Takes a sign-in's ceremony, which nobody can take again; `undefined` when it is gone or over. */
export const takeSignInCeremony = (
  sql: Sql,
  id: string,
): Promise<{ readonly expectations: AuthenticationExpectations } | undefined> => sql.row(takeSignIn, [id]);

/** Takes a set-up's ceremony, of the invitation with this hash alone. */
export const takeSetUpCeremony = (
  sql: Sql,
  id: string,
  invitationHash: Uint8Array,
): Promise<Required<RegistrationCeremony> | undefined> => sql.row(takeSetUp, [id, invitationHash]);

/** Takes the ceremony of a further passkey, of this operator alone. */
export const takeAdditionCeremony = (
  sql: Sql,
  id: string,
  { tenant, operatorId }: { readonly tenant: string; readonly operatorId: string },
): Promise<RegistrationCeremony | undefined> => sql.row(takeAddition, [id, tenant, operatorId]);
