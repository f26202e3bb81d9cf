import { type Static, Type } from 'typebox';
import { Closed, Moment, OptionalOutput, OptionalText, Words } from './fields.ts';
import { Id, PathId } from './id.ts';
import { PageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

export const instanceStatuses = [
  'PENDING',
  'ACTIVE',
  'REVIEW',
  'COMPLETED_ENDED_SUCCESS',
  'COMPLETED_ENDED_ERROR',
  'COMPLETED_TERMINATED',
  'COMPLETED_PROCESS_ERROR',
] as const;

/** What a reviewer can say. */
export const reviewDecisions = ['APPROVED', 'DECLINED'] as const;

const status = Words(instanceStatuses, 'Where it stands');

/** One run of a process definition. */
export const ProcessInstance = Closed(
  {
    id: Id,
    tenantId: Type.String({ description: 'The tenant' }),
    processDefnId: Id,
    processDefnName: Type.String({ description: 'Name of the definition' }),
    processDefnVersion: Type.Integer({ description: 'Version on which it runs' }),
    processTokenId: OptionalOutput('The token that started it'),
    processTokenName: OptionalOutput('Name of that token'),
    firstName: OptionalOutput('First name, from the token parameters'),
    lastName: OptionalOutput('Last name, from the token parameters'),
    email: OptionalOutput('E-mail address, from the token parameters'),
    phoneNumber: OptionalOutput('Phone number, from the token parameters'),
    createdAt: Moment('When it was created'),
    endedAt: Type.Optional(Moment('When it ended')),
    elapsedMilliseconds: Type.Integer({ description: 'From its creation to its end, or to now' }),
    status,
    statusMapped: Type.String({
      description: 'For people: Pending, In Progress, Review, Accepted, Declined, Abandoned or Error',
    }),
    browser: OptionalOutput('Family of the browser that began it, as it names itself'),
    device: OptionalOutput('Family of its system, such as Android'),
    decision: OptionalOutput('PASS, FAIL or REVIEW, once decided'),
    error: OptionalOutput('Code of the failure that nobody caught'),
    review: Type.Optional(
      Closed(
        {
          status: Words(['PENDING', ...reviewDecisions], 'PENDING until somebody has reviewed it'),
          comment: OptionalOutput('What the reviewer says'),
          reviewedBy: OptionalOutput('Who reviewed it'),
          reviewedAt: Type.Optional(Moment('When it was reviewed')),
        },
        { description: 'The review that a decision REVIEW asks for' },
      ),
    ),
  },
  { description: 'A process instance' },
);
export type ProcessInstance = Static<typeof ProcessInstance>;

/** What happened to an instance: one entry for each event. */
export const HistoryEntry = Closed(
  {
    version: Type.Integer({ description: 'Number of the event, from 1' }),
    at: Moment('When it happened'),
    actor: Type.String({ description: 'Who made it happen' }),
    event: Type.String({ description: 'Kind of event, such as `activity-completed`' }),
    element: OptionalOutput('BPMN element at which it happened'),
    name: OptionalOutput('Name of that element'),
    activity: OptionalOutput('Activity of that task'),
    error: OptionalOutput('Code of a failure'),
  },
  { description: 'One event of an instance' },
);
export type HistoryEntry = Static<typeof HistoryEntry>;

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
    themeUrl: Type.String({ description: 'Empty' }),
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
    status: Type.Optional(status),
    processDefnName: OptionalText(50, 'Name of the definition'),
    processDefnId: OptionalText(64, 'Id of the definition'),
    processTokenId: OptionalText(64, 'Id of the token'),
    text: OptionalText(128, 'Id of the instance, or a part of the name, e-mail address or phone number'),
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
  description: 'Session data of the instance',
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

/** Where an instance has been on its diagram. */
export const InstancePath = Closed(
  {
    nodes: Type.Array(Type.String(), { description: 'Elements that it has passed, in their order' }),
    flows: Type.Array(Type.String(), { description: 'Sequence flows that it has taken' }),
    active: Type.Array(Type.String(), { description: 'Elements at which it stands' }),
    incidents: Type.Array(
      Closed({
        element: Type.String({ description: 'Element at which it failed' }),
        error: OptionalOutput('Code of the failure'),
      }),
      { description: 'Failures that wait for an operator' },
    ),
  },
  { description: 'The path of an instance' },
);
export type InstancePath = Static<typeof InstancePath>;

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
  reviewProcessInstance,
  createProcessInstance,
  listProcessInstances,
  getProcessInstance,
  getProcessInstanceHistory,
  getProcessInstanceSessionData,
  getUserData,
  cancelProcessInstance,
  retryProcessInstance,
] as const;
