import { type Static, Type } from 'typebox';
import { Closed, Moment, OptionalOutput, OptionalText, Words } from './fields.ts';
import { Id, PathId } from './id.ts';
import { InstancePath, instanceStatuses, ParameterErrors } from './process-instance.ts';
import { defineRoute } from './route.ts';
import { promptOutcomes, SimulatedAuthenticator, TestRunAct } from './test-run-acts.ts';

/** Something that waits for the tester. */
const Wait = Closed(
  {
    token: Type.String({ description: 'Name of the wait' }),
    element: Type.String({ description: 'Element of the diagram' }),
    kind: Words(
      ['activity', 'form', 'passkey-form', 'sign-in-form', 'page'],
      'An activity before it runs, a form, a form that makes a passkey or signs in with one, or a Custom Page',
    ),
    failures: Type.Array(
      Closed({
        code: Type.String({ description: 'Code of the failure' }),
        label: Type.String({ description: 'Name of the boundary event' }),
        docs: Type.String({ description: 'When it happens' }),
        caughtBy: OptionalOutput('Element that catches it; an incident without one'),
      }),
      { description: 'The boundary events that its activity declares' },
    ),
    passkey: Type.Optional(
      Closed(
        {
          relyingPartyId: Type.String({ description: 'The relying party' }),
          origins: Type.Array(Type.String(), { description: 'Where it takes passkeys from' }),
        },
        { description: 'What the prompt is for' },
      ),
    ),
  },
  { description: 'Something that waits for the tester' },
);

const SessionData = Type.Record(Type.String(), Type.Unknown(), {
  description: 'The session data: `_initial`, `_forms`, `_identityStore`, `_checks`, `_decision`',
});

/** A draft that is tried out. */
export const TestRun = Closed(
  {
    id: Id,
    definitionName: Type.String({ description: 'Name of the process definition' }),
    expiresAt: Moment('When it is erased, unless its tester ends it before'),
    status: Words(instanceStatuses, 'Where it stands'),
    decision: OptionalOutput('PASS, FAIL or REVIEW, once decided'),
    frameUrl: Type.String({ description: 'The person’s page, for a frame in the Backoffice' }),
    path: InstancePath,
    incidents: Type.Array(
      Closed({
        element: Type.String({ description: 'Element at which it failed' }),
        code: Type.String({ description: 'Code of the failure' }),
        title: Type.String({ description: 'What the code means' }),
        errors: ParameterErrors,
      }),
      { description: 'Failures that nobody caught' },
    ),
    waits: Type.Array(Wait, { description: 'What waits for the tester' }),
    timers: Type.Array(
      Closed({
        element: Type.String({ description: 'Timer event, or task with a deadline' }),
        dueAt: Moment('When it is due, by the clock of the run'),
      }),
      { description: 'Timers that run, the next first' },
    ),
    redirections: Type.Array(
      Closed({
        element: Type.String({ description: 'Element of the diagram' }),
        kind: Type.String({ description: '`identity-store`, `relying-party` or `registration-policy`' }),
        name: Type.String({ description: 'What the diagram names' }),
      }),
      { description: 'What the diagram names and the run has an empty copy of' },
    ),
    steps: Type.Array(
      Closed({
        number: Type.Integer({ description: 'From 1' }),
        at: Moment('When it was done'),
        act: TestRunAct,
        element: OptionalOutput('Element at which it was done'),
        refused: Type.Optional(
          Type.Array(
            Closed({
              field: Type.String({ description: 'Id of the field' }),
              message: Type.String({ description: 'What the person is told' }),
            }),
            { description: 'What a form did not take of `act.values`; the run stays where it is' },
          ),
        ),
        data: SessionData,
      }),
      { description: 'What was done so far, each with the session data after it' },
    ),
    data: SessionData,
  },
  { description: 'A test run' },
);
export type TestRun = Static<typeof TestRun>;

/** What a test run begins with. */
export const NewTestRun = Closed({
  definitionName: Type.String({ minLength: 1, maxLength: 50, description: 'Name of the process definition' }),
  resources: Closed(
    {
      bpmn: Closed(
        {
          data: Type.String({
            minLength: 1,
            maxLength: 1_500_000,
            description: 'BPMN 2.0 XML, in base64 or as plain text; need not be saved',
          }),
          type: Words(['BPMN'], 'Always BPMN'),
        },
        { description: 'The diagram' },
      ),
    },
    { description: 'What the definition consists of' },
  ),
  parameters: Type.Optional(
    Type.Record(Type.String({ maxLength: 128 }), Type.Unknown(), {
      maxProperties: 128,
      description: 'What a process token would give: `_initial` in the session data',
    }),
  ),
  people: Type.Optional(
    Type.Array(
      Closed({
        storeName: Type.String({ minLength: 1, maxLength: 128, description: 'Store that knows them' }),
        externalId: Type.String({ minLength: 1, maxLength: 128, description: 'External ID' }),
      }),
      {
        maxItems: 20,
        description:
          'People whom the copies of the stores know; otherwise they are empty. Where the diagram asks people to sign in, each has a simulated passkey',
      },
    ),
  ),
});
export type NewTestRun = Static<typeof NewTestRun>;

const tag = 'Test runs';
const path = '/api/process-manager/testRuns';
const params = Closed({ id: PathId });
const permission = 'ProcessManager:testProcessDefinition';
const absent = ['test-run.not-found'];
const refusals = ['test-run.act-unfit', 'test-run.form-refused', 'test-run.too-long'];

export const startTestRun = defineRoute({
  id: 'startTestRun',
  method: 'POST',
  path,
  tag,
  summary: 'Run a diagram in a sandbox, up to its first step',
  permission,
  body: NewTestRun,
  bodyLimit: 2_000_000,
  status: 201,
  output: TestRun,
  problems: [
    'definition.invalid',
    'definition.unreadable',
    'definition.too-large',
    'store.not-found',
    'user.invalid',
    'user.external-id-not-unique',
  ],
});

export const getTestRun = defineRoute({
  id: 'getTestRun',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read where one’s own test run stands',
  permission: 'ProcessManager:getTestRun',
  params,
  status: 200,
  output: TestRun,
  problems: absent,
});

export const stepTestRun = defineRoute({
  id: 'stepTestRun',
  method: 'POST',
  path: `${path}/{id}/steps`,
  tag,
  summary: 'Let something happen in a test run',
  permission,
  params,
  body: TestRunAct,
  status: 200,
  output: TestRun,
  problems: [...absent, ...refusals],
});

export const simulateTestRunPrompt = defineRoute({
  id: 'simulateTestRunPrompt',
  method: 'POST',
  path: `${path}/{id}/prompt`,
  tag,
  summary: 'Answer the prompt that a Custom Page opened, without a device',
  permission,
  params,
  body: Closed({
    token: OptionalText(64, 'The wait that is meant, where there are several'),
    outcome: Type.Optional(Words(promptOutcomes, 'What the prompt comes to, if to no passkey')),
    authenticator: Type.Optional(SimulatedAuthenticator),
  }),
  status: 200,
  output: Closed(
    {
      response: Type.Optional(
        Type.Unknown({ description: 'RegistrationResponseJSON, which the page gets and sends' }),
      ),
      errorName: OptionalOutput('Name of the DOMException that the page gets instead'),
      outcome: Type.Optional(Words(promptOutcomes, 'What the prompt came to, if to no passkey')),
    },
    { description: 'What the prompt of the page came to' },
  ),
  problems: [...absent, 'test-run.act-unfit'],
});

export const rewindTestRun = defineRoute({
  id: 'rewindTestRun',
  method: 'POST',
  path: `${path}/{id}/rewind`,
  tag,
  summary: 'Begin a test run anew and repeat its first steps',
  permission,
  params,
  body: Closed({
    keep: Type.Integer({
      minimum: 0,
      maximum: 1000,
      description:
        'Steps to repeat, from the first; a passkey of one’s own device is repeated by a simulated one',
    }),
  }),
  status: 200,
  output: TestRun,
  problems: [...absent, ...refusals],
});

export const endTestRun = defineRoute({
  id: 'endTestRun',
  method: 'DELETE',
  path: `${path}/{id}`,
  tag,
  summary: 'End a test run and erase its sandbox',
  permission,
  params,
  status: 204,
  problems: absent,
});

export const testRunRoutes = [
  startTestRun,
  getTestRun,
  stepTestRun,
  simulateTestRunPrompt,
  rewindTestRun,
  endTestRun,
] as const;
