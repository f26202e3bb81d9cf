import type { Flow } from '@latchkey/engine';
import { type BpmnElement, idOf } from './bpmn-element.ts';
import type { Report } from './report.ts';

/** The sequence flows of one level, in document order. A flow without both ends is reported and left out. */
export function readFlows(elements: readonly BpmnElement[], report: Report): readonly Flow[] {
  return elements
    .filter((element) => element.$type === 'bpmn:SequenceFlow')
    .map((element) => readFlow(element, report))
    .filter((flow) => flow !== undefined);
}

function readFlow(element: BpmnElement, report: Report): Flow | undefined {
  const [source, target] = [element.sourceRef?.id, element.targetRef?.id];
  if (!source || !target) {
    report(
      element,
      'flow-unconnected',
      'The flow does not connect two elements.',
      'Connect it or remove it.',
    );
    return undefined;
  }
  const condition = readCondition(element, report);
  return { id: idOf(element), source, target, ...(condition && { condition }) };
}

function readCondition(flow: BpmnElement, report: Report): string | undefined {
  const expression = flow.conditionExpression;
  if (!expression) return undefined;
  if (expression.language)
    report(flow, 'condition-language', 'The condition names a language of its own.', 'Remove the language.');
  return expression.body?.trim() || undefined;
}
