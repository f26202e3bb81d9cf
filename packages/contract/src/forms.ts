import { type Static, Type } from 'typebox';
import { Closed, OptionalText } from './fields.ts';
import { Id } from './id.ts';
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

/** What saving or deploying a form answers: the version, and what is allowed but should be looked at. */
export const SavedForm = Closed(
  {
    ...versionFields,
    resource: Type.String({ description: 'The form document, as JSON text' }),
    warnings: Type.Optional(
      Type.Array(
        Closed({
          pointer: Type.String({ description: 'JSON pointer into the document (RFC 6901)' }),
          detail: Type.String({ description: 'What should be looked at' }),
        }),
        { description: 'Missing translations, where the document does not demand them' },
      ),
    ),
  },
  { description: 'A version of a Custom Form with its document and what should be looked at' },
);
export type SavedForm = Static<typeof SavedForm>;

/** A place in a process definition that shows a form, or may. */
export const FormUse = Closed(
  {
    definitionId: Id,
    definitionName: Type.String({ description: 'Name of the process definition' }),
    definitionVersion: Type.Integer({ minimum: 1, description: 'Its version' }),
    definitionStatus: VersionStatus,
    element: Type.String({ description: 'Id of the task in the diagram' }),
    elementName: Type.Optional(Type.String({ description: 'Name of the task' })),
    formVersion: Type.Optional(
      Type.Integer({ minimum: 1, description: 'Version that it shows; absent where session data decide' }),
    ),
    isCertain: Type.Boolean({
      description: 'Whether the diagram names the form; else session data decide, and it may be this one',
    }),
  },
  { description: 'A place in a process definition that shows a Custom Form, or may' },
);
export type FormUse = Static<typeof FormUse>;

/** Every place that shows a form. */
export const FormUses = Closed(
  { content: Type.Array(FormUse, { description: 'Every place, in the order of the definitions' }) },
  { description: 'Where a form is used' },
);
export type FormUses = Static<typeof FormUses>;

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
  output: SavedForm,
  problems: ['tenant.limit-reached', 'form.invalid', 'form.translations-missing'],
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
  output: SavedForm,
  problems: [...absent, 'form.translations-missing'],
});

export const listCustomDataFormUses = defineRoute({
  id: 'listCustomDataFormUses',
  method: 'GET',
  path: `${path}/{name}/uses`,
  tag,
  summary: 'List the process definitions that show a Custom Form',
  permission: 'ProcessManager:listCustomDataForms',
  params: byVersionName,
  status: 200,
  output: FormUses,
  problems: absent,
});

export const deleteCustomDataForm = defineRoute({
  id: 'deleteCustomDataForm',
  method: 'DELETE',
  path: `${path}/{id}`,
  tag,
  summary: 'Delete a version that no process definition uses',
  permission: 'ProcessManager:deleteCustomDataForm',
  params: byVersionId,
  status: 204,
  problems: [...absent, 'form.in-use'],
});

export const deleteCustomDataFormVersions = defineRoute({
  id: 'deleteCustomDataFormVersions',
  method: 'DELETE',
  path: `${path}/{name}/versions`,
  tag,
  summary: 'Delete a Custom Form with all its versions, if no process definition uses it',
  permission: 'ProcessManager:deleteCustomDataForm',
  params: byVersionName,
  status: 204,
  problems: [...absent, 'form.in-use'],
});

export const formRoutes = [
  createCustomDataForm,
  listCustomDataForms,
  getCustomDataForm,
  listCustomDataFormVersions,
  deployCustomDataForm,
  listCustomDataFormUses,
  deleteCustomDataForm,
  deleteCustomDataFormVersions,
] as const;
