import { isSecret } from '../mask-secrets.ts';
import type { SessionData } from './session-data.ts';

/** Session data with places where secrets were, and the secrets in the order of their numbers. */
export type HiddenData = { readonly data: SessionData; readonly secrets: readonly string[] };

/** Shorter ones are no tokens: they are words that stand elsewhere too. */
const shortest = 16;

/**
 * Puts a place in the stead of every secret: of each longer text under the name of one, wherever it stands, also as a
 * part of another text under another name. `mark` is random, so that nobody can type a place.
 */
export function hideSecrets(data: SessionData, mark: string): HiddenData {
  // The longest first: one may be a part of another.
  const secrets = [...new Set(secretsIn(data))].sort((a, b) => b.length - a.length);
  if (secrets.length === 0) return { data, secrets };
  const hidden = (text: string) =>
    text.length < shortest
      ? text
      : secrets.reduce((left, secret, at) => left.replaceAll(secret, placeOf(mark, at)), text);
  return { data: mapTexts(data, hidden) as SessionData, secrets };
}

/** The data as they were before `hideSecrets`. */
export function showSecrets({ data, secrets }: HiddenData, mark: string): SessionData {
  const place = new RegExp(`‹${mark}\\.(\\d+)›`, 'g');
  const shown = (text: string) =>
    text.includes(mark) ? text.replace(place, (_, at) => secrets[Number(at)] ?? '') : text;
  return mapTexts(data, shown) as SessionData;
}

const placeOf = (mark: string, at: number): string => `‹${mark}.${at}›`;

function secretsIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return value.length >= shortest && isSecret(name) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => secretsIn(each, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => secretsIn(each, key));
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, change)]));
}
