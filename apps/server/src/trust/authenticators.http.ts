import * as contract from '@latchkey/contract';
import type { NewId } from '@latchkey/kernel';
import { certificationLevelOf, describeTrustAnchor } from '@latchkey/passkeys';
import { audited } from '../audit/audited.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { findPasskeysOf } from '../passkeys/find-passkeys.sql.ts';
import { providerOf } from '../passkeys/provider-names.ts';
import { shownPasskey } from '../passkeys/shown-passkey.ts';
import { type UsedModel, usedModels } from './authenticator-models.sql.ts';
import { sourcesOf } from './refresh-sources.ts';
import type { Trust } from './trust.ts';
import { createTrustAnchor, type TrustAnchor, trustAnchorProblems } from './trust-anchor.ts';
import { deleteTrustAnchorOf, listTrustAnchorsOf } from './trust-anchors.sql.ts';
import type { MetadataSettings } from './trust-settings.ts';
import { type KeptSource, keptSources } from './trust-sources.sql.ts';

type Needs = {
  readonly sql: Sql;
  readonly newId: NewId;
  readonly now: () => number;
  readonly trust: Trust;
  readonly settings: MetadataSettings;
};

const target = { kind: 'trust-anchor' } as const;

/** The routes of authenticators: whom attestations may end at, what is known of models, whose passkeys they keep. */
export function authenticatorsHttp({ sql, newId, now, trust, settings }: Needs): readonly Bound[] {
  const reload = () => trust.reload(sql);
  const create = createTrustAnchor({ newId, now, reload });
  return [
    bind(contract.createTrustAnchor, async ({ actor, body }) =>
      shownAnchor(
        await audited(sql, actor, { action: 'trust-anchor.created', target }, () => create(sql, actor, body)),
      ),
    ),
    bind(contract.listTrustAnchors, async ({ actor, query }) => {
      const { anchors, total } = await listTrustAnchorsOf(sql, actor.tenant, query);
      return contract.pageOf(anchors.map(shownAnchor), total, query);
    }),
    bind(contract.deleteTrustAnchor, async ({ actor, params: { id } }) => {
      if (!(await deleteTrustAnchorOf(sql, actor, id)))
        throw trustAnchorProblems.create('trust-anchor.not-found');
      await reload();
      return undefined;
    }),
    bind(contract.listTrustSources, async () => {
      const configured = new Set(sourcesOf(settings).map(({ source }) => source));
      const kept = (await keptSources(sql)).filter(({ source }) => configured.has(source));
      return { content: kept.map((one) => shownSource(one, trust.entriesOf(one.source))) };
    }),
    bind(contract.listAuthenticatorModels, async ({ actor, query }) => {
      const { models, total } = await usedModels(sql, actor.tenant, query);
      return contract.pageOf(
        models.map((one) => shownModel(one, trust, now())),
        total,
        query,
      );
    }),
    bind(contract.findPasskeys, async ({ actor, query }) => {
      const { passkeys, total } = await findPasskeysOf(sql, actor.tenant, query);
      return contract.pageOf(passkeys.map(shownPasskey), total, query);
    }),
  ];
}

function shownAnchor({
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

const shownSource = (kept: KeptSource, entries: number): contract.TrustSource => ({
  source: shownName(kept.source),
  kind: kept.kind,
  entries,
  ...(kept.number !== null && { number: kept.number }),
  ...(kept.nextUpdate !== null && { nextUpdate: kept.nextUpdate.toISOString() }),
  ...(kept.readAt !== null && { readDtm: kept.readAt.toISOString() }),
  triedDtm: kept.triedAt.toISOString(),
  ...(kept.fault !== null && { fault: kept.fault.replaceAll(kept.source, shownName(kept.source)) }),
});

function shownModel({ model, ...used }: UsedModel, trust: Trust, now: number): contract.AuthenticatorModel {
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
