import type { Sql } from '../../db/sql.ts';
import { type Chain, type KeptLink, linksAfter, readChain, unlinkedRecord } from './audit-chain.sql.ts';
import { commitmentOf, erasedActor, firstHash, linkHash } from './link.ts';

/** A place of a chain: the link's position and its hash of 32 bytes. Position 0 is before the first. */
export type Place = { readonly position: number; readonly hash: Uint8Array };

/** What is wrong with a chain, at the first place where something is. */
export type ChainFault = {
  readonly kind:
    | 'changed'
    | 'record-missing'
    | 'record-not-linked'
    | 'link-missing'
    | 'head-missing'
    | 'place-differs';
  readonly position?: number;
  readonly recordId?: string;
};

export type Verdict = {
  /** How many links were checked, and how many of them stand for records whose actor and facts are erased. */
  readonly checked: number;
  readonly erased: number;
  /** The last link that was checked. */
  readonly reached: Place;
  /** Whether that is the newest. */
  readonly isEnd: boolean;
  readonly fault?: ChainFault;
};

export type Check = {
  /** Where to begin: a place that an earlier verdict reached. The beginning of what is kept unless told. */
  readonly from?: Place | undefined;
  /** A place that somebody kept elsewhere; the chain must still pass it. */
  readonly anchor?: Place | undefined;
  /** Most links to check. */
  readonly most: number;
};

const batch = 2_000;

/**
 * Checks a tenant's links against their records, each against the one before it, and the chain against a place that
 * was kept elsewhere. Memory stays that of one batch.
 */
export async function verifyChain(sql: Sql, tenant: string, check: Check): Promise<Verdict> {
  const chain = (await readChain(sql, tenant)) ?? emptyChain(tenant);
  const walked = await walk(sql, tenant, chain, check);
  const fault =
    walked.fault ?? (walked.isEnd ? await faultOfTheEnd(sql, tenant, chain, walked, check) : undefined);
  if (fault === undefined) return walked;
  // Retention took the front away while we read it.
  const isOvertaken =
    (await readChain(sql, tenant))?.keptPosition !== chain.keptPosition && chain.position > 0;
  return isOvertaken ? verifyChain(sql, tenant, check) : { ...walked, fault };
}

async function walk(sql: Sql, tenant: string, chain: Chain, { from, anchor, most }: Check): Promise<Verdict> {
  const start = from ?? { position: chain.keptPosition, hash: chain.keptHash };
  let reached = start;
  let erased = 0;
  const verdict = (isEnd: boolean, fault?: ChainFault): Verdict => ({
    checked: reached.position - start.position,
    erased,
    reached,
    isEnd,
    ...(fault !== undefined && { fault }),
  });
  if (from !== undefined && !(await isPlaceOf(sql, tenant, chain, from))) {
    return verdict(false, { kind: 'place-differs', position: from.position });
  }
  while (reached.position - start.position < most) {
    const links = await linksAfter(sql, tenant, reached.position, batch);
    for (const link of links) {
      const fault = faultOf(link, reached) ?? differs(anchor, link);
      if (fault !== undefined) return verdict(false, fault);
      reached = { position: link.position, hash: link.hash };
      if (link.salt === null) erased += 1;
    }
    if (links.length < batch) return verdict(true);
  }
  return verdict(false);
}

function faultOf(link: KeptLink, before: Place): ChainFault | undefined {
  const { position, recordId, record, salt, commitment } = link;
  if (position !== before.position + 1) return { kind: 'link-missing', position: before.position + 1 };
  if (record === null) return { kind: 'record-missing', position, recordId };
  const isAsCommitted =
    salt === null ? record.actor === erasedActor : same(commitmentOf(salt, record), commitment);
  const isWhole = isAsCommitted && same(linkHash(before.hash, position, record, commitment), link.hash);
  return isWhole ? undefined : { kind: 'changed', position, recordId };
}

async function isPlaceOf(
  sql: Sql,
  tenant: string,
  chain: Chain,
  { position, hash }: Place,
): Promise<boolean> {
  if (position === chain.keptPosition) return same(hash, chain.keptHash);
  const [link] = await linksAfter(sql, tenant, position - 1, 1);
  return link?.position === position && same(link.hash, hash);
}

const differs = (anchor: Place | undefined, { position, hash }: Place): ChainFault | undefined =>
  anchor?.position === position && !same(anchor.hash, hash) ? { kind: 'place-differs', position } : undefined;

async function faultOfTheEnd(
  sql: Sql,
  tenant: string,
  { position, hash, keptPosition, keptHash }: Chain,
  { reached }: Verdict,
  { anchor }: Check,
): Promise<ChainFault | undefined> {
  // What was linked while we read lies behind the head that we saw; fewer links than it names are a cut.
  const isCut = reached.position < position || (reached.position === position && !same(reached.hash, hash));
  if (isCut) return { kind: 'head-missing', position };
  if (anchor !== undefined && anchor.position > reached.position)
    return { kind: 'place-differs', position: anchor.position };
  const differing = differs(anchor, { position: keptPosition, hash: keptHash });
  if (differing !== undefined) return differing;
  const recordId = await unlinkedRecord(sql, tenant);
  return recordId === undefined ? undefined : { kind: 'record-not-linked', recordId };
}

const emptyChain = (tenant: string): Chain => {
  const hash = firstHash(tenant);
  return { position: 0, hash, keptPosition: 0, keptHash: hash, keepDays: null };
};

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
