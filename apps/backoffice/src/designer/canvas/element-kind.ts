import type { ElementKind } from '../drawing.ts';
import type { Moddle } from './services.ts';

const kinds: readonly (readonly [string, ElementKind])[] = [
  ['bpmn:SequenceFlow', 'flow'],
  ['bpmn:StartEvent', 'start'],
  ['bpmn:EndEvent', 'end'],
  ['bpmn:BoundaryEvent', 'boundary'],
  ['bpmn:IntermediateCatchEvent', 'timer'],
  ['bpmn:ExclusiveGateway', 'exclusive'],
  ['bpmn:ParallelGateway', 'parallel'],
  ['bpmn:InclusiveGateway', 'inclusive'],
  ['bpmn:SubProcess', 'sub-process'],
  ['bpmn:Task', 'task'],
  ['bpmn:Process', 'process'],
];

/** What a BPMN element is to people who draw. */
export const kindOf = (element: Moddle): ElementKind =>
  kinds.find(([type]) => element.$instanceOf(type))?.[1] ?? 'other';
