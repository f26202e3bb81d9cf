import { type Static, Type } from 'typebox';
import { Closed, Moment, OptionalOutput, Words } from './fields.ts';
import { PathName, PathRelyingPartyId } from './id.ts';
import { ClientRequest } from './passkey-registrations.ts';
import { defineRoute } from './route.ts';

const tag = 'Registration policies';
const path =
  '/api/identity-store/stores/{storeName}/relyingParties/{rpId}/registrationPolicies/{policyName}/trial';
const params = Closed({ storeName: PathName, rpId: PathRelyingPartyId, policyName: PathName });
const absent = ['store.not-found', 'relying-party.not-found', 'registration-policy.not-found'];
const permission = 'IdentityStore:tryRegistrationPolicy';

/** Options that a policy makes, for a trial that nothing is kept of. */
export const PolicyTrial = Closed(
  {
    trial: Type.String({ description: 'To be sent back with the answer; sealed by the server' }),
    clientRequest: ClientRequest,
    expiresAt: Moment('When it ends'),
    isOriginAdded: Type.Boolean({
      description:
        "Whether this platform's own origin is not among the relying party's and counts for the trial only",
    }),
  },
  { description: 'A trial of a registration policy' },
);
export type PolicyTrial = Static<typeof PolicyTrial>;

/** What came of each check. */
export const checkOutcomes = ['PASSED', 'FAILED', 'NOT_REACHED'] as const;

/** How an answer would have been judged. */
export const PolicyVerdict = Closed(
  {
    accepted: Type.Boolean({ description: 'Whether the policy takes the passkey' }),
    problem: Type.Optional(
      Closed(
        {
          code: Type.String({ description: 'Code of the refusal' }),
          title: Type.String({ description: 'What it means' }),
          detail: OptionalOutput('What was found'),
          step: OptionalOutput('Step of the standard that failed'),
        },
        { description: 'Why it is refused' },
      ),
    ),
    checks: Type.Array(
      Closed({
        code: Type.String({ description: 'Code with which the check fails' }),
        outcome: Words(checkOutcomes, 'What came of it'),
      }),
      { description: 'Every check in its order' },
    ),
    facts: Type.Optional(
      Closed(
        {
          credentialId: Type.String({ description: 'Credential id, base64url' }),
          algorithm: Type.Integer({ description: 'COSE algorithm identifier' }),
          userVerified: Type.Boolean({ description: 'Whether the person was verified (UV)' }),
          backupEligible: Type.Boolean({ description: 'Whether it may be synced (BE)' }),
          backedUp: Type.Boolean({ description: 'Whether it is synced (BS)' }),
          discoverable: Type.Optional(
            Type.Boolean({ description: 'As the browser claims; absent is unknown' }),
          ),
          attachment: OptionalOutput('As the browser claims: platform or cross-platform'),
          transports: Type.Array(Type.String(), { description: 'As the browser claims' }),
          aaguid: Type.String({ description: 'Model of the authenticator' }),
          aaguidVerified: Type.Boolean({
            description: 'Whether a trusted attestation vouches for the model',
          }),
          provider: OptionalOutput('Name of that model'),
          attestationFormat: Type.String({ description: 'Attestation format' }),
          attestationType: Type.String({ description: 'How much the attestation proves' }),
          origin: Type.String({ description: 'Where the ceremony ran' }),
        },
        { description: 'What the passkey would be' },
      ),
    ),
  },
  { description: 'The verdict on a trial' },
);
export type PolicyVerdict = Static<typeof PolicyVerdict>;

export const startPolicyTrial = defineRoute({
  id: 'startPolicyTrial',
  method: 'POST',
  path,
  tag,
  summary: 'Try a registration policy in one’s own browser',
  permission,
  params,
  status: 200,
  output: PolicyTrial,
  problems: absent,
});

export const judgePolicyTrial = defineRoute({
  id: 'judgePolicyTrial',
  method: 'POST',
  path: `${path}/verdict`,
  tag,
  summary: 'Judge the answer to a trial; nothing is kept',
  permission,
  params,
  body: Closed({
    trial: Type.String({ minLength: 1, maxLength: 16_384, description: 'As the trial was started' }),
    clientResponse: Type.Unknown({ description: 'RegistrationResponseJSON of the browser' }),
  }),
  status: 200,
  output: PolicyVerdict,
  problems: [...absent, 'registration-policy.trial-over'],
});

export const policyTrialRoutes = [startPolicyTrial, judgePolicyTrial] as const;
