import { readActivity } from '@latchkey/bpmn';
import { type ActivityUse, makeActivity } from '../make-activity.ts';
import type { Making } from '../make-shape.ts';
import type { Moddle, Shape } from '../services.ts';
import { type Act, elementOf } from './act.ts';

/** Sets or removes one parameter of a task's activity. */
export const setParameter: Act<'parameter'> = (making, { element: id, name, value }) => {
  const element = elementOf(making, id);
  const use = readActivity(element.businessObject, making.manifests, () => undefined);
  const { [name]: _, ...others } = use.parameters;
  const isEmpty = value === undefined || value === '';
  writeActivity(making, element, {
    ...use,
    parameters: isEmpty ? others : { ...use.parameters, [name]: value },
  });
  return undefined;
};

/** Writes a task's activity in our own form; what another tool wrote for it goes. */
export function writeActivity({ ask }: Making, element: Shape, use: ActivityUse): void {
  const { businessObject } = element;
  const activity = makeActivity(use, (type, attributes) => ask('bpmnFactory').create(type, attributes));
  const extension = businessObject.extensionElements;
  const others = (extension?.values ?? []).filter(
    ({ $type }) => $type !== 'latchkey:Activity' && !/:inputOutput$/.test($type),
  );
  if (extension) {
    activity.$parent = extension as Moddle;
    ask('modeling').updateModdleProperties(element, extension, { values: [activity, ...others] });
    return;
  }
  const made = ask('bpmnFactory').create('bpmn:ExtensionElements', { values: [activity] });
  activity.$parent = made;
  made.$parent = businessObject;
  ask('modeling').updateProperties(element, { extensionElements: made });
}
