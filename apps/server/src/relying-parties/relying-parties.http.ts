import * as contract from '@latchkey/contract';
import type { NewId } from '@latchkey/kernel';
import { audited } from '../audit/audited.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { findStore } from '../stores/find-store.ts';
import { createRelyingParty } from './create-relying-party.ts';
import { deleteRelyingParty } from './delete-relying-party.ts';
import { relatedOriginWarnings } from './related-origins.ts';
import { listRelyingPartiesOf } from './relying-parties.sql.ts';
import type { RelyingParty } from './relying-party.ts';
import { requireRelyingParty } from './require-relying-party.ts';
import { updateRelyingParty } from './update-relying-party.ts';

const none = { restrictedOrigins: [], relatedOrigins: [], enrollUrl: null, manageUrl: null } as const;
const target = { kind: 'relying-party' } as const;

/** The routes of relying parties. */
export function relyingPartiesHttp({
  sql,
  newId,
}: {
  readonly sql: Sql;
  readonly newId: NewId;
}): readonly Bound[] {
  const create = createRelyingParty({ newId });
  return [
    bind(contract.createRelyingParty, async ({ actor, params, body }) =>
      shown(
        await audited(sql, actor, { action: 'relying-party.created', target }, () =>
          create(sql, actor, { ...none, ...params, ...body }),
        ),
      ),
    ),
    bind(contract.listRelyingParties, async ({ actor, params, query }) => {
      const { id: storeId } = await findStore(sql, actor.tenant, params.storeName);
      const { relyingParties, total } = await listRelyingPartiesOf(sql, actor.tenant, storeId, query);
      return contract.pageOf(relyingParties.map(shown), total, query);
    }),
    bind(contract.getRelyingParty, async ({ actor, params }) =>
      shown(await requireRelyingParty(sql, actor.tenant, params)),
    ),
    bind(contract.updateRelyingParty, async ({ actor, params, body }) =>
      shown(
        await audited(sql, actor, { action: 'relying-party.changed', target }, () =>
          updateRelyingParty(sql, actor, { ...params, ...body }),
        ),
      ),
    ),
    bind(contract.deleteRelyingParty, async ({ actor, params }) => {
      await audited(sql, actor, { action: 'relying-party.deleted', target }, () =>
        deleteRelyingParty(sql, actor, params),
      );
      return undefined;
    }),
  ];
}

const shown = ({
  restrictedOrigins,
  relatedOrigins,
  enrollUrl,
  manageUrl,
  ...party
}: RelyingParty): contract.RelyingParty => ({
  id: party.id,
  relyingPartyId: party.relyingPartyId,
  name: party.name,
  restrictedOrigins: [...restrictedOrigins],
  relatedOrigins: [...relatedOrigins],
  ...(enrollUrl !== null && { enrollUrl }),
  ...(manageUrl !== null && { manageUrl }),
  warnings: [...relatedOriginWarnings(relatedOrigins)],
  createdDtm: party.createdAt.toISOString(),
  createdBy: party.createdBy,
  lastUpdatedDtm: party.updatedAt.toISOString(),
  lastUpdatedBy: party.updatedBy,
});
