import type { Database } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { sealableOperatorPasskeys } from '../operators/sealable-passkeys.sql.ts';
import type { KeyWrapper } from '../secrets/key-wrapper.ts';
import { vault } from '../secrets/vault.ts';
import { passkeySeals } from './passkey-seals.ts';
import { sealablePasskeys } from './sealable-passkeys.sql.ts';
import { type AlarmNeeds, tamperingAlarm } from './tampering.ts';
import { type PasskeyVerdict, verifyPasskeys } from './verify-passkeys.ts';

type Needs = {
  readonly database: Database;
  readonly keys: KeyWrapper;
  readonly cry: AlarmNeeds['cry'];
};

/** Checks every passkey of a tenant, beside a running server or without one. Throws as `verifyPasskeys` does. */
export const composePasskeyCheck =
  ({ database, keys, cry }: Needs) =>
  (tenant: string): Promise<PasskeyVerdict> => {
    const seals = passkeySeals(vault({ database, keys, now: Date.now }));
    const tables = [sealablePasskeys, sealableOperatorPasskeys];
    const soundAlarm = tamperingAlarm({ sql: database, cry });
    return inTenant(tenant, () => verifyPasskeys({ sql: database, seals, tables, soundAlarm }, tenant));
  };
