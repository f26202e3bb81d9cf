import type { Moddle, Shape } from '../services.ts';
import { type Act, elementOf } from './act.ts';

/** Names an element; names beside events and flows get their label. */
export const setName: Act<'name'> = (making, { element: id, name }) => {
  const element = elementOf(making, id);
  const { ask } = making;
  if (element.type === 'bpmn:Process') ask('modeling').updateProperties(element, { name });
  else ask('modeling').updateLabel(element, name);
  return undefined;
};

/** Describes an element. */
export const setDocumentation: Act<'documentation'> = (making, { element: id, text }) => {
  const element = elementOf(making, id);
  const documentation = text === '' ? [] : [making.ask('bpmnFactory').create('bpmn:Documentation', { text })];
  making.ask('modeling').updateProperties(element, { documentation });
  return undefined;
};

/** Sets the condition of a flow, or removes it. */
export const setCondition: Act<'condition'> = (making, { element: id, text }) => {
  const { ask } = making;
  const conditionExpression =
    text === '' ? undefined : ask('bpmnFactory').create('bpmn:FormalExpression', { body: text });
  ask('modeling').updateProperties(elementOf(making, id), { conditionExpression });
  return undefined;
};

/** Makes a flow the default of its source, which then needs no condition; or takes that away. */
export const setDefault: Act<'default'> = (making, { element: id, isDefault }) => {
  const flow = elementOf(making, id);
  const { ask } = making;
  const modeling = ask('modeling');
  if (isDefault && flow.businessObject.conditionExpression)
    modeling.updateProperties(flow, { conditionExpression: undefined });
  modeling.updateProperties(flow.source as Shape, { default: isDefault ? flow.businessObject : undefined });
  return undefined;
};

/** Sets the duration or the date of a timer. */
export const setTimer: Act<'timer'> = (making, { element: id, timer }) => {
  const element = elementOf(making, id);
  const { ask } = making;
  const expression = ask('bpmnFactory').create('bpmn:FormalExpression', { body: timer.text });
  const definition = element.businessObject.eventDefinitions?.[0] as Moddle;
  expression.$parent = definition;
  ask('modeling').updateModdleProperties(element, definition, {
    timeDuration: timer.kind === 'duration' ? expression : undefined,
    timeDate: timer.kind === 'date' ? expression : undefined,
  });
  return undefined;
};

/** Whether a boundary event ends its activity. */
export const setInterrupting: Act<'interrupting'> = (making, { element: id, isInterrupting }) => {
  making.ask('modeling').updateProperties(elementOf(making, id), { cancelActivity: isInterrupting });
  return undefined;
};
