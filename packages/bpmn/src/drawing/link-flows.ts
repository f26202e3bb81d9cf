import type { BpmnElement } from '../bpmn-element.ts';

type Linked = BpmnElement & { incoming?: readonly BpmnElement[]; outgoing?: readonly BpmnElement[] };

/** Has both ends of every flow name it, which BPMN leaves optional and a layout follows. */
export function linkFlows(elements: readonly BpmnElement[]): void {
  for (const element of elements) {
    const { sourceRef, targetRef, flowElements } = element;
    if (sourceRef) name(sourceRef, 'outgoing', element);
    if (targetRef) name(targetRef, 'incoming', element);
    if (flowElements) linkFlows(flowElements);
  }
}

function name(element: Linked, end: 'incoming' | 'outgoing', flow: BpmnElement): void {
  const known = element[end] ?? [];
  if (!known.includes(flow)) element[end] = [...known, flow];
}
