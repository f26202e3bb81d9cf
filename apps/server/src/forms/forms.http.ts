import * as contract from '@latchkey/contract';
import type { NewId } from '@latchkey/kernel';
import { audited } from '../audit/audited.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { createForm } from './create-form.ts';
import { deleteForm } from './delete-form.ts';
import { deployForm, getForm } from './deploy-form.ts';
import { formVersionProblems } from './form-problems.ts';
import { listFormPage } from './forms.sql.ts';

const target = { kind: 'form' } as const;

/** The routes of Custom Forms. */
export function formsHttp({ sql, newId }: { readonly sql: Sql; readonly newId: NewId }): readonly Bound[] {
  const create = createForm({ newId });
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
      await audited(sql, actor, { action: 'form.deleted', target }, () => deleteForm(sql, actor, params.id));
      return undefined;
    }),
  ];
}
