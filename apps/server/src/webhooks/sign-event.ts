import { createHmac } from 'node:crypto';

/** What is signed: the id of the message, the moment of the attempt in milliseconds, and the body to the byte. */
export type Signed = { readonly id: string; readonly at: number; readonly body: string };

/**
 * The headers of a message (Standard Webhooks 1.0): HMAC-SHA-256 over id, seconds and body, once with each secret, so
 * that a receiver may hold either.
 */
export function signedHeaders({ id, at, body }: Signed, secrets: readonly Uint8Array[]) {
  const timestamp = String(Math.floor(at / 1000));
  const signatures = secrets.map((secret) => {
    const digest = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
    return `v1,${digest}`;
  });
  return {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
