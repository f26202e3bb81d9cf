import type { FieldError } from '@latchkey/kernel';
import { algorithms } from '../cose/algorithms.ts';
import { demandRules } from './demand-rules.ts';
import type { RegistrationPolicy } from './registration-policy.ts';

/** What a policy must not say. */
export type PolicyRule = {
  readonly pointer: string;
  readonly detail: string;
  readonly isBroken: (policy: RegistrationPolicy) => boolean;
};

/** What no browser could satisfy or nobody should ask, measured on Chromium where a browser is named. */
const rules: readonly PolicyRule[] = [
  {
    pointer: '/algorithms',
    detail: 'At least one algorithm must be offered.',
    isBroken: ({ algorithms }) => algorithms.length === 0,
  },
  {
    pointer: '/algorithms',
    detail: 'Every algorithm must be offered once.',
    isBroken: ({ algorithms }) => new Set(algorithms).size !== algorithms.length,
  },
  {
    pointer: '/algorithms',
    detail: 'Browsers accept RS1 (-65535) and -43 only beside a current algorithm.',
    isBroken: (policy) =>
      policy.algorithms.length > 0 && policy.algorithms.every((id) => algorithms.get(id)?.isLegacy),
  },
  {
    pointer: '/timeoutMs',
    detail: 'The timeout must be 30,000 to 600,000 milliseconds.',
    isBroken: ({ timeoutMs }) =>
      !(Number.isInteger(timeoutMs) && timeoutMs >= 30_000 && timeoutMs <= 600_000),
  },
  {
    pointer: '/hints',
    detail: 'Every hint must be given once.',
    isBroken: ({ hints }) => new Set(hints).size !== hints.length,
  },
  {
    pointer: '/userVerification',
    detail: 'Browsers accept userVerificationRequired only with user verification required.',
    isBroken: (policy) =>
      policy.credentialProtection === 'userVerificationRequired' && policy.userVerification !== 'required',
  },
  {
    pointer: '/residentKey',
    detail: 'Browsers accept userVerificationOptional only with a resident key preferred or required.',
    isBroken: (policy) =>
      policy.credentialProtection === 'userVerificationOptional' && policy.residentKey === 'discouraged',
  },
  {
    pointer: '/enforceCredentialProtection',
    detail: 'Browsers do not enforce userVerificationOptional, as it protects nothing.',
    isBroken: (policy) =>
      policy.enforceCredentialProtection && policy.credentialProtection === 'userVerificationOptional',
  },
  {
    pointer: '/requireTrustAnchor',
    detail: 'Browsers take the attestation away unless one is asked.',
    isBroken: ({ requireTrustAnchor, attestation }) => requireTrustAnchor === true && attestation === 'none',
  },
  {
    pointer: '/enforceCredentialProtection',
    detail: 'There is no credential protection to enforce.',
    isBroken: (policy) => policy.enforceCredentialProtection && policy.credentialProtection === undefined,
  },
];

/** The faults of a policy that no browser can satisfy, with the reason; none when it may be saved. */
export function checkRegistrationPolicy(policy: RegistrationPolicy): readonly FieldError[] {
  return [
    ...[...rules, ...demandRules]
      .filter(({ isBroken }) => isBroken(policy))
      .map(({ pointer, detail }) => ({ pointer, detail })),
    ...(policy.topOrigins ?? []).flatMap((origin, index) =>
      isTrustedOrigin(origin)
        ? []
        : [
            {
              pointer: `/topOrigins/${index}`,
              detail: 'Give an exact origin such as https://shop.example.com.',
            },
          ],
    ),
    ...policy.algorithms.flatMap((id, index) => algorithmErrors(policy, id, index)),
  ];
}

function algorithmErrors(policy: RegistrationPolicy, id: number, index: number): readonly FieldError[] {
  const algorithm = algorithms.get(id);
  const pointer = `/algorithms/${index}`;
  if (!algorithm) return [{ pointer, detail: `Algorithm ${id} is not supported.` }];
  if (algorithm.isLegacy && !policy.legacyAlgorithms) {
    return [{ pointer, detail: `${algorithm.name} (${id}) needs the legacy profile.` }];
  }
  return [];
}

/** An exact origin that browsers trust: https, or one's own machine (W3C Secure Contexts section 3.1). */
function isTrustedOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.origin !== text) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && /^(.+\.)?localhost$/.test(url.hostname));
}
