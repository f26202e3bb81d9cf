import type { NewId } from '@latchkey/kernel';
import type { Chore } from '../background/housekeeping.ts';
import { passkeyAuthenticationsHttp } from '../passkey-authentications/passkey-authentications.http.ts';
import type { Vault } from '../secrets/vault.ts';
import { type CeremonyNeeds, ceremonyUseCases } from './ceremony-use-cases.ts';
import { hashOldSessions } from './hash-old-sessions.ts';
import { type JudgePasskeys, judgePasskeys } from './judge-passkeys.ts';
import { passkeyRegistrationsHttp, type RegistrationHttpNeeds } from './passkey-registrations.http.ts';
import { type PasskeySeals, passkeySeals } from './passkey-seals.ts';
import { passkeysHttp } from './passkeys.http.ts';
import { sealOldPasskeys } from './seal-old-passkeys.ts';
import type { SealableTable } from './sealable.ts';
import { sealablePasskeys } from './sealable-passkeys.sql.ts';
import { type AlarmNeeds, type TamperingAlarm, tamperingAlarm } from './tampering.ts';

type Needs = Omit<CeremonyNeeds, keyof KeptPasskeys> &
  Pick<RegistrationHttpNeeds, 'sql' | 'takeoverAlarm' | 'limits'> & {
    readonly newId: NewId;
    readonly cry: AlarmNeeds['cry'];
    readonly vault: Vault;
    /** Passkeys that are kept elsewhere, to be sealed too. */
    readonly otherTables: readonly SealableTable[];
  };

/** How passkeys are kept as they were registered, for whoever reads or writes them. */
export type KeptPasskeys = {
  readonly seals: PasskeySeals;
  readonly soundAlarm: TamperingAlarm;
  readonly judgePasskeys: JudgePasskeys;
};

/** Passkeys and their ceremonies, put together: use cases, routes, chores. */
export function composePasskeys({ vault, otherTables, ...needs }: Needs) {
  const { sql } = needs;
  const seals = passkeySeals(vault);
  const soundAlarm = tamperingAlarm(needs);
  const kept: KeptPasskeys = { seals, soundAlarm, judgePasskeys: judgePasskeys(seals, soundAlarm) };
  const ceremonies = ceremonyUseCases({ ...needs, ...kept });
  const tables = [sealablePasskeys, ...otherTables];
  const chores: readonly Chore[] = [
    { name: 'hash sessions of earlier versions', everyMs: 60_000, work: () => hashOldSessions(sql) },
    {
      name: 'seal passkeys of earlier versions',
      everyMs: 60_000,
      work: () => sealOldPasskeys({ sql, seals, tables }),
    },
  ];
  const routes = [
    ...passkeyRegistrationsHttp({ ...needs, ...ceremonies }),
    ...passkeyAuthenticationsHttp({ sql, ...ceremonies }),
    ...passkeysHttp({ sql, ...kept }),
  ];
  return Object.freeze({ ceremonies, routes, chores, kept });
}
