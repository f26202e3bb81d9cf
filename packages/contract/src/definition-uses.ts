import { type Static, Type } from 'typebox';
import { Closed } from './fields.ts';
import { Id } from './id.ts';
import { defineRoute } from './route.ts';

/** A task that needs an identity store, or something in it. */
export const DefinitionUse = Closed(
  {
    definitionId: Id,
    definitionName: Type.String({ description: 'Name of the process definition' }),
    definitionVersion: Type.Integer({ minimum: 1, description: 'Its version' }),
    element: Type.String({ description: 'Id of the task in the diagram' }),
    elementName: Type.Optional(Type.String({ description: 'Name of the task' })),
  },
  { description: 'A task that names it' },
);
export type DefinitionUse = Static<typeof DefinitionUse>;

export const DefinitionUses = Closed(
  { content: Type.Array(DefinitionUse, { description: 'Every task, by name of the definition' }) },
  { description: 'Which processes need it' },
);
export type DefinitionUses = Static<typeof DefinitionUses>;

export const listDefinitionUses = defineRoute({
  id: 'listDefinitionUses',
  method: 'GET',
  path: '/api/process-manager/processDefinitions/uses',
  tag: 'Process definitions',
  summary:
    'List the tasks that name an identity store, a relying party or a registration policy, in the versions that people can start',
  permission: 'ProcessManager:listProcessDefinitions',
  query: Closed(
    {
      storeName: Type.String({ minLength: 1, maxLength: 50, description: 'Name of the identity store' }),
      relyingPartyId: Type.Optional(
        Type.String({ minLength: 1, maxLength: 253, description: 'A relying party of the store' }),
      ),
      registrationPolicy: Type.Optional(
        Type.String({
          minLength: 1,
          maxLength: 50,
          description: 'A registration policy of the relying party',
        }),
      ),
    },
    { description: 'What is looked for: the last that is named' },
  ),
  status: 200,
  output: DefinitionUses,
  problems: ['store.not-found', 'relying-party.not-found', 'registration-policy.not-found'],
});
