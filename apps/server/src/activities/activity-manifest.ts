import type { ActivityManifest as Diagrams } from '@latchkey/bpmn';
import type { ActivityManifest } from '@latchkey/contract';
import type { Activity } from './define-activity.ts';

/** What the API and the designer are told of an activity; no more than its face. */
export const activityManifest = (activity: Activity): ActivityManifest & Diagrams => ({
  id: activity.id,
  version: activity.version,
  label: activity.label,
  group: activity.group,
  icon: activity.icon,
  docs: activity.docs,
  waits: activity.submit !== undefined,
  parameters: JSON.parse(JSON.stringify(activity.parameters)),
  boundaryEvents: activity.boundaryEvents.map((event) => ({ ...event })),
});
