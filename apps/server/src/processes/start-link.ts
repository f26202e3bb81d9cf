import { hash, randomBytes } from 'node:crypto';

/** The start link of an instance that the API made: its id, and the key with which the first browser claims it. */
export type StartLink = { readonly instanceId: string; readonly key: string };

/** A fresh start key: 256 random bits. Only its hash is stored. */
export const newStartKey = (): string => randomBytes(32).toString('base64url');

/** What is stored of a start key. */
export const startKeyHash = (key: string): Uint8Array => hash('sha256', key, 'buffer');

/** Where to send the person: the hosted page (or the token's own address) with the start address as `ps`. */
export function redirectUrl(publicUrl: string, uiUrl: string | null, { instanceId, key }: StartLink): string {
  const start = `${publicUrl}/api/process-server/startProcess?pi=${instanceId}&key=${key}`;
  const page = uiUrl ?? `${publicUrl}/web/trustweb`;
  return `${page}${page.includes('?') ? '&' : '?'}ps=${encodeURIComponent(start)}`;
}

/** Reads the `ps` of a link; `undefined` for what is no start address. Only its parameters count, never its host. */
export function readStartAddress(ps: string): StartLink | undefined {
  const query = URL.parse(ps, 'http://localhost')?.searchParams;
  const [instanceId, key] = [query?.get('pi'), query?.get('key')];
  return instanceId && key && key.length <= 128 ? { instanceId, key } : undefined;
}
