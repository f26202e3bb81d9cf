import type { ActivityUse, ParameterText } from '@latchkey/engine';
import type { ModdleElement } from 'bpmn-moddle';
import { moddle } from './moddle.ts';

/** The extension elements of a task: its activity with every parameter. */
export function writeActivity({ type, version, parameters }: ActivityUse): ModdleElement {
  const activity = moddle.create('latchkey:Activity', {
    type,
    version,
    parameters: Object.entries(parameters).map(([name, text]) => writeParameter(name, text)),
  });
  return moddle.create('bpmn:ExtensionElements', { values: [activity] });
}

function writeParameter(name: string, text: ParameterText): ModdleElement {
  if (typeof text === 'string') return moddle.create('latchkey:Parameter', { name, text });
  const entries = Object.entries(text).map(([key, value]) =>
    moddle.create('latchkey:Entry', { key, ...(value && { text: value }) }),
  );
  return moddle.create('latchkey:Parameter', { name, entries });
}
