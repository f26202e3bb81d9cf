import type { FormDocument } from './document.ts';

/** The values without those of transient fields, which nothing may keep. */
export function withoutTransient(
  document: FormDocument,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const transient = new Set(document.components.filter((one) => one.transient === true).map((one) => one.id));
  return Object.fromEntries(Object.entries(values).filter(([id]) => !transient.has(id)));
}
