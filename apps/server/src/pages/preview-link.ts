import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Clock, isId } from '@latchkey/kernel';
import type { ContentUrl } from './page.ts';

/** How long a preview can be opened and goes on loading files. */
export const previewMs = 60 * 60 * 1000;

type Needs = { readonly secretKey: Uint8Array; readonly now: Clock; readonly contentUrl: ContentUrl };

/**
 * Makes and reads the links by which drafts are looked at, and what is not saved yet: a version or a tenant, and the
 * expiry, under a key derived from the secret.
 */
export function previewLinks({ secretKey, now, contentUrl }: Needs) {
  const key = createHmac('sha256', secretKey).update('latchkey page preview').digest();
  const sealOf = (text: string) => createHmac('sha256', key).update(text).digest().subarray(0, 18);
  const isSealed = (text: string, seal: string, until: string) =>
    timingSafeEqual(sealOf(text), Buffer.from(seal, 'base64url')) && Number.parseInt(until, 36) > now();
  const soon = () => (now() + previewMs).toString(36);
  return {
    /** Where a version can be looked at; `undefined` without a content host. */
    previewUrl: (id: string): string | undefined => {
      const text = `${id}-${soon()}`;
      const origin = contentUrl();
      return origin && `${origin}/preview/${text}-${sealOf(text).toString('base64url')}/index.html`;
    },
    /** The version that a link is for; `undefined` when it is no link of ours or has expired. */
    previewedPage: (link: string): string | undefined => {
      const [, id = '', until = '', seal = ''] =
        /^([A-Z2-7]+)-([a-z0-9]+)-([A-Za-z0-9_-]{24})$/.exec(link) ?? [];
      return isId(id) && isSealed(`${id}-${until}`, seal, until) ? id : undefined;
    },
    /** An empty document in which a tenant looks at what is not saved yet; `undefined` without a content host. */
    blankUrl: (tenant: string): string | undefined => {
      const name = Buffer.from(tenant).toString('base64url');
      const until = soon();
      const origin = contentUrl();
      const seal = sealOf(`blank ${tenant} ${until}`).toString('base64url');
      return origin && `${origin}/blank/${name}.${until}.${seal}/index.html`;
    },
    /** The tenant that a link to an empty document is for; `undefined` when it is no link of ours or has expired. */
    blankTenant: (link: string): string | undefined => {
      const [, name = '', until = '', seal = ''] =
        /^([A-Za-z0-9_-]+)\.([a-z0-9]+)\.([A-Za-z0-9_-]{24})$/.exec(link) ?? [];
      const tenant = Buffer.from(name, 'base64url').toString();
      return name !== '' && isSealed(`blank ${tenant} ${until}`, seal, until) ? tenant : undefined;
    },
  };
}
export type PreviewLinks = ReturnType<typeof previewLinks>;
