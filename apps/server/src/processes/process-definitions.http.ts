import type { ActivityManifest } from '@latchkey/bpmn';
import * as contract from '@latchkey/contract';
import type { NewId } from '@latchkey/kernel';
import { audited } from '../audit/audited.ts';
import type { Database } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { checkDefinition } from './check-definition.ts';
import { createDefinition } from './create-definition.ts';
import { deleteDefinition } from './delete-definition.ts';
import { deployDefinition, getDefinition } from './deploy-definition.ts';
import { findDefinitionUses } from './find-definition-uses.ts';
import { definitionProblems } from './process-definition.ts';
import { listDefinitionPage } from './process-definitions.sql.ts';
import { updateDefinition } from './update-definition.ts';

type Needs = {
  readonly database: Database;
  readonly newId: NewId;
  readonly manifests: readonly ActivityManifest[];
};

const target = { kind: 'process-definition' } as const;

/** The routes of process definitions. */
export function processDefinitionsHttp({ database, newId, manifests }: Needs): readonly Bound[] {
  const check = { checkDefinition: checkDefinition(manifests) };
  const create = createDefinition({ newId, manifests, ...check });
  const update = updateDefinition({ manifests });
  const deploy = deployDefinition(check);
  const findUses = findDefinitionUses(manifests);
  return [
    bind(contract.createProcessDefinition, ({ actor, body }) =>
      audited(database, actor, { action: 'process-definition.created', target }, () =>
        database.transaction((sql) => create(sql, actor, body)),
      ),
    ),
    bind(contract.listProcessDefinitions, ({ actor, query }) =>
      listDefinitionPage(database, actor.tenant, query),
    ),
    bind(contract.listDefinitionUses, async ({ actor, query }) => ({
      content: await findUses(database, actor.tenant, query),
    })),
    bind(contract.getProcessDefinition, ({ actor, params }) => getDefinition(database, actor, params.id)),
    bind(contract.listProcessDefinitionVersions, async ({ actor, params, query }) => {
      const page = await listDefinitionPage(database, actor.tenant, { ...query, exactName: params.name });
      if (page.totalElements === 0) throw definitionProblems.create('process-definition.not-found');
      return page;
    }),
    bind(contract.updateProcessDefinition, ({ actor, params, body }) =>
      audited(database, actor, { action: 'process-definition.updated', target }, () =>
        database.transaction((sql) => update(sql, actor, params.id, body)),
      ),
    ),
    bind(contract.deployProcessDefinition, ({ actor, params }) =>
      audited(database, actor, { action: 'process-definition.deployed', target }, () =>
        deploy(database, actor, params.id),
      ),
    ),
    bind(contract.deleteProcessDefinition, async ({ actor, params }) => {
      await audited(database, actor, { action: 'process-definition.deleted', target }, () =>
        deleteDefinition(database, actor, params.id),
      );
      return undefined;
    }),
  ];
}
