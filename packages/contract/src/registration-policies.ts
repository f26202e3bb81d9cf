import { type Static, Type } from 'typebox';
import { Closed, changeFields, Words } from './fields.ts';
import { Id, PathName, PathRelyingPartyId } from './id.ts';
import { PageOf, pageQuery } from './page.ts';
import { changedDemands, shownDemands } from './policy-demands.ts';
import { defineRoute } from './route.ts';

const need = ['required', 'preferred', 'discouraged'] as const;

const fields = {
  attachment: Words(['platform', 'cross-platform'], 'Only this kind of authenticator; absent for any'),
  residentKey: Words(need, 'Whether the passkey must be discoverable'),
  userVerification: Words(need, 'Whether the authenticator must verify the person'),
  attestation: Words(
    ['none', 'indirect', 'direct', 'enterprise'],
    'What the authenticator must prove of itself',
  ),
  algorithms: Type.Array(Type.Integer({ minimum: -65_536, maximum: 65_535 }), {
    minItems: 1,
    maxItems: 20,
    description: 'COSE algorithm identifiers, most wanted first',
  }),
  legacyAlgorithms: Type.Boolean({ description: 'Allows RS1 (-65535) and -43 among the algorithms' }),
  timeoutMs: Type.Integer({ description: 'How long the browser waits: 30,000 to 600,000 ms' }),
  hints: Type.Array(Words(['security-key', 'client-device', 'hybrid'], 'A hint'), {
    maxItems: 3,
    description: 'Which authenticators browsers offer first; enforces nothing',
  }),
  credProps: Type.Boolean({ description: 'Asks whether the passkey became discoverable' }),
  credentialProtection: Words(
    ['userVerificationOptional', 'userVerificationOptionalWithCredentialIDList', 'userVerificationRequired'],
    'How the authenticator protects the passkey (credProtect); absent for its own choice',
  ),
  enforceCredentialProtection: Type.Boolean({ description: 'Refuses authenticators that cannot protect so' }),
  allowExternalChallenge: Type.Boolean({ description: 'Whether the caller may bring the challenge' }),
} as const;

const name = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9._ -]{0,63}$',
  description: 'Unique name: letters, digits, `.`, `_`, `-` and spaces, at most 64',
});

const { attachment, credentialProtection, ...always } = fields;

/** What a relying party asks of a new passkey. */
export const RegistrationPolicy = Closed(
  {
    id: Id,
    name: Type.String({ description: 'Unique name at the relying party; stands in paths' }),
    version: Type.Integer({ description: 'Rises with every change' }),
    ...always,
    attachment: Type.Optional(attachment),
    credentialProtection: Type.Optional(credentialProtection),
    ...shownDemands,
    ...changeFields,
  },
  { description: 'A registration policy' },
);
export type RegistrationPolicy = Static<typeof RegistrationPolicy>;

const settings = {
  attachment: Type.Optional(
    Type.Union([attachment, Type.Null()], { description: 'Only this kind of authenticator; null for any' }),
  ),
  residentKey: Type.Optional(fields.residentKey),
  userVerification: Type.Optional(fields.userVerification),
  attestation: Type.Optional(fields.attestation),
  algorithms: Type.Optional(fields.algorithms),
  legacyAlgorithms: Type.Optional(fields.legacyAlgorithms),
  timeoutMs: Type.Optional(fields.timeoutMs),
  hints: Type.Optional(fields.hints),
  credProps: Type.Optional(fields.credProps),
  credentialProtection: Type.Optional(
    Type.Union([credentialProtection, Type.Null()], { description: 'credProtect policy; null for none' }),
  ),
  enforceCredentialProtection: Type.Optional(fields.enforceCredentialProtection),
  allowExternalChallenge: Type.Optional(fields.allowExternalChallenge),
  ...changedDemands,
} as const;

/** A new policy; what is absent has the platform's default. */
export const NewRegistrationPolicy = Closed({ name, ...settings });
export type NewRegistrationPolicy = Static<typeof NewRegistrationPolicy>;

/** A change of a policy: what is absent stays, `null` clears. */
export const RegistrationPolicyChange = Closed({ name: Type.Optional(name), ...settings });
export type RegistrationPolicyChange = Static<typeof RegistrationPolicyChange>;

const tag = 'Registration policies';
const path = '/api/identity-store/stores/{storeName}/relyingParties/{rpId}/registrationPolicies';
const one = `${path}/{policyName}` as const;
const inRelyingParty = Closed({ storeName: PathName, rpId: PathRelyingPartyId });
const params = Closed({ storeName: PathName, rpId: PathRelyingPartyId, policyName: PathName });
const parents = ['store.not-found', 'relying-party.not-found'];
const absent = [...parents, 'registration-policy.not-found'];
const saving = ['registration-policy.invalid', 'registration-policy.name-not-unique'];

export const createRegistrationPolicy = defineRoute({
  id: 'createRegistrationPolicy',
  method: 'POST',
  path,
  tag,
  summary: 'Add a registration policy',
  permission: 'IdentityStore:createRegistrationPolicy',
  params: inRelyingParty,
  body: NewRegistrationPolicy,
  status: 201,
  output: RegistrationPolicy,
  problems: [...parents, ...saving],
});

export const listRegistrationPolicies = defineRoute({
  id: 'listRegistrationPolicies',
  method: 'GET',
  path,
  tag,
  summary: 'List the registration policies of a relying party',
  permission: 'IdentityStore:listRegistrationPolicies',
  params: inRelyingParty,
  query: Closed(pageQuery(['name', 'createdDtm'])),
  status: 200,
  output: PageOf(RegistrationPolicy),
  problems: parents,
});

export const getRegistrationPolicy = defineRoute({
  id: 'getRegistrationPolicy',
  method: 'GET',
  path: one,
  tag,
  summary: 'Read a registration policy',
  permission: 'IdentityStore:getRegistrationPolicy',
  params,
  status: 200,
  output: RegistrationPolicy,
  problems: absent,
});

export const updateRegistrationPolicy = defineRoute({
  id: 'updateRegistrationPolicy',
  method: 'POST',
  path: one,
  tag,
  summary: 'Change a registration policy',
  permission: 'IdentityStore:updateRegistrationPolicy',
  params,
  body: RegistrationPolicyChange,
  status: 200,
  output: RegistrationPolicy,
  problems: [...absent, ...saving],
});

export const deleteRegistrationPolicy = defineRoute({
  id: 'deleteRegistrationPolicy',
  method: 'DELETE',
  path: one,
  tag,
  summary: 'Delete a registration policy',
  permission: 'IdentityStore:deleteRegistrationPolicy',
  params,
  status: 204,
  problems: absent,
});

export const registrationPolicyRoutes = [
  createRegistrationPolicy,
  listRegistrationPolicies,
  getRegistrationPolicy,
  updateRegistrationPolicy,
  deleteRegistrationPolicy,
] as const;
