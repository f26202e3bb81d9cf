import { hash } from 'node:crypto';
import { defineProblems, type NewId } from '@latchkey/kernel';
import { describeTrustAnchor } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import { violatedUnique } from '../db/database-problems.ts';
import type { Sql } from '../db/sql.ts';
import { insertTrustAnchor } from './trust-anchors.sql.ts';

/** A root that a tenant trusts beside those of the metadata. */
export type TrustAnchor = {
  readonly id: string;
  readonly name: string;
  readonly der: Uint8Array;
  /** SHA-256, hexadecimal. */
  readonly fingerprint: string;
  /** The model that it vouches for alone. */
  readonly aaguid: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
};

export const trustAnchorProblems = defineProblems({
  'trust-anchor.not-found': { title: 'There is no such trust anchor.', status: 404 },
  'trust-anchor.invalid': { title: 'This is no certificate and no public key.', status: 400 },
  'trust-anchor.already-known': { title: 'This trust anchor is known already.', status: 409 },
});

export type NewTrustAnchor = {
  readonly name: string;
  readonly certificate: string;
  readonly aaguid?: string;
};

type Needs = {
  readonly newId: NewId;
  readonly now: () => number;
  /** Reads the anchors again, so that the next registration counts them. */
  readonly reload: () => Promise<unknown>;
};

/**
 * Trusts a root: attestations that end at it are anchored from now on, and kept ones are assessed anew. Throws
 * `trust-anchor.invalid`, `trust-anchor.already-known`.
 */
export function createTrustAnchor({ newId, now, reload }: Needs) {
  return async (
    sql: Sql,
    actor: Actor,
    { name, certificate, aaguid }: NewTrustAnchor,
  ): Promise<TrustAnchor> => {
    const der = readAnchor(certificate, now());
    const draft = { id: newId(), name, der, fingerprint: hash('sha256', der), aaguid: aaguid ?? null };
    const anchor = await insertTrustAnchor(sql, actor, draft).catch((cause: unknown) => {
      if (violatedUnique(cause) === undefined) throw cause;
      throw trustAnchorProblems.create('trust-anchor.already-known', { cause });
    });
    await reload();
    return anchor;
  };
}

function readAnchor(text: string, now: number): Uint8Array {
  const blocks = text.match(/-----BEGIN [^-]+-----/g)?.length ?? 0;
  const der = Buffer.from(text.replace(/-----[^-]+-----/g, ''), 'base64');
  const described = blocks > 1 || der.length === 0 ? undefined : describeTrustAnchor(der);
  if (!described) throw invalid('Give one certificate or public key, in PEM or as base64.');
  if (described.kind === 'certificate' && described.validTo < now)
    throw invalid('The certificate has expired.');
  return der;
}

const invalid = (detail: string) =>
  trustAnchorProblems.create('trust-anchor.invalid', { errors: [{ pointer: '/certificate', detail }] });
