import * as contract from '@latchkey/contract';
import { audited } from '../audit/audited.ts';
import type { Database } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { listTags } from './definition-tags.sql.ts';
import { removeDefinitionTag, setDefinitionTag } from './manage-definition-tags.ts';

/** The routes of tags of process definitions. */
export const definitionTagsHttp = ({ database }: { readonly database: Database }): readonly Bound[] => [
  bind(contract.listProcessDefinitionTags, ({ actor }) => listTags(database, actor.tenant)),
  bind(contract.setProcessDefinitionTag, ({ actor, params, body }) =>
    audited(database, actor, { action: 'process-definition-tag.set', target: targetOf(params.tag) }, () =>
      database.transaction((sql) => setDefinitionTag(sql, actor, { ...params, ...body })),
    ),
  ),
  bind(contract.removeProcessDefinitionTag, async ({ actor, params }) => {
    const fact = { action: 'process-definition-tag.removed', target: targetOf(params.tag) };
    await audited(database, actor, fact, () =>
      database.transaction((sql) => removeDefinitionTag(sql, actor, params)),
    );
    return undefined;
  }),
];

const targetOf = (tag: string) => ({ kind: 'process-definition-tag', id: tag });
