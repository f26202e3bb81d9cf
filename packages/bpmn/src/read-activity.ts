import type { ActivityUse, ParameterText } from '@latchkey/engine';
import type { BpmnElement } from './bpmn-element.ts';
import { type ActivityManifest, recogniseActivity } from './manifest.ts';
import { isCamunda, readCamundaParameters } from './read-camunda.ts';
import type { Report } from './report.ts';

/**
 * The activity of a task: from `latchkey:activity`, else recognised by what other tools write (element template, topic,
 * type), else by the task's label; then with the parameters of `camunda:inputOutput`. Empty parameters count as not set.
 * Without an activity the type is empty, which checking refuses.
 */
export function readActivity(
  task: BpmnElement,
  manifests: readonly ActivityManifest[],
  report: Report,
): ActivityUse {
  const extensions = task.extensionElements?.values ?? [];
  for (const extension of extensions) checkExtension(task, extension, report);
  const own = extensions.find(({ $type }) => $type === 'latchkey:Activity');
  if (own) return readOwn(task, own, report);
  const manifest = recognise(task, manifests);
  return {
    type: manifest?.id ?? '',
    version: manifest?.version ?? 1,
    parameters: Object.fromEntries(readCamundaParameters(task, extensions, report)),
  };
}

function readOwn(task: BpmnElement, activity: BpmnElement, report: Report): ActivityUse {
  const parameters = new Map<string, ParameterText>();
  for (const parameter of listOf(activity.parameters)) {
    const [name, text] = [parameter.name ?? '', readText(parameter)];
    if (parameters.has(name))
      report(task, 'parameter-repeated', `The parameter "${name}" is set twice.`, 'Keep one.', name);
    if (text !== undefined) parameters.set(name, text);
  }
  const version = activity.version ?? 1;
  return {
    type: String(activity.type ?? ''),
    version: typeof version === 'number' && Number.isInteger(version) ? version : 0,
    parameters: Object.fromEntries(parameters),
  };
}

function readText({ text, entries }: BpmnElement): ParameterText | undefined {
  const pairs = listOf(entries).map((entry) => [String(entry.key ?? ''), entry.text?.trim() ?? ''] as const);
  return pairs.length > 0 ? Object.fromEntries(pairs) : text?.trim() || undefined;
}

const hints = ['modelerTemplate', 'topic', 'type'];

function recognise(task: BpmnElement, manifests: readonly ActivityManifest[]): ActivityManifest | undefined {
  const attributes = Object.entries(task.$attrs ?? {});
  for (const hint of hints) {
    const value = attributes.find(([name]) => name.split(':')[1] === hint)?.[1];
    const manifest = value === undefined ? undefined : recogniseActivity(manifests, value);
    if (manifest) return manifest;
  }
  return recogniseActivity(manifests, task.name ?? '');
}

function checkExtension(task: BpmnElement, extension: BpmnElement, report: Report): void {
  const isKnown =
    extension.$type === 'latchkey:Activity' || isCamunda(extension, 'inputOutput', 'properties');
  if (isKnown) return;
  report(
    task,
    'extension-unsupported',
    `The extension "${extension.$type}" has no meaning here.`,
    'Remove it; what it did must be an activity of its own.',
  );
}

const listOf = (value: unknown): readonly BpmnElement[] => (Array.isArray(value) ? value : []);
