import { type Static, Type } from 'typebox';
import { Closed, OptionalText } from './fields.ts';
import { PageOf } from './page.ts';
import { defineRoute } from './route.ts';
import {
  byVersionId,
  byVersionName,
  CreationOption,
  deployBody,
  VersionedName,
  VersionStatus,
  versionFields,
  versionQuery,
  versionsOfNameQuery,
} from './versions.ts';

/** A version of a Custom Form, without its document. */
export const FormVersion = Closed(versionFields, { description: 'A version of a Custom Form' });
export type FormVersion = Static<typeof FormVersion>;

/** A version of a Custom Form. */
export const Form = Closed(
  { ...versionFields, resource: Type.String({ description: 'The form document, as JSON text' }) },
  { description: 'A version of a Custom Form with its document' },
);
export type Form = Static<typeof Form>;

/** A new version of a form; the first if the name is new. */
export const NewForm = Closed({
  name: VersionedName,
  description: OptionalText(2000, 'What it is for'),
  status: Type.Optional(VersionStatus),
  resource: Type.String({ maxLength: 262_144, description: 'The form document, as JSON text' }),
  creationOption: CreationOption,
});
export type NewForm = Static<typeof NewForm>;

const tag = 'Custom forms';
const path = '/api/process-manager/customDataForms';
const absent = ['form.not-found'];

export const createCustomDataForm = defineRoute({
  id: 'createCustomDataForm',
  method: 'POST',
  path,
  tag,
  summary: 'Create the next version of a Custom Form',
  permission: 'ProcessManager:createCustomDataForm',
  body: NewForm,
  bodyLimit: 600_000,
  status: 201,
  output: Form,
  problems: ['form.invalid'],
});

export const listCustomDataForms = defineRoute({
  id: 'listCustomDataForms',
  method: 'GET',
  path,
  tag,
  summary: 'List versions of Custom Forms',
  permission: 'ProcessManager:listCustomDataForms',
  query: versionQuery,
  status: 200,
  output: PageOf(FormVersion),
  problems: [],
});

export const getCustomDataForm = defineRoute({
  id: 'getCustomDataForm',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read a version of a Custom Form',
  permission: 'ProcessManager:getCustomDataForm',
  params: byVersionId,
  status: 200,
  output: Form,
  problems: absent,
});

export const listCustomDataFormVersions = defineRoute({
  id: 'listCustomDataFormVersions',
  method: 'GET',
  path: `${path}/{name}/versions`,
  tag,
  summary: 'List the versions of one Custom Form',
  permission: 'ProcessManager:listCustomDataForms',
  params: byVersionName,
  query: versionsOfNameQuery,
  status: 200,
  output: PageOf(FormVersion),
  problems: absent,
});

export const deployCustomDataForm = defineRoute({
  id: 'deployCustomDataForm',
  method: 'POST',
  path: `${path}/{id}/status/DEPLOYED_ACTIVE`,
  tag,
  summary: 'Deploy a version of a Custom Form',
  permission: 'ProcessManager:deployCustomDataForm',
  params: byVersionId,
  body: deployBody,
  bodyLimit: 600_000,
  status: 200,
  output: Form,
  problems: absent,
});

export const deleteCustomDataForm = defineRoute({
  id: 'deleteCustomDataForm',
  method: 'DELETE',
  path: `${path}/{id}`,
  tag,
  summary: 'Delete a version that was never deployed',
  permission: 'ProcessManager:deleteCustomDataForm',
  params: byVersionId,
  status: 204,
  problems: [...absent, 'form.deployed'],
});

export const formRoutes = [
  createCustomDataForm,
  listCustomDataForms,
  getCustomDataForm,
  listCustomDataFormVersions,
  deployCustomDataForm,
  deleteCustomDataForm,
] as const;
