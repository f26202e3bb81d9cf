import type { Chore } from '../background/housekeeping.ts';
import type { Sql } from '../db/sql.ts';
import type { PasskeySeals } from '../passkeys/passkey-seals.ts';
import type { TamperingAlarm } from '../passkeys/tampering.ts';
import { reassessPasskeys } from './reassess-passkeys.ts';
import { refreshSources } from './refresh-sources.ts';
import type { Trust } from './trust.ts';
import type { MetadataSettings } from './trust-settings.ts';

type Needs = {
  readonly sql: Sql;
  readonly trust: Trust;
  readonly settings: MetadataSettings;
  readonly now: () => number;
  /** Reads a file or an address. Throws an Error with one sentence. */
  readonly readSource: (source: string) => Promise<string>;
  /** Writes to the log: of a source that cannot be read, once for each reason. */
  readonly warn: (facts: object, sentence: string) => void;
  readonly seals: Pick<PasskeySeals, 'isIntact' | 'open'>;
  readonly soundAlarm: TamperingAlarm;
};

/** Keeps up with whom to trust, in the background: sources that are due, what other processes changed, passkeys. */
export function trustChores(needs: Needs): readonly Chore[] {
  const { sql, trust } = needs;
  const refresh = async () => {
    const looked = await refreshSources(needs);
    await trust.reload(sql);
    return looked;
  };
  const reassess = async () => {
    await trust.reload(sql);
    return await reassessPasskeys(needs);
  };
  return [
    { name: 'refresh whom to trust', everyMs: 5_000, work: refresh },
    { name: 'assess passkeys anew', everyMs: 5_000, work: reassess },
  ];
}
