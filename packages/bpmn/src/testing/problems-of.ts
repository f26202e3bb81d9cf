import { Problem } from '@latchkey/kernel';
import type { DefinitionProblem } from '../definition-problem.ts';
import { readDefinition } from '../read-definition.ts';
import { manifests } from './manifests.ts';

/** The faults for which a diagram is refused; none when it is accepted. Any other failure is thrown. */
export async function problemsOf(xml: string): Promise<readonly DefinitionProblem[]> {
  try {
    await readDefinition(xml, manifests);
    return [];
  } catch (problem) {
    if (problem instanceof Problem && problem.code === 'definition.invalid')
      return problem.facts.problems as readonly DefinitionProblem[];
    throw problem;
  }
}

/** A process of these elements as BPMN 2.0 XML. */
export const processOf = (elements: string, roots = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:latchkey="http://latchkey.dev/schema/bpmn/1.0" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="D">
  ${roots}
  <bpmn:process id="P" isExecutable="true">${elements}</bpmn:process>
</bpmn:definitions>`;

/** A task that uses an activity with these parameters. */
export const taskOf = (
  id: string,
  type: string,
  parameters: Readonly<Record<string, string>> = {},
  attributes = '',
): string =>
  `<bpmn:task id="${id}" ${attributes}><bpmn:extensionElements><latchkey:activity type="${type}" version="1">${Object.entries(
    parameters,
  )
    .map(([name, text]) => `<latchkey:parameter name="${name}">${text}</latchkey:parameter>`)
    .join('')}</latchkey:activity></bpmn:extensionElements></bpmn:task>`;

/** A flow; its id is `source-target`. */
export const flowOf = (source: string, target: string, condition = ''): string =>
  `<bpmn:sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${
    condition &&
    `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`;
