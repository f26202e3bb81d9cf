import { Type } from 'typebox';
import { Closed, OptionalText, Words } from './fields.ts';
import { Id, PathId } from './id.ts';
import { PageOf, pageQuery } from './page.ts';
import {
  HistoryEntry,
  InstancePath,
  InstanceStatus,
  PasskeyRefusal,
  ProcessInstance,
  reviewDecisions,
} from './process-instance.ts';
import { defineRoute } from './route.ts';

const tag = 'Process instances';
const path = '/api/process-manager/processInstances';
const params = Closed({ id: PathId });
const absent = ['process-instance.not-found'];

export const createProcessInstance = defineRoute({
  id: 'createProcessInstance',
  method: 'POST',
  path: `${path}/create`,
  tag,
  summary: 'Create an instance that waits for its person',
  permission: 'ProcessManager:createProcessInstance',
  query: Closed({ pt: Type.String({ minLength: 1, maxLength: 64, description: 'Id of the process token' }) }),
  status: 201,
  output: Closed({
    redirectUrl: Type.String({
      description: 'Where to send the person; good for the first browser that opens it',
    }),
    processInstanceId: Id,
    themeUrl: Type.String({
      description: 'Where the look of its pages stands as JSON, for anybody; empty without a theme',
    }),
  }),
  problems: [
    'tenant.limit-reached',
    'process-token.not-found',
    'process-token.inactive',
    'process-token.not-yet-valid',
    'process-token.expired',
    'process-token.used-up',
    'process-token.definition-missing',
    'process-token.tag-missing',
  ],
});

export const listProcessInstances = defineRoute({
  id: 'listProcessInstances',
  method: 'GET',
  path,
  tag,
  summary: 'List process instances, newest first',
  permission: 'ProcessManager:listProcessInstances',
  query: Closed({
    ...pageQuery(['createdAt', 'status', 'lastName']),
    status: Type.Optional(InstanceStatus),
    processDefnName: OptionalText(50, 'Name of the definition'),
    processDefnId: OptionalText(64, 'Id of the definition'),
    processTokenId: OptionalText(64, 'Id or auditId of the token'),
    text: OptionalText(
      128,
      'Id of the instance, or what the name, e-mail address or phone number begins with',
    ),
    from: OptionalText(40, 'Created not before this moment (RFC 3339)'),
    to: OptionalText(40, 'Created before this moment (RFC 3339)'),
  }),
  status: 200,
  output: PageOf(ProcessInstance),
  problems: ['process-instance.filter-invalid'],
});

export const getProcessInstance = defineRoute({
  id: 'getProcessInstance',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read a process instance',
  permission: 'ProcessManager:getProcessInstance',
  params,
  status: 200,
  output: ProcessInstance,
  problems: absent,
});

export const getProcessInstanceHistory = defineRoute({
  id: 'getProcessInstanceHistory',
  method: 'GET',
  path: `${path}/{id}/history`,
  tag,
  summary: 'Read what happened to an instance',
  permission: 'ProcessManager:getProcessInstanceHistory',
  params,
  status: 200,
  output: Type.Array(HistoryEntry),
  problems: absent,
});

const SessionData = Type.Record(Type.String(), Type.Unknown(), {
  description: 'Session data of the instance; values with the names of secrets are `••••••`',
});

export const revealProcessInstanceSecrets = defineRoute({
  id: 'revealProcessInstanceSecrets',
  method: 'POST',
  path: `${path}/{id}/revealSecrets`,
  tag,
  summary: 'Read the session data of an instance with its secrets',
  permission: 'ProcessManager:revealProcessInstanceSecrets',
  params,
  status: 200,
  output: Type.Record(Type.String(), Type.Unknown(), {
    description: 'Session data of the instance, nothing masked; the audit says who read it',
  }),
  problems: absent,
});

export const getProcessInstanceSessionData = defineRoute({
  id: 'getProcessInstanceSessionData',
  method: 'GET',
  path: `${path}/{id}/sessionData`,
  tag,
  summary: 'Read the session data of an instance',
  permission: 'ProcessManager:getProcessInstanceSessionData',
  params,
  status: 200,
  output: SessionData,
  problems: absent,
});

export const getUserData = defineRoute({
  id: 'getUserData',
  method: 'GET',
  path: '/api/userdata-server/processDefinitions/{definitionId}/processInstances/{id}/userdata',
  tag,
  summary: 'Read the session data of an instance of one definition',
  permission: 'ProcessManager:getProcessInstanceSessionData',
  params: Closed({ definitionId: PathId, id: PathId }),
  query: Closed({ optimized: OptionalText(8, 'Accepted; changes nothing') }),
  status: 200,
  output: SessionData,
  problems: absent,
});

export const cancelProcessInstance = defineRoute({
  id: 'cancelProcessInstance',
  method: 'POST',
  path: `${path}/{id}/cancel`,
  tag,
  summary: 'End an instance for good',
  permission: 'ProcessManager:cancelProcessInstance',
  params,
  status: 200,
  output: ProcessInstance,
  problems: [...absent, 'process-instance.ended'],
});

export const deleteProcessInstance = defineRoute({
  id: 'deleteProcessInstance',
  method: 'DELETE',
  path: `${path}/{id}`,
  tag,
  summary: 'Erase an ended instance with its history and session data',
  permission: 'ProcessManager:deleteProcessInstance',
  params,
  status: 204,
  problems: [...absent, 'process-instance.running'],
});

export const retryProcessInstance = defineRoute({
  id: 'retryProcessInstance',
  method: 'POST',
  path: `${path}/{id}/retry`,
  tag,
  summary: 'Try the incidents of an instance again',
  permission: 'ProcessManager:retryProcessInstance',
  params,
  status: 200,
  output: ProcessInstance,
  problems: [...absent, 'process-instance.no-incident'],
});

export const getProcessInstancePath = defineRoute({
  id: 'getProcessInstancePath',
  method: 'GET',
  path: `${path}/{id}/path`,
  tag,
  summary: 'Read where an instance has been on its diagram',
  permission: 'ProcessManager:getProcessInstanceHistory',
  params,
  status: 200,
  output: InstancePath,
  problems: absent,
});

export const getProcessInstanceRefusals = defineRoute({
  id: 'getProcessInstanceRefusals',
  method: 'GET',
  path: `${path}/{id}/refusals`,
  tag,
  summary:
    'Read why passkeys of an instance were refused, new ones and sign-ins, oldest first, the last hundred',
  permission: 'ProcessManager:getProcessInstanceHistory',
  params,
  status: 200,
  output: Type.Array(PasskeyRefusal),
  problems: absent,
});

export const reviewProcessInstance = defineRoute({
  id: 'reviewProcessInstance',
  method: 'POST',
  path: `${path}/{id}/review`,
  tag,
  summary: 'Approve or decline an instance that waits for a review',
  permission: 'ProcessManager:reviewProcessInstance',
  params,
  body: Closed({
    decision: Words(reviewDecisions, 'APPROVED ends it as accepted, DECLINED as declined'),
    comment: OptionalText(2000, 'Why; part of the audit'),
  }),
  status: 200,
  output: ProcessInstance,
  problems: [...absent, 'process-instance.not-in-review'],
});

export const processInstanceRoutes = [
  getProcessInstancePath,
  getProcessInstanceRefusals,
  reviewProcessInstance,
  createProcessInstance,
  listProcessInstances,
  getProcessInstance,
  getProcessInstanceHistory,
  getProcessInstanceSessionData,
  revealProcessInstanceSecrets,
  getUserData,
  cancelProcessInstance,
  deleteProcessInstance,
  retryProcessInstance,
] as const;
