/** Stands for a secret that only those with the permission see. */
export const mask = '••••••';

/** Anywhere in a name, however it is written. */
const telling = /secret|passw|passcode|passphrase|apikey|privatekey|challenge|clientdatajson|sessionid/;
/** Words that tell a secret only as a whole: a `pin`, not a `shipping`. */
const words: ReadonlySet<string> = new Set(['pin', 'otp', 'totp', 'cvv', 'cvc', 'token', 'signature']);

/**
 * A copy of session data in which every value with the name of a secret is masked, whatever it holds. Transient
 * values of forms are not in session data at all.
 */
export function maskSecrets(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, isSecret(name) ? mask : masked(value)]),
  );
}

function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  return typeof value === 'object' && value !== null ? maskSecrets({ ...value }) : value;
}

/** Whether a value of this name is a secret. */
export const isSecret = (name: string): boolean =>
  telling.test(name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')) ||
  name.split(/(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+/).some((word) => words.has(word.toLowerCase()));
