import type { AuditChain } from '@latchkey/contract';

/** A place of the chain: a position and its hash. */
export type Place = AuditChain['newest'];

/** An anchor as text, to be kept elsewhere: the place as the API gives it. */
export const anchorText = ({ position, hash }: Place): string => JSON.stringify({ position, hash });

/** Reads an anchor: a place, or an answer of `GET /api/audit/chain`. `undefined` for anything else. */
export function readAnchor(text: string): Place | undefined {
  const { newest, ...own } = membersOf(text);
  const { position, hash } = (newest ?? own) as Partial<Place>;
  const isPlace = Number.isSafeInteger(position) && Number(position) >= 0 && /^[\w-]{43}$/.test(String(hash));
  return isPlace ? ({ position, hash } as Place) : undefined;
}

function membersOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}
