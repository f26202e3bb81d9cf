import { fromBase64url } from '@latchkey/kernel';
import { ensure, orFault } from '../fault.ts';
import { parseStrictJson } from './parse-strict-json.ts';

/** Larger than any browser writes, even with a long top origin and an experiment's members. */
const maxBytes = 8192;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What the browser says about the ceremony: CollectedClientData of WebAuthn L3 section 5.8.1. */
export type ClientData = {
  readonly type: string;
  /** Canonical base64url. */
  readonly challenge: string;
  readonly origin: string;
  readonly crossOrigin: boolean;
  readonly topOrigin?: string;
};

/**
 * Reads client data: UTF-8 without a byte order mark, strict JSON without duplicate keys. Unknown members are allowed
 * because browsers add them on purpose. Throws a Fault.
 */
export function readClientData(bytes: Uint8Array): ClientData {
  ensure(bytes.length <= maxBytes, 'The client data are too large.');
  const text = orFault('The client data are not UTF-8.', () => utf8.decode(bytes));
  const { type, challenge, origin, crossOrigin, topOrigin } = parseStrictJson(text);
  ensure(typeof type === 'string', 'The client data have no type.');
  ensure(typeof challenge === 'string', 'The client data have no challenge.');
  ensure(fromBase64url(challenge) !== undefined, 'The challenge is not canonical base64url.');
  ensure(typeof origin === 'string', 'The client data have no origin.');
  ensure(crossOrigin === undefined || typeof crossOrigin === 'boolean', 'crossOrigin is not a boolean.');
  ensure(topOrigin === undefined || typeof topOrigin === 'string', 'topOrigin is not a string.');
  return {
    type,
    challenge,
    origin,
    crossOrigin: crossOrigin ?? false,
    ...(topOrigin !== undefined && { topOrigin }),
  };
}
