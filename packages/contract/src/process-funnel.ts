import { type Static, Type } from 'typebox';
import { Closed, Moment, OptionalText } from './fields.ts';
import { defineRoute } from './route.ts';
import { byVersionName } from './versions.ts';

const count = (description: string) => Type.Integer({ minimum: 0, description });

const counts = {
  started: count('Instances that a browser began'),
  formShown: count('Of them, those that showed a form'),
  promptShown: count('Of them, those that opened the browser’s prompt, for a new passkey or to sign in'),
  registered: count('Of them, those that ended with a new passkey'),
  signedIn: count('Ended after a sign-in with a passkey, without a new one, and by no failure'),
  cancelled: count('Ended without a new passkey because the person or an operator cancelled'),
  timedOut: count('Ended without a new passkey because time ran out'),
  failed: count('Ended by a failure, or rest on one'),
  completed: count('Ended otherwise, with neither a new passkey nor a sign-in'),
  open: count('Still under way'),
} as const;

/** What became of the instances of one group. */
export const FunnelCounts = Closed(counts, { description: 'What became of the instances' });
export type FunnelCounts = Static<typeof FunnelCounts>;

const groupOf = (description: string) =>
  Type.Array(Closed({ key: Type.String({ description: 'The group' }), ...counts }), { description });

/** The funnel of a definition in a period. */
export const ProcessFunnel = Closed(
  {
    name: Type.String({ description: 'Name of the definition' }),
    from: Moment('Begin of the period'),
    to: Moment('Its end'),
    total: FunnelCounts,
    medianMilliseconds: Type.Optional(
      Type.Integer({
        description: 'Median time from start to end, of those that ended with a new passkey or signed in',
      }),
    ),
    byBrowser: groupOf('By family of the browser'),
    byDevice: groupOf('By family of the system'),
    byVersion: groupOf('By version of the definition'),
    byDay: groupOf('By day in UTC, such as 2026-11-24'),
  },
  { description: 'The funnel of a definition' },
);
export type ProcessFunnel = Static<typeof ProcessFunnel>;

export const getProcessFunnel = defineRoute({
  id: 'getProcessFunnel',
  method: 'GET',
  path: '/api/process-manager/processDefinitions/{name}/funnel',
  tag: 'Process instances',
  summary: 'Count what became of the instances of a definition',
  permission: 'ProcessManager:getProcessFunnel',
  params: byVersionName,
  query: Closed({
    from: OptionalText(40, 'Created not before this moment (RFC 3339); 30 days ago unless told'),
    to: OptionalText(40, 'Created before this moment (RFC 3339); now unless told'),
  }),
  status: 200,
  output: ProcessFunnel,
  problems: ['process-definition.not-found', 'process-instance.filter-invalid'],
});

export const processFunnelRoutes = [getProcessFunnel] as const;
