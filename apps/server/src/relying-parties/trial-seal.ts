import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { fromBase64url, toBase64url } from '@latchkey/kernel';

/** Signs what a trial is judged by (HMAC-SHA-256), so that the browser can carry it and nothing is kept. */
export function trialSeal(secretKey: Uint8Array) {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'latchkey policy trials', 32));
  const tagOf = (text: string, purpose: string): Buffer =>
    createHmac('sha256', key).update(`${purpose}\n${text}`).digest();
  return Object.freeze({
    /** `purpose` names whom it is for and is not carried. */
    close: (value: unknown, purpose: string): string => {
      const text = toBase64url(Buffer.from(JSON.stringify(value)));
      return `${text}.${toBase64url(tagOf(text, purpose))}`;
    },
    /** The value, or `undefined` where it is not ours or for somebody else. */
    open: <Value>(sealed: string, purpose: string): Value | undefined => {
      const [text = '', tag = ''] = sealed.split('.');
      const own = tagOf(text, purpose);
      const given = fromBase64url(tag);
      if (given === undefined || given.length !== own.length || !timingSafeEqual(given, own))
        return undefined;
      return JSON.parse(Buffer.from(fromBase64url(text) ?? []).toString('utf8')) as Value;
    },
  });
}

export type TrialSeal = ReturnType<typeof trialSeal>;
