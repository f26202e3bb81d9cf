/** One element of a small diagram, as XML of BPMN 2.0. */
export type Element = string;

type Parameters = Readonly<Record<string, string>>;

export const startEvent = (id = 'Start'): Element => `<bpmn:startEvent id="${id}" />`;
export const endEvent = (id = 'End', inside = ''): Element =>
  `<bpmn:endEvent id="${id}">${inside}</bpmn:endEvent>`;

/** A task with its activity. */
export const task = (id: string, type: string, parameters: Parameters = {}): Element =>
  `<bpmn:serviceTask id="${id}" name="${id}"><bpmn:extensionElements><latchkey:activity type="${type}" version="1">${Object.entries(
    parameters,
  )
    .map(([name, text]) => `<latchkey:parameter name="${name}">${escaped(text)}</latchkey:parameter>`)
    .join('')}</latchkey:activity></bpmn:extensionElements></bpmn:serviceTask>`;

export const gateway = (
  kind: 'exclusive' | 'parallel' | 'inclusive',
  id: string,
  fallback?: string,
): Element => `<bpmn:${kind}Gateway id="${id}"${fallback ? ` default="${fallback}"` : ''} />`;

/** A flow from one element to the other; its id is `from-to`. */
export const flow = (from: string, to: string, condition?: string): Element =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${
    condition === undefined
      ? ''
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escaped(condition)}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`;

/** An error boundary event. */
export const onError = (id: string, at: string, code: string): Element =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${at}"><bpmn:errorEventDefinition errorRef="${errorId(code)}" /></bpmn:boundaryEvent>`;

/** A timer boundary event. */
export const onTimer = (id: string, at: string, duration: string, isInterrupting = true): Element =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${at}" cancelActivity="${isInterrupting}">${timer(duration)}</bpmn:boundaryEvent>`;

/** An intermediate event that waits. */
export const pause = (id: string, duration: string): Element =>
  `<bpmn:intermediateCatchEvent id="${id}">${timer(duration)}</bpmn:intermediateCatchEvent>`;

/** Start, the ids in a row, end: the flows between them. */
export const chain = (...ids: readonly string[]): readonly Element[] =>
  ['Start', ...ids].map((id, at) => flow(id, ids[at] ?? 'End'));

/** The whole file. */
export function diagram(...elements: readonly (Element | readonly Element[])[]): string {
  const inside = elements.flat().join('\n    ');
  const codes = new Set([...inside.matchAll(/errorRef="Error-([^"]+)"/g)].map(([, code]) => String(code)));
  const errors = [...codes].map((code) => `<bpmn:error id="${errorId(code)}" errorCode="${code}" />`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:latchkey="http://latchkey.dev/schema/bpmn/1.0" id="Definitions" targetNamespace="http://latchkey.dev/tests">
  ${errors.join('\n  ')}
  <bpmn:process id="Process" isExecutable="true">
    ${inside}
  </bpmn:process>
</bpmn:definitions>`;
}

const errorId = (code: string) => `Error-${code}`;
const timer = (duration: string) =>
  `<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${escaped(duration)}</bpmn:timeDuration></bpmn:timerEventDefinition>`;
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
