import type { Making } from '../make-shape.ts';
import type { Moddle } from '../services.ts';
import { type Act, elementOf } from './act.ts';

/** The diagram's error of that code; a new one if it has none. bpmn-js adds it to the file with what refers to it. */
export function errorOf({ ask }: Making, code: string, name: string): Moddle {
  const known = (ask('bpmnjs').getDefinitions().rootElements ?? []).find(
    ({ $type, errorCode }) => $type === 'bpmn:Error' && errorCode === code,
  );
  if (known) return known as Moddle;
  const made = ask('bpmnFactory').create('bpmn:Error', { errorCode: code, name });
  made.$parent = ask('bpmnjs').getDefinitions();
  return made;
}

/** Sets which error an event catches or ends with; the empty code is every error. */
export const setError: Act<'error'> = (making, { element: id, code }) => {
  const element = elementOf(making, id);
  const definition = element.businessObject.eventDefinitions?.[0];
  making.ask('modeling').updateModdleProperties(element, definition, {
    errorRef: code === '' ? undefined : errorOf(making, code, element.businessObject.name || code),
  });
  return undefined;
};
