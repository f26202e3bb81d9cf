import { isObject, type JsonObject } from './form-json.ts';

/** A document that the builder can show: it may have faults, but its title and components are where they belong. */
export type DraftDocument = JsonObject & {
  readonly title: JsonObject;
  readonly components: readonly DraftComponent[];
};

/** A component of it. */
export type DraftComponent = JsonObject & { readonly type: string };

/** Reads a text as a document for the builder; `undefined` when the text has to be mended first. */
export function readDraft(text: string): DraftDocument | undefined {
  const value = parsed(text);
  if (!isObject(value) || !isObject(value.title) || !Array.isArray(value.components)) return undefined;
  const isSound = value.components.every((one: unknown) => isObject(one) && typeof one.type === 'string');
  return isSound ? (value as DraftDocument) : undefined;
}

/** The components in the order in which people see them, each with its place in the list. */
export const inOrder = ({
  components,
}: DraftDocument): readonly { readonly component: DraftComponent; readonly place: number }[] =>
  components
    .map((component, place) => ({ component, place }))
    .toSorted((a, b) => orderOf(a.component) - orderOf(b.component));

const orderOf = ({ index }: DraftComponent): number => (typeof index === 'number' ? index : 0);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
