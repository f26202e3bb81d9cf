import { hash } from 'node:crypto';
import { seal, unseal } from '../secrets/seal.ts';
import { tokenProblems } from './process-token.ts';

/** A process token as rows refer to it: by its key, which starts nothing. */
type TokenRow = { readonly tenant: string; readonly key: string };

/** What is stored of the id of a process token. */
export type StoredLink = { readonly hash: Uint8Array; readonly sealed: Uint8Array };

/** Seals and opens the ids of process tokens, which whoever has them can start processes with. */
export type TokenLinks = {
  readonly store: (row: TokenRow, id: string) => StoredLink;
  /** `undefined` when another secret key, or another row, is behind it. */
  readonly open: (row: TokenRow, sealed: Uint8Array | null) => string | undefined;
};

/** SHA-256 by which the id in a link finds its token. An id of 128 random bits needs no slow hash. */
export const linkHash = (id: string): Uint8Array => hash('sha256', id, 'buffer');

/** Over the 32 bytes of the server's secret key. */
export const tokenLinks = (secretKey: Uint8Array): TokenLinks => ({
  store: (row, id) => ({ hash: linkHash(id), sealed: seal(secretKey, placeOf(row), Buffer.from(id)) }),
  open: (row, sealed) => (sealed === null ? undefined : unseal(secretKey, placeOf(row), sealed)?.toString()),
});

/** The id of a process token. Throws `process-token.unreadable`. */
export function openedLink(links: TokenLinks, row: TokenRow, sealed: Uint8Array | null): string {
  const id = links.open(row, sealed);
  if (id === undefined) throw tokenProblems.create('process-token.unreadable');
  return id;
}

const placeOf = ({ tenant, key }: TokenRow) => ({
  purpose: 'latchkey process tokens',
  row: `${tenant}/${key}`,
});
