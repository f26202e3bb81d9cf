import { manifestOf } from '../boundary-choice.ts';
import type { Drawing, DrawnElement } from '../drawing.ts';
import type { Manifest } from '../manifest.ts';
import { upstreamOf } from './upstream.ts';

/** A place in the session data that an expression may read. */
export type KnownPath = {
  readonly path: string;
  readonly docs: string;
  readonly type: string;
  /** Name of the step that leaves it; empty for what every instance has. */
  readonly from: string;
};

/** Ids of the fields of a Custom Form, by name and version. */
export type FieldsOf = (form: string, version: number) => readonly string[];

/** What the session data surely or perhaps holds when this element is reached, without repeats. */
export function knownPaths(
  drawing: Drawing,
  id: string,
  manifests: readonly Manifest[],
  fieldsOf: FieldsOf,
): readonly KnownPath[] {
  const found = new Map<string, KnownPath>();
  for (const task of upstreamOf(drawing, id).filter(({ kind }) => kind === 'task'))
    for (const path of outputPaths(task, manifests, fieldsOf))
      if (!found.has(path.path)) found.set(path.path, path);
  return [...found.values()];
}

/** What one step leaves, with the values of its parameters in the paths. */
export function outputPaths(
  task: DrawnElement,
  manifests: readonly Manifest[],
  fieldsOf: FieldsOf,
): readonly KnownPath[] {
  const manifest = manifestOf(manifests, task.activity);
  return (manifest?.outputs ?? []).flatMap((output) => {
    const path = fill(output.path, task, manifest);
    if (path === undefined) return [];
    const known = { path, docs: output.docs, type: output.type, from: task.name || manifest?.label || '' };
    if (output.type !== 'form') return [known];
    const [form, version] = [
      literal(task, 'dataFormName', manifest),
      literal(task, 'dataFormVersion', manifest),
    ];
    const fields = form === undefined ? [] : fieldsOf(form, Number(version ?? 1));
    return [
      ...fields.map((field) => ({
        ...known,
        path: path + step(field),
        docs: `“${field}” of the form.`,
        type: 'string',
      })),
      known,
    ];
  });
}

/** The path with the parameters' values in it; undefined when one of them is not known before running. */
function fill(path: string, task: DrawnElement, manifest: Manifest | undefined): string | undefined {
  let isKnown = true;
  const filled = path.replaceAll(/\.?\{(\w+)\}/g, (_, name: string) => {
    const value = literal(task, name, manifest);
    if (value === undefined) isKnown = false;
    return step(value ?? '');
  });
  return isKnown ? filled : undefined;
}

/** What a parameter surely is: its literal or its default. */
function literal(task: DrawnElement, name: string, manifest: Manifest | undefined): string | undefined {
  const text = task.activity?.parameters[name] ?? manifest?.parameters.properties[name]?.default;
  if (text === undefined || typeof text === 'object') return undefined;
  return String(text).includes('${') ? /^\$\{(\d+)\}$/.exec(String(text))?.[1] : String(text);
}

/** A member as CEL writes it. */
export const step = (key: string): string =>
  /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
