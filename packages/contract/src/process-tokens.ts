import { type Static, Type } from 'typebox';
import { Clearable, Closed, changeFields, Moment, OptionalOutput, OptionalText, Words } from './fields.ts';
import { Id, PathId } from './id.ts';
import { PageOf, pageQuery } from './page.ts';
import { TagName } from './process-definition-tags.ts';
import { defineRoute } from './route.ts';

const status = Words(['ACTIVE', 'INACTIVE'], 'Whether it may start anything');
const type = Words(
  ['UNLIMITED', 'MULTI_USE_COUNT_LIMITED', 'MULTI_USE_TIME_LIMITED'],
  'Whether its uses are limited, by count or by time',
);
const maxCount = Type.Integer({
  minimum: 1,
  maximum: 2_147_483_647,
  description: 'How often it may be used',
});
const parameters = Type.Record(Type.String({ maxLength: 128 }), Type.Unknown(), {
  maxProperties: 128,
  description:
    'Start data of its instances: `_initial` in the session data. `_invitedUser` of `storeName` and `userId` or `userExternalId` invites that user alone to add a passkey: it takes IdentityStore:createPasskeyRegistrationForUser and a token for one use, whose id only those with that permission see',
});
const name = Type.String({ minLength: 1, maxLength: 50, description: 'Unique name' });
const processDefnVersion = Type.Integer({
  minimum: 1,
  maximum: 2_147_483_647,
  description: 'Version of the definition; the newest deployed one when absent',
});

/** What lets somebody start a process. */
export const ProcessToken = Closed(
  {
    id: Type.String({
      ...Id,
      description:
        'Id, which is in its links: whoever has it can start the process; stored as a hash and encrypted',
    }),
    auditId: Type.String({ description: 'How instances and the audit name it; starts nothing' }),
    tenantId: Type.String({ description: 'The tenant' }),
    name: Type.String({ description: 'Unique name' }),
    description: Type.String({ description: 'What it is for' }),
    processDefnName: OptionalOutput(
      'Name of the process definition; with a tag, of the one that the tag is on now, and absent when the tag is gone',
    ),
    processDefnVersion: Type.Optional(processDefnVersion),
    processDefnTag: OptionalOutput('Tag that it follows instead of a definition by name'),
    uiUrl: OptionalOutput('Address of the hosted page'),
    status,
    type,
    maxCount: Type.Optional(maxCount),
    notBeforeDtm: Type.Optional(Moment('From when it is valid')),
    notAfterDtm: Type.Optional(Moment('Until when it is valid')),
    maxProcessDuration: OptionalOutput('After this ISO 8601 duration an open instance is terminated'),
    parameters,
    counter: Type.Integer({
      description: 'How often it has been used; counted for MULTI_USE_COUNT_LIMITED only',
    }),
    forTest: Type.Boolean({ description: 'Always false' }),
    startProcessAddress: Type.String({ description: 'Address that starts an instance' }),
    ...changeFields,
  },
  { description: 'A process token' },
);
export type ProcessToken = Static<typeof ProcessToken>;

const limits = {
  maxCount: Type.Optional(maxCount),
  notBeforeDtm: OptionalText(40, 'From when it is valid (RFC 3339)'),
  notAfterDtm: OptionalText(40, 'Until when it is valid (RFC 3339)'),
  maxProcessDuration: OptionalText(
    40,
    'After this ISO 8601 duration an open instance is terminated: `PT48H`',
  ),
};

/** A new process token. */
export const NewProcessToken = Closed({
  name,
  description: OptionalText(2000, 'What it is for'),
  processDefnName: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 50,
      description: 'Name of the process definition; required unless it follows a tag',
    }),
  ),
  processDefnVersion: Type.Optional(processDefnVersion),
  processDefnTag: Type.Optional(TagName),
  uiUrl: OptionalText(500, 'Address of the hosted page, if not the platform’s own'),
  status,
  type: Type.Optional(type),
  ...limits,
  parameters: Type.Optional(parameters),
});
export type NewProcessToken = Static<typeof NewProcessToken>;

/** A change of a process token: what is absent stays, `null` clears. */
export const ProcessTokenChange = Closed({
  name: Type.Optional(name),
  description: OptionalText(2000, 'What it is for'),
  status: Type.Optional(status),
  type: Type.Optional(type),
  uiUrl: Clearable(500, 'Address of the hosted page'),
  maxCount: Type.Optional(maxCount),
  notBeforeDtm: Clearable(40, 'From when it is valid (RFC 3339)'),
  notAfterDtm: Clearable(40, 'Until when it is valid (RFC 3339)'),
  maxProcessDuration: Clearable(40, 'ISO 8601 duration'),
  parameters: Type.Optional(parameters),
});
export type ProcessTokenChange = Static<typeof ProcessTokenChange>;

const tag = 'Process tokens';
const path = '/api/process-manager/processTokens';
const params = Closed({ id: PathId });
const absent = ['process-token.not-found'];
const sealed = ['process-token.unreadable'];
const faults = ['process-token.invalid', 'process-token.name-not-unique'];

export const createProcessToken = defineRoute({
  id: 'createProcessToken',
  method: 'POST',
  path,
  tag,
  summary: 'Create a process token',
  permission: 'ProcessManager:createProcessToken',
  body: NewProcessToken,
  status: 201,
  output: ProcessToken,
  problems: [...faults, 'process-token.definition-missing', 'process-token.tag-missing'],
});

export const listProcessTokens = defineRoute({
  id: 'listProcessTokens',
  method: 'GET',
  path,
  tag,
  summary: 'List process tokens',
  permission: 'ProcessManager:listProcessTokens',
  query: Closed({
    ...pageQuery(['name', 'createdDtm', 'lastUpdatedDtm']),
    name: OptionalText(128, 'Pattern of the name, `%` for any text'),
  }),
  status: 200,
  output: PageOf(ProcessToken),
  problems: sealed,
});

export const getProcessToken = defineRoute({
  id: 'getProcessToken',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read a process token',
  permission: 'ProcessManager:getProcessToken',
  params,
  status: 200,
  output: ProcessToken,
  problems: [...absent, ...sealed],
});

export const updateProcessToken = defineRoute({
  id: 'updateProcessToken',
  method: 'POST',
  path: `${path}/{id}`,
  tag,
  summary: 'Change a process token',
  permission: 'ProcessManager:updateProcessToken',
  params,
  body: ProcessTokenChange,
  status: 200,
  output: ProcessToken,
  problems: [...absent, ...faults, ...sealed, 'process-token.tag-missing'],
});

export const deleteProcessToken = defineRoute({
  id: 'deleteProcessToken',
  method: 'DELETE',
  path: `${path}/{id}`,
  tag,
  summary: 'Delete a process token; its instances stay',
  permission: 'ProcessManager:deleteProcessToken',
  params,
  status: 204,
  problems: absent,
});

export const processTokenRoutes = [
  createProcessToken,
  listProcessTokens,
  getProcessToken,
  updateProcessToken,
  deleteProcessToken,
] as const;
