import type * as contract from '@latchkey/contract';
import { certificationLevelOf, describeTrustAnchor } from '@latchkey/passkeys';
import { providerOf } from '../passkeys/provider-names.ts';
import type { UsedModel } from './authenticator-models.sql.ts';
import type { Trust } from './trust.ts';
import type { TrustAnchor } from './trust-anchor.ts';
import type { KeptSource } from './trust-sources.sql.ts';

/** A trust anchor as the API shows it. */
export function shownAnchor({
  id,
  name,
  der,
  fingerprint,
  aaguid,
  createdAt,
  createdBy,
}: TrustAnchor): contract.TrustAnchor {
  const described = describeTrustAnchor(der);
  const isCertificate = described?.kind === 'certificate';
  return {
    id,
    name,
    kind: isCertificate ? 'certificate' : 'key',
    ...(isCertificate && {
      subject: described.subject.replaceAll('\n', ', '),
      validTo: new Date(described.validTo).toISOString(),
    }),
    fingerprint,
    ...(aaguid !== null && { aaguid }),
    createdDtm: createdAt.toISOString(),
    createdBy,
  };
}

/** Folders of the server are nobody's business. */
const shownName = (source: string): string =>
  /^https?:/.test(source) ? source : (source.split(/[\\/]/).at(-1) ?? source);

/** A source as the API shows it. */
export const shownSource = (kept: KeptSource, entries: number): contract.TrustSource => ({
  source: shownName(kept.source),
  kind: kept.kind,
  entries,
  ...(kept.number !== null && { number: kept.number }),
  ...(kept.nextUpdate !== null && { nextUpdate: kept.nextUpdate.toISOString() }),
  ...(kept.readAt !== null && { readDtm: kept.readAt.toISOString() }),
  triedDtm: kept.triedAt.toISOString(),
  ...(kept.fault !== null && { fault: kept.fault.replaceAll(kept.source, shownName(kept.source)) }),
});

/** A model as the API shows it, with what the metadata say now. */
export function shownModel(
  { model, ...used }: UsedModel,
  trust: Trust,
  now: number,
): contract.AuthenticatorModel {
  const entry = trust.metadata(now)?.entries.find(({ aaguid }) => aaguid === used.aaguid);
  const name = entry?.description ?? model ?? providerOf(used.aaguid);
  const level = entry && certificationLevelOf(entry, now);
  return {
    ...used,
    findings: [...used.findings],
    ...(name && { name }),
    ...(level && { certificationLevel: level }),
    statuses: (entry?.statusReports ?? []).map(({ status }) => status),
  };
}
