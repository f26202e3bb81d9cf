import * as contract from '@latchkey/contract';
import type { NewId } from '@latchkey/kernel';
import { audited } from '../audit/audited.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { usedModels } from './authenticator-models.sql.ts';
import { reassessmentOf } from './reassess-passkeys.sql.ts';
import { sourcesOf } from './refresh-sources.ts';
import { shownAnchor, shownModel, shownSource } from './shown-authenticators.ts';
import type { Trust } from './trust.ts';
import { createTrustAnchor, trustAnchorProblems } from './trust-anchor.ts';
import { deleteTrustAnchorOf, listTrustAnchorsOf } from './trust-anchors.sql.ts';
import type { MetadataSettings } from './trust-settings.ts';
import { keptSources } from './trust-sources.sql.ts';

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
    bind(contract.listTrustSources, async ({ actor }) => {
      const configured = new Set(sourcesOf(settings).map(({ source }) => source));
      const kept = (await keptSources(sql)).filter(({ source }) => configured.has(source));
      const { since = null, causes = [] } = (await reassessmentOf(sql, actor.tenant)) ?? {};
      return {
        content: kept.map((one) => shownSource(one, trust.entriesOf(one.source))),
        ...(since !== null && { reassessment: { sinceDtm: since.toISOString(), causes: [...causes] } }),
      };
    }),
    bind(contract.listAuthenticatorModels, async ({ actor, query }) => {
      const { models, total } = await usedModels(sql, actor.tenant, query);
      return contract.pageOf(
        models.map((one) => shownModel(one, trust, now())),
        total,
        query,
      );
    }),
  ];
}
