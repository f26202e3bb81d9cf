import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Clock, isId } from '@latchkey/kernel';
import type { ContentUrl } from './page.ts';

/** How long a preview can be opened and goes on loading files. */
export const previewMs = 60 * 60 * 1000;

type Needs = { readonly secretKey: Uint8Array; readonly now: Clock; readonly contentUrl: ContentUrl };

/** Makes and reads the links by which drafts are looked at: version and expiry under a key derived from the secret. */
export function previewLinks({ secretKey, now, contentUrl }: Needs) {
  const key = createHmac('sha256', secretKey).update('latchkey page preview').digest();
  const sealOf = (text: string) => createHmac('sha256', key).update(text).digest().subarray(0, 18);
  return {
    /** Where a version can be looked at; `undefined` without a content host. */
    previewUrl: (id: string): string | undefined => {
      const text = `${id}-${(now() + previewMs).toString(36)}`;
      const origin = contentUrl();
      return origin && `${origin}/preview/${text}-${sealOf(text).toString('base64url')}/index.html`;
    },
    /** The version that a link is for; `undefined` when it is no link of ours or has expired. */
    previewedPage: (link: string): string | undefined => {
      const [, id = '', until = '', seal = ''] =
        /^([A-Z2-7]+)-([a-z0-9]+)-([A-Za-z0-9_-]{24})$/.exec(link) ?? [];
      const isOurs = isId(id) && timingSafeEqual(sealOf(`${id}-${until}`), Buffer.from(seal, 'base64url'));
      return isOurs && Number.parseInt(until, 36) > now() ? id : undefined;
    },
  };
}
export type PreviewLinks = ReturnType<typeof previewLinks>;
