import { type Static, Type } from 'typebox';
import { Closed, changeFields, Words } from './fields.ts';
import { Id, PathId, PathName } from './id.ts';
import { defineRoute } from './route.ts';

/** The colours that a tag may have. */
export const tagColours = [
  'grey',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'violet',
  'pink',
] as const;

/** Most tags of a tenant. */
export const mostTags = 500;

const pattern = '^[A-Za-z0-9][A-Za-z0-9._-]{0,49}$';
const naming = 'letters, digits, `.`, `_` and `-`, at most 50';
const colour = Words(tagColours, 'Its colour');

/** The name of a tag in a request. */
export const TagName = Type.String({ pattern, description: `Name of the tag: ${naming}` });

/** A tag as a version shows it. */
export const VersionTag = Closed(
  { name: Type.String({ description: 'Its name, unique in the tenant' }), colour },
  { description: 'A tag on a version' },
);
export type VersionTag = Static<typeof VersionTag>;

/** A name for whatever version it is on; tokens can follow it. */
export const ProcessDefinitionTag = Closed(
  {
    name: Type.String({ description: 'Its name, unique in the tenant' }),
    colour,
    processDefnId: Id,
    processDefnName: Type.String({ description: 'Definition that it is on' }),
    processDefnVersion: Type.Integer({ description: 'Version that it is on' }),
    followers: Type.Integer({ minimum: 0, description: 'Active process tokens that follow it' }),
    ...changeFields,
  },
  { description: 'A tag of process definitions' },
);
export type ProcessDefinitionTag = Static<typeof ProcessDefinitionTag>;

const tag = 'Process definitions';
const manager = '/api/process-manager';
const path = `${manager}/processDefinitions/{id}/tags/{tag}`;
const params = Closed({ id: PathId, tag: TagName });

export const listProcessDefinitionTags = defineRoute({
  id: 'listProcessDefinitionTags',
  method: 'GET',
  path: `${manager}/processDefinitionTags`,
  tag,
  summary: 'List the tags of process definitions, by name',
  permission: 'ProcessManager:listProcessDefinitions',
  status: 200,
  output: Type.Array(ProcessDefinitionTag, { description: 'Every tag of the tenant' }),
  problems: [],
});

export const setProcessDefinitionTag = defineRoute({
  id: 'setProcessDefinitionTag',
  method: 'POST',
  path,
  tag,
  summary: 'Put a tag on a deployed version, or move it there from another',
  permission: 'ProcessManager:setProcessDefinitionTag',
  params,
  body: Closed({
    colour: Type.Optional(Words(tagColours, 'Its colour; grey for a new tag, else it stays as it is')),
    move: Type.Optional(
      Type.Boolean({
        default: false,
        description: 'Takes the tag off the version that it is on; refused without',
      }),
    ),
  }),
  status: 200,
  output: ProcessDefinitionTag,
  problems: [
    'process-definition.not-found',
    'process-definition.not-deployed',
    'process-definition-tag.elsewhere',
    'process-definition-tag.too-many',
  ],
});

export const removeProcessDefinitionTag = defineRoute({
  id: 'removeProcessDefinitionTag',
  method: 'DELETE',
  path,
  tag,
  summary: 'Remove a tag that no active process token follows',
  permission: 'ProcessManager:removeProcessDefinitionTag',
  params: Closed({ id: PathId, tag: PathName }),
  status: 204,
  problems: ['process-definition-tag.not-found', 'process-definition-tag.followed'],
});

export const processDefinitionTagRoutes = [
  listProcessDefinitionTags,
  setProcessDefinitionTag,
  removeProcessDefinitionTag,
] as const;
