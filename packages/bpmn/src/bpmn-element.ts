import type { ModdleElement } from 'bpmn-moddle';

/** A BPMN element as we read it: the properties that matter, each absent unless drawn. */
export type BpmnElement = ModdleElement & {
  readonly id?: string;
  readonly name?: string;
  readonly rootElements?: readonly BpmnElement[];
  readonly flowElements?: readonly BpmnElement[];
  readonly artifacts?: readonly BpmnElement[];
  readonly messageFlows?: readonly BpmnElement[];
  readonly documentation?: readonly BpmnElement[];
  readonly extensionElements?: BpmnElement;
  readonly values?: readonly BpmnElement[];
  readonly eventDefinitions?: readonly BpmnElement[];
  readonly sourceRef?: BpmnElement;
  readonly targetRef?: BpmnElement;
  readonly conditionExpression?: BpmnElement;
  readonly default?: BpmnElement;
  readonly attachedToRef?: BpmnElement;
  readonly cancelActivity?: boolean;
  readonly errorRef?: BpmnElement;
  readonly errorCode?: string;
  readonly timeDuration?: BpmnElement;
  readonly timeDate?: BpmnElement;
  readonly timeCycle?: BpmnElement;
  readonly triggeredByEvent?: boolean;
  readonly loopCharacteristics?: BpmnElement;
  readonly body?: string;
  readonly text?: string;
  readonly language?: string;
};

/** An element's id; elements without one are named after their type, so that a problem can point at them. */
export const idOf = (element: BpmnElement): string => element.id ?? element.$type;
