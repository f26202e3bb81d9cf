import { type ActivityManifest, readActivity } from '@latchkey/bpmn';
import { makeActivity } from './make-activity.ts';
import type { Moddle, Services, Shape } from './services.ts';

/**
 * Writes tasks of other tools in our own form when a file is opened: their activity by name, their camunda parameters.
 * Answers how many it changed. What it cannot convert stays, and the problems list names it.
 */
export function convertActivities(
  shapes: readonly Shape[],
  manifests: readonly ActivityManifest[],
  factory: Services['bpmnFactory'],
): number {
  return shapes
    .map(({ businessObject }) => businessObject)
    .filter((task) => task?.$instanceOf?.('bpmn:Task'))
    .filter((task) => convert(task, manifests, factory)).length;
}

function convert(
  task: Moddle,
  manifests: readonly ActivityManifest[],
  factory: Services['bpmnFactory'],
): boolean {
  const extension = task.extensionElements as Moddle | undefined;
  const values = extension?.values ?? [];
  if (values.some(({ $type }) => $type === 'latchkey:Activity')) return false;
  let faults = 0;
  const use = readActivity(task, manifests, () => {
    faults++;
  });
  if (use.type === '' || faults > 0) return false;
  const activity = makeActivity(use, (type, attributes) => factory.create(type, attributes));
  const kept = values.filter(({ $type }) => !/:inputOutput$/.test($type));
  const made = extension ?? factory.create('bpmn:ExtensionElements');
  Object.assign(made, { values: [activity, ...kept], $parent: task });
  activity.$parent = made;
  Object.assign(task, { extensionElements: made });
  return true;
}
