import { randomBytes } from 'node:crypto';
import { currentTenant } from '../../db/tenant-scope.ts';
import { type SecretPlace, type Vault, vaultProblems } from '../../secrets/vault.ts';
import { hideSecrets, showSecrets } from './hide-secrets.ts';
import type { SessionData } from './session-data.ts';

/** Session data as a row holds them: with places for their secrets, which are sealed beside them. */
export type StoredData = { readonly storedData: SessionData; readonly sealed: Uint8Array | null };

/** Keeps the secrets of session data out of the tables: challenges, ids of registration sessions, what else has such a name. */
export type SessionDataSafe = {
  /** Gets the key of the running work's tenant. To be called before a transaction, which must not wait for it. */
  readonly ready: () => Promise<void>;
  readonly close: (place: SecretPlace, data: SessionData) => Promise<StoredData>;
  /** Throws `secret.unreadable`. */
  readonly open: (place: SecretPlace, stored: StoredData) => Promise<SessionData>;
};

/** Over the keys of tenants. */
export const sessionDataSafe = ({
  ready,
  seal,
  open,
}: Pick<Vault, 'ready' | 'seal' | 'open'>): SessionDataSafe =>
  Object.freeze<SessionDataSafe>({
    ready: async () => {
      const tenant = currentTenant();
      if (tenant !== undefined) await ready(tenant);
    },
    close: async (place, data) => {
      const mark = randomBytes(12).toString('base64url');
      const { data: storedData, secrets } = hideSecrets(data, mark);
      if (secrets.length === 0) return { storedData, sealed: null };
      return { storedData, sealed: await seal(place, Buffer.from(JSON.stringify([mark, ...secrets]))) };
    },
    open: async (place, { storedData, sealed }) => {
      if (sealed === null) return storedData;
      const opened = await open(place, sealed);
      if (opened === undefined) throw vaultProblems.create('secret.unreadable');
      const [mark = '', ...secrets] = JSON.parse(Buffer.from(opened).toString()) as string[];
      return showSecrets({ data: storedData, secrets }, mark);
    },
  });

/** Where the secrets of an instance's data are sealed. */
export const instancePlace = ({
  tenant,
  id,
}: {
  readonly tenant: string;
  readonly id: string;
}): SecretPlace => ({
  tenant,
  table: 'process_instances',
  row: id,
});

/** A row of an instance with its data as they are. Throws `secret.unreadable`. */
export async function openedInstance<
  Row extends StoredData & { readonly tenant: string; readonly id: string },
>(
  safe: Pick<SessionDataSafe, 'open'>,
  row: Row,
): Promise<Omit<Row, keyof StoredData> & { readonly data: SessionData }> {
  const { storedData, sealed, ...others } = row;
  return { ...others, data: await safe.open(instancePlace(row), { storedData, sealed }) };
}
