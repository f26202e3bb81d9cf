import { type Static, Type } from 'typebox';
import { listDefinitionUses } from './definition-uses.ts';
import { Closed, OptionalText, Words } from './fields.ts';
import { Id } from './id.ts';
import { PageOf } from './page.ts';
import { VersionTag } from './process-definition-tags.ts';
import { defineRoute } from './route.ts';
import {
  byVersionId,
  byVersionName,
  CreationOption,
  deployBody,
  VersionedName,
  versionFields,
  versionQuery,
  versionsOfNameQuery,
} from './versions.ts';

const definitionFields = {
  ...versionFields,
  serverType: Type.String({ description: 'Always `P1`' }),
  processDefinitionType: Type.String({ description: '`VERIFICATION` or `AUTHENTICATION`' }),
  attributes: Type.Record(Type.String(), Type.Unknown(), { description: 'Free attributes' }),
  tags: Type.Array(VersionTag, { description: 'Tags on this version, by name' }),
} as const;

/** A version of a process definition, without its diagram. */
export const ProcessDefinitionVersion = Closed(definitionFields, {
  description: 'A version of a process definition',
});
export type ProcessDefinitionVersion = Static<typeof ProcessDefinitionVersion>;

const Resources = Closed(
  {
    bpmn: Closed(
      {
        data: Type.String({
          minLength: 1,
          maxLength: 1_500_000,
          description: 'BPMN 2.0 XML, in base64 or as plain text',
        }),
        type: Words(['BPMN'], 'Always BPMN'),
      },
      { description: 'The diagram' },
    ),
  },
  { description: 'What the definition consists of' },
);

const wholeFields = {
  ...definitionFields,
  themeId: Type.Optional(
    Type.String({
      description:
        'Newest deployed version of the theme that all versions of this name have chosen; absent where none is',
    }),
  ),
  resources: Resources,
} as const;

/** Chooses the theme of every version of a name, as `setProcessTheme` does. */
const themeId = Type.Optional(
  Type.Union([Id, Type.Null()], {
    description:
      'A deployed version of the theme that the journeys of all versions of this name have from now on, in its newest deployed version; null for none of their own; kept when left out. Needs `ProcessManager:setProcessTheme`',
  }),
);

/** A version of a process definition. */
export const ProcessDefinition = Closed(wholeFields, {
  description: 'A version of a process definition with its diagram',
});
export type ProcessDefinition = Static<typeof ProcessDefinition>;

const warning = Closed(
  {
    element: Type.String({ description: 'Id of the element in the diagram' }),
    rule: Type.String({ description: 'Name of the rule' }),
    problem: Type.String({ description: 'What is worth a second look' }),
    repair: Type.String({ description: 'What to do about it' }),
    property: Type.Optional(Type.String({ description: 'The parameter or attribute that it is about' })),
  },
  { description: 'A warning: it keeps nothing from running' },
);

/** A version of a process definition that was just deployed, with what is worth a second look. */
export const DeployedProcessDefinition = Closed(
  {
    ...wholeFields,
    warnings: Type.Array(warning, { description: 'Warnings of the check; none when it was deployed before' }),
  },
  { description: 'A version of a process definition that is deployed' },
);
export type DeployedProcessDefinition = Static<typeof DeployedProcessDefinition>;

/** A new version of a process definition; the first if the name is new. */
export const NewProcessDefinition = Closed({
  name: VersionedName,
  description: OptionalText(2000, 'What it is for'),
  serverType: OptionalText(16, 'Accepted and answered as `P1`'),
  processDefinitionType: Type.Optional(
    Words(['VERIFICATION', 'AUTHENTICATION'], 'Type of the process; VERIFICATION unless told'),
  ),
  resources: Resources,
  attributes: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), { maxProperties: 64, description: 'Free attributes' }),
  ),
  themeId,
  creationOption: CreationOption,
});
export type NewProcessDefinition = Static<typeof NewProcessDefinition>;

/** What a draft's content is replaced by. */
export const ProcessDefinitionChange = Closed({
  expectedLastUpdatedDtm: Type.String({
    format: 'date-time',
    description:
      '`lastUpdatedDtm` of the draft that the change was made from; refused when the draft is newer',
  }),
  description: OptionalText(2000, 'What it is for; kept when left out'),
  themeId,
  resources: Resources,
});
export type ProcessDefinitionChange = Static<typeof ProcessDefinitionChange>;

const tag = 'Process definitions';
const path = '/api/process-manager/processDefinitions';
const absent = ['process-definition.not-found'];
const faults = ['definition.invalid', 'definition.unreadable', 'definition.too-large'];
const bodyLimit = 2_000_000;

export const createProcessDefinition = defineRoute({
  id: 'createProcessDefinition',
  method: 'POST',
  path,
  tag,
  summary: 'Create the next version of a process definition',
  permission: 'ProcessManager:createProcessDefinition',
  body: NewProcessDefinition,
  bodyLimit,
  status: 201,
  output: ProcessDefinition,
  problems: [...faults, 'theme.not-deployed', 'tenant.limit-reached'],
});

export const listProcessDefinitions = defineRoute({
  id: 'listProcessDefinitions',
  method: 'GET',
  path,
  tag,
  summary: 'List versions of process definitions',
  permission: 'ProcessManager:listProcessDefinitions',
  query: versionQuery,
  status: 200,
  output: PageOf(ProcessDefinitionVersion),
  problems: [],
});

export const getProcessDefinition = defineRoute({
  id: 'getProcessDefinition',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read a version of a process definition',
  permission: 'ProcessManager:getProcessDefinition',
  params: byVersionId,
  status: 200,
  output: ProcessDefinition,
  problems: absent,
});

export const listProcessDefinitionVersions = defineRoute({
  id: 'listProcessDefinitionVersions',
  method: 'GET',
  path: `${path}/{name}/versions`,
  tag,
  summary: 'List the versions of one process definition',
  permission: 'ProcessManager:listProcessDefinitions',
  params: byVersionName,
  query: versionsOfNameQuery,
  status: 200,
  output: PageOf(ProcessDefinitionVersion),
  problems: absent,
});

export const updateProcessDefinition = defineRoute({
  id: 'updateProcessDefinition',
  method: 'POST',
  path: `${path}/{id}`,
  tag,
  summary: 'Replace the content of a version that was never deployed',
  permission: 'ProcessManager:updateProcessDefinition',
  params: byVersionId,
  body: ProcessDefinitionChange,
  bodyLimit,
  status: 200,
  output: ProcessDefinition,
  problems: [
    ...absent,
    ...faults,
    'theme.not-deployed',
    'process-definition.deployed',
    'process-definition.changed',
  ],
});

export const deployProcessDefinition = defineRoute({
  id: 'deployProcessDefinition',
  method: 'POST',
  path: `${path}/{id}/status/DEPLOYED_ACTIVE`,
  tag,
  summary: 'Check a version and deploy it',
  permission: 'ProcessManager:deployProcessDefinition',
  params: byVersionId,
  body: deployBody,
  bodyLimit,
  status: 200,
  output: DeployedProcessDefinition,
  problems: [...absent, ...faults],
});

export const deleteProcessDefinition = defineRoute({
  id: 'deleteProcessDefinition',
  method: 'DELETE',
  path: `${path}/{id}`,
  tag,
  summary: 'Delete a version that was never deployed',
  permission: 'ProcessManager:deleteProcessDefinition',
  params: byVersionId,
  status: 204,
  problems: [...absent, 'process-definition.deployed'],
});

export const processDefinitionRoutes = [
  createProcessDefinition,
  listProcessDefinitions,
  listDefinitionUses,
  getProcessDefinition,
  listProcessDefinitionVersions,
  updateProcessDefinition,
  deployProcessDefinition,
  deleteProcessDefinition,
] as const;
