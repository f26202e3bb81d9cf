import { rewrapSigningKey, selectFormerSigningKeys, signingContextOf } from '../access/signing-keys.ts';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { rewrapDataKey, selectFormerDataKeys } from './data-keys.sql.ts';
import type { KeyWrapper, WrappedKey } from './key-wrapper.ts';
import { contextOf } from './vault.ts';

/** What a rotation did: keys that the newest one wraps now, and those that no key at hand opens. */
export type Rotation = { readonly rewrapped: number; readonly unreadable: readonly string[] };

type Needs = { readonly sql: Sql; readonly keys: KeyWrapper };
type Former = WrappedKey & { readonly context: string };

const batch = 200;

/**
 * Wraps every key in the database by the newest key, beside running servers. Each is a statement of its own: what was
 * interrupted goes on when it is called again. What nobody can open stays and is named.
 */
export async function rotateKeys(needs: Needs): Promise<Rotation> {
  const [data, signing] = [await rotateDataKeys(needs), await rotateSigningKeys(needs)];
  return {
    rewrapped: data.rewrapped + signing.rewrapped,
    unreadable: [...data.unreadable, ...signing.unreadable],
  };
}

async function rotateDataKeys(needs: Needs): Promise<Rotation> {
  const { sql, keys } = needs;
  const done: Rotation[] = [];
  for (let after = ''; ; ) {
    const formers = await selectFormerDataKeys(sql, keys.newest, after, batch);
    for (const former of formers) {
      const asFormer = { ...former, context: contextOf(former.tenant) };
      const put = (wrapped: WrappedKey) => inTenant(former.tenant, () => rewrapDataKey(sql, former, wrapped));
      done.push(await rotated(keys, asFormer, put));
    }
    if (formers.length < batch) return sumOf(done);
    after = formers.at(-1)?.tenant ?? '';
  }
}

async function rotateSigningKeys({ sql, keys }: Needs): Promise<Rotation> {
  const done: Rotation[] = [];
  for (const former of await selectFormerSigningKeys(sql, keys.newest)) {
    const asFormer = { ...former, context: signingContextOf(former.kid) };
    done.push(await rotated(keys, asFormer, (wrapped) => rewrapSigningKey(sql, former.kid, wrapped)));
  }
  return sumOf(done);
}

async function rotated(
  keys: KeyWrapper,
  former: Former,
  put: (wrapped: WrappedKey) => Promise<number>,
): Promise<Rotation> {
  const key = await keys.unwrap(former, former.context);
  if (key === undefined) return { rewrapped: 0, unreadable: [former.context] };
  return { rewrapped: await put(await keys.wrap(key, former.context)), unreadable: [] };
}

const sumOf = (all: readonly Rotation[]): Rotation => ({
  rewrapped: all.reduce((sum, { rewrapped }) => sum + rewrapped, 0),
  unreadable: all.flatMap(({ unreadable }) => unreadable),
});
