import { type Static, Type } from 'typebox';
import { Closed } from './fields.ts';
import { defineRoute } from './route.ts';

/** An activity as a designer needs it: its form is drawn from `parameters`, its events from `boundaryEvents`. */
export const ActivityManifest = Closed(
  {
    id: Type.String({ description: 'Type of the task in a diagram' }),
    version: Type.Integer({ description: 'A breaking change of its parameters is a new version' }),
    label: Type.String({ description: 'Name for people' }),
    group: Type.String({ description: 'Group in the palette' }),
    icon: Type.String({ description: 'Name of its icon' }),
    docs: Type.String({ description: 'What it does' }),
    waits: Type.Boolean({ description: 'Whether it waits for a person' }),
    parameters: Type.Unknown({ description: 'JSON Schema of its parameters' }),
    boundaryEvents: Type.Array(
      Closed({
        code: Type.String({ description: 'Error code of the boundary event' }),
        label: Type.String({ description: 'Name for people' }),
        docs: Type.String({ description: 'When it is triggered' }),
        fallback: Type.Optional(
          Type.String({ description: 'Code as which it leaves where the diagram does not catch this one' }),
        ),
      }),
      { description: 'Events that a diagram can attach to it' },
    ),
  },
  { description: 'An activity' },
);
export type ActivityManifest = Static<typeof ActivityManifest>;

export const listActivities = defineRoute({
  id: 'listActivities',
  method: 'GET',
  path: '/api/process-manager/activities',
  tag: 'Activities',
  summary: 'List what a process can do',
  permission: 'ProcessManager:listActivities',
  status: 200,
  output: Type.Array(ActivityManifest),
  problems: [],
});

export const activityRoutes = [listActivities] as const;
