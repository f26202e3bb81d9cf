import { createHmac, timingSafeEqual } from 'node:crypto';
import { isId } from '@latchkey/kernel';

/** The wait of a journey whose page is watched. */
export type Watched = { readonly instanceId: string; readonly task: string };

/**
 * Names a wait to the content host, which knows no cookie, and reads such names. A page sees its own, and gains by it
 * what it has: to be written about.
 */
export function reportLinks({ secretKey }: { readonly secretKey: Uint8Array }) {
  const key = createHmac('sha256', secretKey).update('latchkey page reports').digest();
  const sealOf = (text: string) => createHmac('sha256', key).update(text).digest().subarray(0, 18);
  return {
    reportName: ({ instanceId, task }: Watched): string => {
      const text = `${instanceId}-${task}`;
      return `${text}-${sealOf(text).toString('base64url')}`;
    },
    /** The wait; `undefined` when the name is none of ours. */
    watched: (name: string): Watched | undefined => {
      const [, instanceId = '', task = '', seal = ''] =
        /^([A-Z0-9]+)-([A-Za-z0-9]{1,32})-([A-Za-z0-9_-]{24})$/.exec(name) ?? [];
      const isOurs =
        isId(instanceId) && timingSafeEqual(sealOf(`${instanceId}-${task}`), Buffer.from(seal, 'base64url'));
      return isOurs ? { instanceId, task } : undefined;
    },
  };
}
export type ReportLinks = ReturnType<typeof reportLinks>;
