/** Stands for a value that nobody needs to see. */
export const mask = '••••••';

const secretNames =
  /secret|password|passcode|token$|challenge|signature|clientDataJSON|attestationObject|authenticatorData|^publicKey$|^sessionId$/i;

/** A copy of session data in which values with the names of secrets are masked. */
export function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, secretNames.test(name) ? mask : masked(member)]),
  );
}
