import type { Definition } from '@latchkey/engine';
import type { Activity } from './define-activity.ts';

/** Whether the diagram catches a code by name at a task or at a sub-process around it. */
export function catches(definition: Definition, node: string, code: string): boolean {
  for (let at: string | undefined = node; at !== undefined; at = definition.nodes[at]?.scope) {
    if (codesAt(definition, at).includes(code)) return true;
  }
  return false;
}

/**
 * The code as which a failure leaves its task: its own where the diagram catches that; else the one that its activity
 * names for it, if the diagram catches that; else its own, for a boundary event without a code or an incident.
 */
export function failureCode(definition: Definition, node: string, activity: Activity, code: string): string {
  if (catches(definition, node, code)) return code;
  const known = activity.boundaryEvents.find((event) => event.code === code);
  const fallback = known === undefined ? activity.otherFailures : known.fallback;
  return fallback !== undefined && catches(definition, node, fallback) ? fallback : code;
}

const codesAt = (definition: Definition, node: string) =>
  Object.values(definition.nodes).map((each) =>
    each.kind === 'boundary' && each.attachedTo === node && each.trigger.kind === 'error'
      ? each.trigger.errorCode
      : undefined,
  );
