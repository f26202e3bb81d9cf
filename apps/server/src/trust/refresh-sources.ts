import { Problem } from '@latchkey/kernel';
import { readMetadataBlob, readRevocationList } from '@latchkey/passkeys';
import type { Sql } from '../db/sql.ts';
import type { MetadataSettings } from './trust-settings.ts';
import {
  claimSource,
  failSource,
  type KeptSource,
  keepSource,
  knownNumber,
  type Pace,
} from './trust-sources.sql.ts';

type Needs = {
  readonly sql: Sql;
  readonly settings: MetadataSettings;
  readonly now: () => number;
  /** Throws an Error with one sentence. */
  readonly readSource: (source: string) => Promise<string>;
  /** Writes to the log: of a source that cannot be read, once for each reason. */
  readonly warn: (facts: object, sentence: string) => void;
};

type Source = Pick<KeptSource, 'source' | 'kind'>;
type Said = Pick<KeptSource, 'body' | 'number' | 'nextUpdate'>;

// Files cost nothing to look at; the metadata of FIDO change once a month, revocations within days.
const fileEveryMs = 60_000;
const addressEveryMs = 6 * 3_600_000;
const afterFaultMs = 300_000;

/**
 * Looks at every source that is due, verifies what it says, and keeps it. What was kept stays when a look fails, and
 * the fault is remembered. Of several server processes one looks. Answers how many were looked at.
 */
export async function refreshSources(needs: Needs): Promise<number> {
  let looked = 0;
  for (const source of sourcesOf(needs.settings)) {
    if (!(await claimSource(needs.sql, source, paceOf(source)))) continue;
    looked += 1;
    await refresh(needs, source);
  }
  return looked;
}

/** The configured sources. */
export const sourcesOf = ({ source, revocationLists }: MetadataSettings): readonly Source[] => [
  ...(source === undefined ? [] : [{ source, kind: 'metadata' } as const]),
  ...revocationLists.map((one) => ({ source: one, kind: 'revocations' }) as const),
];

const paceOf = ({ source }: Source): Pace => {
  const everyMs = /^https?:/.test(source) ? addressEveryMs : fileEveryMs;
  return { everyMs, afterFaultMs: Math.min(everyMs, afterFaultMs) };
};

async function refresh(needs: Needs, { source, kind }: Source): Promise<void> {
  try {
    const body = await needs.readSource(source);
    const said = kind === 'metadata' ? await metadataOf(needs, body) : revocationsOf(body);
    await keepSource(needs.sql, { source, ...said });
  } catch (error) {
    const isNews = (await failSource(needs.sql, source, sentenceOf(error))) > 0;
    if (isNews) needs.warn({ err: error, source }, 'A source of trust could not be read.');
  }
}

/** Throws a Problem when the metadata are not to be trusted, or older than those that are known. */
async function metadataOf({ sql, settings, now }: Needs, body: string): Promise<Said> {
  const { root, host, graceMs } = settings;
  const lastNumber = await knownNumber(sql);
  const { number, nextUpdate } = readMetadataBlob(body, { now: now(), root, host, graceMs, lastNumber });
  return { body, number, nextUpdate: new Date(nextUpdate) };
}

function revocationsOf(body: string): Said {
  if (!readRevocationList(body)) throw new Error('It is neither a CRL nor Android’s list of revoked keys.');
  return { body, number: null, nextUpdate: null };
}

function sentenceOf(error: unknown): string {
  if (error instanceof Problem) return `${error.code}: ${error.detail ?? error.title}`;
  return error instanceof Error ? error.message : String(error);
}
