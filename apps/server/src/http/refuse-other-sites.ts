import type { IncomingHttpHeaders } from 'node:http';
import { accessProblems } from '../access/access-problems.ts';
import { isSameOrigin } from './same-origin.ts';

type Sent = { readonly method: string; readonly headers: IncomingHttpHeaders };

const safe: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Lets a request by cookie change something only when a page of ours sent it, with the header that no other site can
 * add without asking. Throws `access.cross-site`.
 */
export function refuseOtherSites({ method, headers }: Sent, publicUrl: string): void {
  if (safe.has(method)) return;
  if (!isSameOrigin(headers, publicUrl) || headers['x-latchkey-backoffice'] !== '1') {
    throw accessProblems.create('access.cross-site');
  }
}
