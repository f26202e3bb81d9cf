import { type Static, Type } from 'typebox';
import { Closed } from './fields.ts';
import { defineRoute } from './route.ts';
import { byVersionName } from './versions.ts';

/** Days for which finished instances are kept where a definition does not say otherwise. */
export const usualRetentionDays = 30;
/** Ten years. */
export const mostRetentionDays = 3650;

/** How long finished instances of a definition are kept. */
export const ProcessRetention = Closed(
  {
    name: Type.String({ description: 'Name of the definition' }),
    retentionDays: Type.Integer({
      minimum: 1,
      description: 'Days after their end, when finished instances are erased with their history',
    }),
    isUsual: Type.Boolean({ description: `Whether it is the platform’s own: ${usualRetentionDays} days` }),
  },
  { description: 'The retention period of a definition, which all its versions share' },
);
export type ProcessRetention = Static<typeof ProcessRetention>;

const tag = 'Process definitions';
const path = '/api/process-manager/processDefinitions/{name}/retention';

export const getProcessRetention = defineRoute({
  id: 'getProcessRetention',
  method: 'GET',
  path,
  tag,
  summary: 'Read how long finished instances of a definition are kept',
  permission: 'ProcessManager:getProcessDefinition',
  params: byVersionName,
  status: 200,
  output: ProcessRetention,
  problems: ['process-definition.not-found'],
});

export const setProcessRetention = defineRoute({
  id: 'setProcessRetention',
  method: 'POST',
  path,
  tag,
  summary: 'Set how long finished instances of a definition are kept',
  permission: 'ProcessManager:setProcessRetention',
  params: byVersionName,
  body: Closed({
    retentionDays: Type.Unsafe<number | null>({
      type: ['number', 'null'],
      description: `Whole days from 1 to ${mostRetentionDays}; null for the platform’s own ${usualRetentionDays}`,
    }),
  }),
  status: 200,
  output: ProcessRetention,
  problems: ['process-definition.not-found', 'process-definition.retention-invalid'],
});

export const processRetentionRoutes = [getProcessRetention, setProcessRetention] as const;
