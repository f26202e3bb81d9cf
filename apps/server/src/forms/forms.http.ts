import type { ActivityManifest } from '@latchkey/bpmn';
import * as contract from '@latchkey/contract';
import type { NewId } from '@latchkey/kernel';
import { audited } from '../audit/audited.ts';
import type { Database } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { createForm } from './create-form.ts';
import { deleteForm } from './delete-form.ts';
import { deployForm, getForm } from './deploy-form.ts';
import { findFormUses } from './find-form-uses.ts';
import { formVersionProblems } from './form-problems.ts';
import { listFormPage } from './forms.sql.ts';

const target = { kind: 'form' } as const;

type Needs = {
  readonly database: Database;
  readonly newId: NewId;
  readonly manifests: readonly ActivityManifest[];
};

/** The routes of Custom Forms. */
export function formsHttp({ database: sql, newId, manifests }: Needs): readonly Bound[] {
  const create = createForm({ newId });
  const findUses = findFormUses(manifests);
  const remove = deleteForm({ database: sql, findFormUses: findUses });
  const deleted = { action: 'form.deleted', target } as const;
  return [
    bind(contract.createCustomDataForm, ({ actor, body }) =>
      audited(sql, actor, { action: 'form.created', target }, () => create(sql, actor, body)),
    ),
    bind(contract.listCustomDataForms, ({ actor, query }) => listFormPage(sql, actor.tenant, query)),
    bind(contract.getCustomDataForm, ({ actor, params }) => getForm(sql, actor, params.id)),
    bind(contract.listCustomDataFormVersions, async ({ actor, params, query }) => {
      const page = await listFormPage(sql, actor.tenant, { ...query, exactName: params.name });
      if (page.totalElements === 0) throw formVersionProblems.create('form.not-found');
      return page;
    }),
    bind(contract.deployCustomDataForm, ({ actor, params }) =>
      audited(sql, actor, { action: 'form.deployed', target }, () => deployForm(sql, actor, params.id)),
    ),
    bind(contract.deleteCustomDataForm, async ({ actor, params }) => {
      await audited(sql, actor, deleted, () => remove(actor, { id: params.id }));
      return undefined;
    }),
    bind(contract.deleteCustomDataFormVersions, async ({ actor, params }) => {
      await audited(sql, actor, deleted, () => remove(actor, { name: params.name }));
      return undefined;
    }),
    bind(contract.listCustomDataFormUses, async ({ actor, params }) => {
      const { totalElements } = await listFormPage(sql, actor.tenant, { exactName: params.name, size: 1 });
      if (totalElements === 0) throw formVersionProblems.create('form.not-found');
      return { content: [...(await findUses(sql, actor.tenant, params.name))] };
    }),
  ];
}
