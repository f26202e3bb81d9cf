import type { readActivity } from '@latchkey/bpmn';
import type { ParameterText } from '@latchkey/engine';
import type { Moddle } from './services.ts';

/** Which activity a task uses, and its parameters. */
export type ActivityUse = ReturnType<typeof readActivity>;

type Create = (type: string, attributes: Readonly<Record<string, unknown>>) => Moddle;

/** `latchkey:activity` as moddle. */
export function makeActivity({ type, version, parameters }: ActivityUse, create: Create): Moddle {
  const made = Object.entries(parameters).map(([name, value]) => makeParameter(name, value, create));
  const activity = create('latchkey:Activity', { type, version, parameters: made });
  for (const parameter of made) parameter.$parent = activity;
  return activity;
}

function makeParameter(name: string, value: ParameterText, create: Create): Moddle {
  if (typeof value === 'string') return create('latchkey:Parameter', { name, text: value });
  const entries = Object.entries(value).map(([key, text]) =>
    create('latchkey:Entry', { key, ...(text !== '' && { text }) }),
  );
  const parameter = create('latchkey:Parameter', { name, entries });
  for (const entry of entries) entry.$parent = parameter;
  return parameter;
}
