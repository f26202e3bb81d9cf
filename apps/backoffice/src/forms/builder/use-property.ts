import { setValue } from '../document/edit-document.ts';
import { type Path, valueAt } from '../document/form-json.ts';
import { useBuilder } from './builder-context.ts';

/** A value of the document, how it is changed, and what is wrong with it. */
export function useProperty(path: Path) {
  const { document, edit, faultAt, isReadOnly } = useBuilder();
  const pointer = pointerOf(path);
  return {
    value: valueAt(document, path),
    set: (next: unknown) => edit(setValue(path, next), pointer),
    fault: faultAt(pointer),
    pointer,
    isReadOnly,
  };
}

/** A path as a JSON pointer (RFC 6901). */
export const pointerOf = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
