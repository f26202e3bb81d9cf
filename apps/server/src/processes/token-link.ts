import { hash } from 'node:crypto';
import type { Vault } from '../secrets/vault.ts';
import { tokenProblems } from './process-token.ts';

/** A process token as rows refer to it: by its key, which starts nothing. */
type TokenRow = { readonly tenant: string; readonly key: string };

/** What is stored of the id of a process token. */
export type StoredLink = { readonly hash: Uint8Array; readonly sealed: Uint8Array };

/** Seals and opens the ids of process tokens, which whoever has them can start processes with. */
export type TokenLinks = {
  readonly store: (row: TokenRow, id: string) => Promise<StoredLink>;
  /** `undefined` when another key, or another row, is behind it. */
  readonly open: (row: TokenRow, sealed: Uint8Array | null) => Promise<string | undefined>;
};

/** SHA-256 by which the id in a link finds its token. An id of 128 random bits needs no slow hash. */
export const linkHash = (id: string): Uint8Array => hash('sha256', id, 'buffer');

/** Over the keys of tenants. */
export const tokenLinks = ({ seal, open }: Vault): TokenLinks => ({
  store: async (row, id) => ({ hash: linkHash(id), sealed: await seal(placeOf(row), Buffer.from(id)) }),
  open: async (row, sealed) => {
    const id = sealed === null ? undefined : await open(placeOf(row), sealed);
    return id && Buffer.from(id).toString();
  },
});

/** The id of a process token. Throws `process-token.unreadable`. */
export async function openedLink(
  links: TokenLinks,
  row: TokenRow,
  sealed: Uint8Array | null,
): Promise<string> {
  const id = await links.open(row, sealed);
  if (id === undefined) throw tokenProblems.create('process-token.unreadable');
  return id;
}

const placeOf = ({ tenant, key }: TokenRow) => ({ tenant, table: 'process_tokens', row: key });
