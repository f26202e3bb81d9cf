import type { Clock, NewId } from '@latchkey/kernel';
import type { Database } from '../db/sql.ts';
import type { Limits } from '../limits/limits.ts';
import type { PasskeySeals } from '../passkeys/passkey-seals.ts';
import type { TamperingAlarm } from '../passkeys/tampering.ts';

/** What operators are made of. */
export type OperatorNeeds = {
  readonly sql: Database;
  readonly newId: NewId;
  readonly now: Clock;
  /** The origin that people see: of the ceremonies, the cookie and the links. */
  readonly publicUrl: () => string;
  readonly limits: Pick<Limits, 'ofAddress'>;
  readonly seals: Pick<PasskeySeals, 'ready' | 'mac' | 'isIntact'>;
  readonly soundAlarm: TamperingAlarm;
};
