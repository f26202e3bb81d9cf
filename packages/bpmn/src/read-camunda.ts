import type { ParameterText } from '@latchkey/engine';
import type { BpmnElement } from './bpmn-element.ts';
import type { Report } from './report.ts';

const namespace = 'http://camunda.org/schema/1.0/bpmn';

/** Whether an extension element is one of these of Camunda 7, whatever its prefix. */
export const isCamunda = (element: BpmnElement, ...names: readonly string[]): boolean =>
  element.$descriptor?.ns?.uri === namespace && names.includes(element.$descriptor.ns.localName ?? '');

/** The input parameters of `camunda:inputOutput`: texts and maps. Scripts, lists and outputs are reported. */
export function readCamundaParameters(
  task: BpmnElement,
  extensions: readonly BpmnElement[],
  report: Report,
): ReadonlyMap<string, ParameterText> {
  const parameters = new Map<string, ParameterText>();
  const parts = extensions.filter((extension) => isCamunda(extension, 'inputOutput')).flatMap(childrenOf);
  for (const part of parts) {
    const name = part.name ?? '';
    if (!isCamunda(part, 'inputParameter')) {
      reportPart(task, part, name, report);
      continue;
    }
    const text = readText(task, part, name, report);
    if (text !== undefined) parameters.set(name, text);
  }
  return parameters;
}

function readText(
  task: BpmnElement,
  parameter: BpmnElement,
  name: string,
  report: Report,
): ParameterText | undefined {
  const [definition] = childrenOf(parameter);
  if (!definition) return parameter.$body?.trim() || undefined;
  if (!isCamunda(definition, 'map')) {
    reportPart(task, definition, name, report);
    return undefined;
  }
  const entries = childrenOf(definition);
  for (const entry of entries) for (const value of childrenOf(entry)) reportPart(task, value, name, report);
  return Object.fromEntries(entries.map((entry) => [String(entry.key ?? ''), entry.$body?.trim() ?? '']));
}

const reportPart = (task: BpmnElement, part: BpmnElement, name: string, report: Report) =>
  report(
    task,
    'parameter-unsupported',
    `"${part.$type}" cannot be imported.`,
    'Use a text, one ${…} expression or a map of texts; scripts and output parameters are not offered.',
    name,
  );

const childrenOf = (element: BpmnElement): readonly BpmnElement[] =>
  (element.$children ?? []) as readonly BpmnElement[];
