import { type Static, Type } from 'typebox';
import { Closed, Moment, OptionalOutput } from './fields.ts';
import { Id, PathId } from './id.ts';
import { PageOf, pageQuery } from './page.ts';
import { ClientRequest } from './passkey-registrations.ts';
import { defineRoute } from './route.ts';

const name = Type.String({ minLength: 1, maxLength: 128, description: 'Name that the operator gave it' });

/** A passkey of an operator. */
export const OperatorPasskey = Closed(
  {
    id: Id,
    name,
    aaguid: Type.String({ description: 'Model of the authenticator, as it claims' }),
    provider: OptionalOutput('Name of the model, as claimed'),
    backupEligible: Type.Boolean({ description: 'Whether it may be synchronised' }),
    backedUp: Type.Boolean({ description: 'Whether it is synchronised' }),
    createdDtm: Moment('When it was registered'),
    lastUsedDtm: Type.Optional(Moment('When it last signed in')),
  },
  { description: 'A passkey of an operator' },
);
export type OperatorPasskey = Static<typeof OperatorPasskey>;

/** PublicKeyCredentialCreationOptionsJSON, for a passkey of an operator. */
export type CreationOptions = Static<typeof ClientRequest>;

const tag = 'Backoffice';
const path = '/api/backoffice';
const ofOperator = `${path}/operators/{operatorId}/passkeys` as const;

export const listOperatorPasskeys = defineRoute({
  id: 'listOperatorPasskeys',
  method: 'GET',
  path: ofOperator,
  tag,
  summary: "List one's own passkeys; who may update operators sees everybody's",
  permission: 'Backoffice:listPasskeys',
  params: Closed({ operatorId: PathId }),
  query: Closed(pageQuery(['createdDtm', 'name'])),
  status: 200,
  output: PageOf(OperatorPasskey),
  problems: ['operator.not-found'],
});

export const startOperatorPasskey = defineRoute({
  id: 'startOperatorPasskey',
  method: 'POST',
  path: `${path}/passkeys/options`,
  tag,
  summary: "Begin to add a passkey of one's own: options for it",
  permission: 'Backoffice:addPasskey',
  body: Closed({}),
  status: 200,
  output: Closed({
    ceremonyId: Type.String({ description: 'The ceremony, to be named with the answer' }),
    options: ClientRequest,
  }),
  problems: ['operator.session-needed', 'operator.too-many-passkeys'],
});

export const addOperatorPasskey = defineRoute({
  id: 'addOperatorPasskey',
  method: 'POST',
  path: `${path}/passkeys`,
  tag,
  summary: "Add a passkey of one's own",
  permission: 'Backoffice:addPasskey',
  body: Closed({
    ceremonyId: Type.String({ maxLength: 64, description: 'The ceremony that the options began' }),
    response: Type.Record(Type.String(), Type.Unknown(), {
      description: "The browser's answer, as credential.toJSON() gives it",
    }),
    name: Type.Optional(name),
  }),
  status: 201,
  output: OperatorPasskey,
  problems: ['operator.session-needed', 'operator.passkey-refused', 'operator.too-many-passkeys'],
});

export const deleteOperatorPasskey = defineRoute({
  id: 'deleteOperatorPasskey',
  method: 'DELETE',
  path: `${ofOperator}/{passkeyId}`,
  tag,
  summary: "Delete one of one's own passkeys, and the sessions that it began; never the last",
  permission: 'Backoffice:deletePasskey',
  params: Closed({ operatorId: PathId, passkeyId: PathId }),
  status: 204,
  problems: [
    'operator.not-found',
    'operator.role-not-held',
    'operator.passkey-not-found',
    'operator.last-passkey',
  ],
});

export const operatorPasskeyRoutes = [
  listOperatorPasskeys,
  startOperatorPasskey,
  addOperatorPasskey,
  deleteOperatorPasskey,
] as const;
