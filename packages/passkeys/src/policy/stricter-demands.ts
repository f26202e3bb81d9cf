import {
  type AuthenticatorDemands,
  authenticatorDemandsOf,
  certificationLevels,
} from './authenticator-demands.ts';

type Merge = (one: never, other: never) => unknown;

/** What no authenticator can meet. */
const contradiction = Symbol('contradiction');

const common = (one: readonly string[], other: readonly string[]) => {
  const both = one.filter((value) => other.includes(value));
  return both.length === 0 ? contradiction : both;
};
const either = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];
const stronger =
  <Word>(order: readonly Word[]) =>
  (one: Word, other: Word) =>
    order.indexOf(one) >= order.indexOf(other) ? one : other;
const greater = (one: number, other: number) => Math.max(one, other);

/** How two demands of one name become one; where only one is made, it stands. */
const merges: Readonly<Record<keyof AuthenticatorDemands, Merge>> = {
  attestationFormats: common,
  attestationTypes: common,
  allowedModels: common,
  deniedModels: either,
  watchedModels: either,
  revokedModels: stronger(['record', 'refuse']),
  minimumCertification: stronger(certificationLevels),
  keyProtections: common,
  userVerificationMethods: common,
  backup: backupOf,
  minPinLength: () => true,
  leastPinLength: greater,
  prf: stronger(['asked', 'required']),
  largeBlob: stronger(['preferred', 'required']),
};

function backupOf(one: string, other: string): string | symbol {
  if (one === other) return one;
  return [one, other].includes('device-bound') ? contradiction : 'backed-up';
}

/** Of each demand the stricter one; `undefined` when the two contradict each other. Pure. */
export function stricterDemands(
  one: AuthenticatorDemands,
  other: AuthenticatorDemands,
): AuthenticatorDemands | undefined {
  const [first, second] = [authenticatorDemandsOf(one), authenticatorDemandsOf(other)];
  const merged: Record<string, unknown> = { ...second, ...first };
  for (const name of Object.keys(first) as (keyof AuthenticatorDemands)[]) {
    if (name in second) merged[name] = merges[name](first[name] as never, second[name] as never);
  }
  // Silence refuses what was revoked, so that both must say `record`.
  if (!('revokedModels' in first && 'revokedModels' in second)) delete merged.revokedModels;
  return Object.values(merged).includes(contradiction) ? undefined : (merged as AuthenticatorDemands);
}
