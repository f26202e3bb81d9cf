import { getCustomDataForm, listCustomDataForms } from '@latchkey/contract';
import { useQueries } from '@tanstack/react-query';
import { readOptions, useRead } from '../../api/use-read.ts';
import { useDesign } from '../editor/design.ts';
import { type KnownPath, knownPaths } from './known-paths.ts';

/** The paths known at an element; the fields of forms come from the forms themselves. */
export function useKnownPaths(id: string): readonly KnownPath[] {
  const { scene, manifests } = useDesign();
  const used = new Set(
    Object.values(scene.drawing.elements).flatMap(({ activity }) => {
      const name = activity?.parameters.dataFormName;
      return typeof name === 'string' ? [name] : [];
    }),
  );
  const forms = useRead(listCustomDataForms, { query: { size: 100 } }).data?.content ?? [];
  const wanted = forms.filter(({ name }) => used.has(name));
  const read = useQueries({
    queries: wanted.map(({ id: form }) => readOptions(getCustomDataForm, { params: { id: form } })),
  });
  const fieldsOf = (name: string, version: number): readonly string[] => {
    const form = read.find(({ data }) => data?.name === name && data.version === version)?.data;
    return form ? fieldIds(form.resource) : [];
  };
  return knownPaths(scene.drawing, id, manifests, fieldsOf);
}

/** Ids of the components of a form that hold a value. */
function fieldIds(resource: string): readonly string[] {
  try {
    const { components = [] } = JSON.parse(resource) as {
      components?: readonly { readonly id?: string; readonly type?: string; readonly transient?: boolean }[];
    };
    return components
      .filter(
        ({ type = '', transient }) => !transient && !/^(paragraph|subtitle|notification|image)$/.test(type),
      )
      .flatMap(({ id }) => id ?? []);
  } catch {
    return [];
  }
}
