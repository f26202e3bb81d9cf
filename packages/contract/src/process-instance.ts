import { type Static, Type } from 'typebox';
import { Closed, Moment, OptionalOutput, Words } from './fields.ts';
import { Id } from './id.ts';

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

/** The status of an instance. */
export const InstanceStatus = Words(instanceStatuses, 'Where it stands');

/** One run of a process definition. */
export const ProcessInstance = Closed(
  {
    id: Id,
    tenantId: Type.String({ description: 'The tenant' }),
    processDefnId: Id,
    processDefnName: Type.String({ description: 'Name of the definition' }),
    processDefnVersion: Type.Integer({ description: 'Version on which it runs' }),
    processTokenId: OptionalOutput('The token that started it, by its auditId'),
    processTokenName: OptionalOutput('Name of that token'),
    firstName: OptionalOutput('First name, from the token parameters'),
    lastName: OptionalOutput('Last name, from the token parameters'),
    email: OptionalOutput('E-mail address, from the token parameters'),
    phoneNumber: OptionalOutput('Phone number, from the token parameters'),
    createdAt: Moment('When it was created'),
    endedAt: Type.Optional(Moment('When it ended')),
    elapsedMilliseconds: Type.Integer({ description: 'From its creation to its end, or to now' }),
    status: InstanceStatus,
    statusMapped: Type.String({
      description: 'For people: Pending, In Progress, Review, Accepted, Declined, Abandoned or Error',
    }),
    browser: OptionalOutput('Family of the browser that began it, as it names itself'),
    device: OptionalOutput('Family of its system, such as Android'),
    retentionDays: Type.Integer({
      description: 'Days for which it is kept after its end, as its definition says',
    }),
    retentionExpiresAt: Type.Optional(
      Moment(
        'From when on it is erased; absent while it runs, waits for a review or has a timer that will move it',
      ),
    ),
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

/** Which parameters of a step did not fit. */
export const ParameterErrors = Type.Optional(
  Type.Array(
    Closed({
      pointer: Type.String({
        description: 'JSON pointer to the parameter of the step, such as `/storeName`',
      }),
      detail: Type.String({ description: 'What is wrong with it; never its value' }),
    }),
    { description: 'The parameters that did not fit, with `activity.parameters-invalid`' },
  ),
);

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
    errors: ParameterErrors,
  },
  { description: 'One event of an instance' },
);
export type HistoryEntry = Static<typeof HistoryEntry>;

/** A registration or a sign-in that was refused, and why. */
export const PasskeyRefusal = Closed(
  {
    at: Moment('When it was refused'),
    actor: Type.String({ description: 'Whose registration or sign-in it was' }),
    ceremony: Words(['registration', 'sign-in'], 'What was refused'),
    code: Type.String({ description: 'Stable problem code' }),
    sentence: Type.String({ description: 'Why, in one sentence' }),
    step: OptionalOutput('What failed, such as `WebAuthn L3 7.1 step 16`; absent where no step of it did'),
    passkeyName: OptionalOutput('Name of the passkey that answered, where it is known'),
  },
  { description: 'A refused registration or sign-in' },
);
export type PasskeyRefusal = Static<typeof PasskeyRefusal>;

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
        errors: ParameterErrors,
      }),
      { description: 'Failures that wait for an operator' },
    ),
  },
  { description: 'The path of an instance' },
);
export type InstancePath = Static<typeof InstancePath>;
