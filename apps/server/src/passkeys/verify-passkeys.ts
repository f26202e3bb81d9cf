import type { Sql } from '../db/sql.ts';
import { passkeyRecordProblems } from './passkey.ts';
import type { PasskeySeals } from './passkey-seals.ts';
import type { SealableTable, Sealed } from './sealable.ts';
import type { TamperingAlarm } from './tampering.ts';

type Needs = {
  readonly sql: Sql;
  readonly seals: Pick<PasskeySeals, 'isIntact' | 'open'>;
  readonly tables: readonly SealableTable[];
  readonly soundAlarm: TamperingAlarm;
};

/** What a check of every passkey of a tenant came to. */
export type PasskeyVerdict = {
  readonly checked: number;
  /** Of an earlier version: they get their HMAC as they are. */
  readonly unsealed: number;
};

/** So many are named. */
const named = 20;

/**
 * Holds every passkey of a tenant, of its users and of its operators, against its HMAC, and opens what it was registered
 * by. Throws `passkey.tampered`, whose detail names those that are not as they were registered.
 */
export async function verifyPasskeys(needs: Needs, tenant: string): Promise<PasskeyVerdict> {
  const tampered: string[] = [];
  let [checked, unsealed] = [0, 0];
  for (const { kind, rows } of needs.tables) {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page: readonly Sealed[] = await rows(needs.sql, tenant, after);
      for (const row of page) {
        const { id } = row.covered;
        checked += 1;
        if (row.mac === null) unsealed += 1;
        if (await isWhole(needs, row)) continue;
        await needs.soundAlarm({ tenant, kind, id });
        tampered.push(`${kind} ${id}`);
      }
      after = page.at(-1)?.covered.id;
    }
  }
  if (tampered.length > 0) throw notWhole(tampered, checked);
  return { checked, unsealed };
}

async function isWhole({ sql, seals }: Needs, { covered, mac, evidence }: Sealed): Promise<boolean> {
  if (!(await seals.isIntact(sql, covered, mac))) return false;
  return evidence === null || (await seals.open(covered, evidence)) !== undefined;
}

function notWhole(tampered: readonly string[], checked: number) {
  const more = tampered.length > named ? ', …' : '';
  return passkeyRecordProblems.create('passkey.tampered', {
    detail: `${tampered.length} of ${checked} are not as they were registered: ${tampered.slice(0, named).join(', ')}${more}.`,
    facts: { tampered },
  });
}
