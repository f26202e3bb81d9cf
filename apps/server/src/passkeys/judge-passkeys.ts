import type { Sql } from '../db/sql.ts';
import { coveredPasskey } from './covered-passkey.ts';
import type { StoredPasskey } from './passkey.ts';
import type { PasskeySeals } from './passkey-seals.ts';
import type { TamperingAlarm } from './tampering.ts';

/** A stored passkey that was held against its HMAC. */
export type Judged<Row extends StoredPasskey> = Omit<Row, 'mac'> & { readonly isIntact: boolean };

/** Holds passkeys, as they come out of the database, against their HMAC. */
export type JudgePasskeys = <Row extends StoredPasskey>(
  sql: Sql,
  rows: readonly Row[],
) => Promise<readonly Judged<Row>[]>;

/** Makes that; one that is not as it was registered is an alarm. Throws `secret.unreadable`. */
export const judgePasskeys = (
  seals: Pick<PasskeySeals, 'isIntact'>,
  soundAlarm: TamperingAlarm,
): JudgePasskeys => {
  const judged = async <Row extends StoredPasskey>(sql: Sql, row: Row): Promise<Judged<Row>> => {
    const { mac, ...passkey } = row;
    const isIntact = await seals.isIntact(sql, coveredPasskey(row), mac);
    const { tenant, id, userId } = row;
    if (!isIntact) await soundAlarm({ tenant, kind: 'passkey', id, userId });
    return { ...passkey, isIntact };
  };
  return async (sql, rows) => {
    const all = [];
    for (const row of rows) all.push(await judged(sql, row));
    return all;
  };
};
