import type { Database } from '../../apps/server/src/db/sql.ts';
import { judgePasskeys } from '../../apps/server/src/passkeys/judge-passkeys.ts';
import { passkeySeals } from '../../apps/server/src/passkeys/passkey-seals.ts';
import { tamperingAlarm } from '../../apps/server/src/passkeys/tampering.ts';
import { localKeys } from '../../apps/server/src/secrets/local-keys.ts';
import { vault } from '../../apps/server/src/secrets/vault.ts';
import { usualKey } from './composed.ts';

/** How one process keeps passkeys as they were registered; processes of one platform have one secret key. */
export function keptPasskeys(database: Database, secretKey = usualKey) {
  const seals = passkeySeals(vault({ database, keys: localKeys([secretKey]), now: Date.now }));
  const soundAlarm = tamperingAlarm({ sql: database, cry: () => undefined });
  return { seals, soundAlarm, judgePasskeys: judgePasskeys(seals, soundAlarm) };
}
