import type { NewRegistrationPolicy, RegistrationPolicy } from '@latchkey/contract';

import { type DemandValues, demandBody, demandValues } from './demand-values.ts';

/** A registration policy as its form holds it; an empty text for what is left open. */
export type PolicyValues = DemandValues & {
  readonly name: string;
  readonly attachment: string;
  readonly residentKey: string;
  readonly userVerification: string;
  readonly attestation: string;
  readonly algorithms: readonly number[];
  readonly legacyAlgorithms: boolean;
  readonly timeoutMs: number | '';
  readonly hints: readonly string[];
  readonly credProps: boolean;
  readonly credentialProtection: string;
  readonly enforceCredentialProtection: boolean;
  readonly allowExternalChallenge: boolean;
};

/** The form of a policy; of a new one with the platform's defaults. */
export const policyValues = (
  policy?: Partial<RegistrationPolicy> | Partial<NewRegistrationPolicy>,
): PolicyValues => ({
  name: policy?.name ?? '',
  attachment: policy?.attachment ?? '',
  residentKey: policy?.residentKey ?? 'preferred',
  userVerification: policy?.userVerification ?? 'preferred',
  attestation: policy?.attestation ?? 'none',
  algorithms: policy?.algorithms ?? [-8, -7, -257],
  legacyAlgorithms: policy?.legacyAlgorithms ?? false,
  timeoutMs: policy?.timeoutMs ?? 300_000,
  hints: policy?.hints ?? [],
  credProps: policy?.credProps ?? true,
  credentialProtection: policy?.credentialProtection ?? '',
  enforceCredentialProtection: policy?.enforceCredentialProtection ?? false,
  allowExternalChallenge: policy?.allowExternalChallenge ?? false,
  ...demandValues(policy),
});

/** What to send: everything, `null` for what is left open. */
export const policyBody = (values: PolicyValues): NewRegistrationPolicy =>
  ({
    ...values,
    ...demandBody(values),
    attachment: values.attachment === '' ? null : values.attachment,
    credentialProtection: values.credentialProtection === '' ? null : values.credentialProtection,
    timeoutMs: values.timeoutMs === '' ? 0 : values.timeoutMs,
  }) as NewRegistrationPolicy;
