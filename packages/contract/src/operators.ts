import { type Static, Type } from 'typebox';
import { Closed, changeFields, Moment, OptionalOutput, OptionalText, Words } from './fields.ts';
import { Id, PathId } from './id.ts';
import { PageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

/** What an operator may do; the server's table of roles says which operations. */
export const operatorRoles = ['administrator', 'designer', 'support', 'auditor'] as const;
export type OperatorRole = (typeof operatorRoles)[number];

/** The roles that can be held to some stores: what the others make works in every store. */
export const storeRoles: readonly OperatorRole[] = ['support', 'auditor'];

const role = Words(operatorRoles, 'What the operator may do');
const status = Words(['ACTIVE', 'BLOCKED'], 'Only ACTIVE operators sign in');
const storeIds = {
  minItems: 1,
  maxItems: 100,
  uniqueItems: true,
  description:
    'Ids of the identity stores to which the operator is held; absent: all. For support and auditor alone',
} as const;
const stores = Type.Array(Type.String({ minLength: 1, maxLength: 64 }), storeIds);
const name = Type.String({ minLength: 1, maxLength: 128, pattern: '\\S', description: 'Name of the person' });

/** Somebody who works in the Backoffice. */
export const Operator = Closed(
  {
    id: Id,
    name,
    email: OptionalOutput('E-mail address'),
    role,
    stores: Type.Optional(stores),
    status,
    ...changeFields,
  },
  { description: 'An operator' },
);
export type Operator = Static<typeof Operator>;

/** A change of an operator: what is absent stays. */
export const OperatorChange = Closed({
  name: Type.Optional(name),
  role: Type.Optional(role),
  stores: Type.Optional(
    Type.Unsafe<string[] | null>({
      ...stores,
      type: ['array', 'null'],
      description: `${storeIds.description}; null: all`,
    }),
  ),
  status: Type.Optional(status),
});
export type OperatorChange = Static<typeof OperatorChange>;

const invitationFields = {
  id: Id,
  name: Type.String({ description: 'Name of the person' }),
  email: OptionalOutput('E-mail address'),
  role,
  stores: Type.Optional(stores),
  createdDtm: Moment('When it was made'),
  createdBy: Type.String({ description: 'Who made it' }),
  expiresAt: Moment('When the link ends'),
} as const;

/** An invitation that nobody has used yet. */
export const Invitation = Closed(invitationFields, { description: 'An invitation' });
export type Invitation = Static<typeof Invitation>;

/** An invitation as its creation answers it, the only time that its link is shown. */
export const CreatedInvitation = Closed(
  { ...invitationFields, link: Type.String({ description: 'One-time link, shown only now' }) },
  { description: 'A new invitation with its link' },
);
export type CreatedInvitation = Static<typeof CreatedInvitation>;

/** A new invitation. */
export const NewInvitation = Closed({
  name,
  email: OptionalText(254, 'E-mail address'),
  role,
  stores: Type.Optional(stores),
});
export type NewInvitation = Static<typeof NewInvitation>;

/** A session of an operator that has not ended. */
export const OperatorSession = Closed(
  {
    id: Id,
    operator: Closed(
      { id: Id, name: Type.String({ description: 'Name of the person' }) },
      { description: 'Whose session it is' },
    ),
    browser: Type.String({ description: 'Browser and system, as the browser says' }),
    current: Type.Boolean({ description: 'Whether it is the session that asks' }),
    createdDtm: Moment('When it was begun'),
    lastSeenDtm: Moment('When it was last used, to the minute'),
    expiresAt: Moment('When it ends at the latest'),
  },
  { description: 'A session' },
);
export type OperatorSession = Static<typeof OperatorSession>;

const tag = 'Backoffice';
const path = '/api/backoffice';
const operator = Closed({ operatorId: PathId });

export const listInvitations = defineRoute({
  id: 'listInvitations',
  method: 'GET',
  path: `${path}/invitations`,
  tag,
  summary: 'List invitations that can still be used',
  permission: 'Backoffice:listInvitations',
  query: Closed(pageQuery(['createdDtm', 'name'])),
  status: 200,
  output: PageOf(Invitation),
  problems: [],
});

export const createInvitation = defineRoute({
  id: 'createInvitation',
  method: 'POST',
  path: `${path}/invitations`,
  tag,
  summary: 'Invite an operator; the answer shows the one-time link once',
  permission: 'Backoffice:createInvitation',
  body: NewInvitation,
  status: 201,
  output: CreatedInvitation,
  problems: ['operator.invalid', 'operator.role-not-held', 'access.step-up-needed'],
});

export const deleteInvitation = defineRoute({
  id: 'deleteInvitation',
  method: 'DELETE',
  path: `${path}/invitations/{invitationId}`,
  tag,
  summary: 'Withdraw an invitation',
  permission: 'Backoffice:deleteInvitation',
  params: Closed({ invitationId: PathId }),
  status: 204,
  problems: ['operator.invitation-not-found'],
});

export const listOperators = defineRoute({
  id: 'listOperators',
  method: 'GET',
  path: `${path}/operators`,
  tag,
  summary: 'List operators',
  permission: 'Backoffice:listOperators',
  query: Closed(pageQuery(['name', 'createdDtm'])),
  status: 200,
  output: PageOf(Operator),
  problems: [],
});

export const updateOperator = defineRoute({
  id: 'updateOperator',
  method: 'POST',
  path: `${path}/operators/{operatorId}`,
  tag,
  summary: 'Rename an operator, give another role or other stores, block or unblock',
  permission: 'Backoffice:updateOperator',
  params: operator,
  body: OperatorChange,
  status: 200,
  output: Operator,
  problems: [
    'operator.invalid',
    'operator.not-found',
    'operator.role-not-held',
    'operator.last-administrator',
    'access.step-up-needed',
  ],
});

export const deleteOperator = defineRoute({
  id: 'deleteOperator',
  method: 'DELETE',
  path: `${path}/operators/{operatorId}`,
  tag,
  summary: 'Delete an operator with passkeys and sessions',
  permission: 'Backoffice:deleteOperator',
  params: operator,
  status: 204,
  problems: ['operator.not-found', 'operator.role-not-held', 'operator.last-administrator'],
});

export const listOperatorSessions = defineRoute({
  id: 'listOperatorSessions',
  method: 'GET',
  path: `${path}/sessions`,
  tag,
  summary: "List one's own sessions; who may update operators sees everybody's",
  permission: 'Backoffice:listSessions',
  query: Closed(pageQuery(['createdDtm', 'lastSeenDtm'])),
  status: 200,
  output: PageOf(OperatorSession),
  problems: [],
});

export const revokeOperatorSession = defineRoute({
  id: 'revokeOperatorSession',
  method: 'DELETE',
  path: `${path}/sessions/{operatorSessionId}`,
  tag,
  summary: "Revoke a session of one's own; who may update operators revokes anybody's",
  permission: 'Backoffice:revokeSession',
  params: Closed({ operatorSessionId: PathId }),
  status: 204,
  problems: ['operator.session-not-found'],
});

export const operatorRoutes = [
  listInvitations,
  createInvitation,
  deleteInvitation,
  listOperators,
  updateOperator,
  deleteOperator,
  listOperatorSessions,
  revokeOperatorSession,
] as const;
