declare module 'diagram-js-minimap' {
  const module: Record<string, unknown>;
  export default module;
}
declare module 'bpmn-js-native-copy-paste' {
  const module: Record<string, unknown>;
  export default module;
}
declare module 'bpmn-js-native-copy-paste/lib/PasteUtil.js' {
  /** For `JSON.parse`: what was written of a diagram becomes elements of this moddle again. */
  export function createReviver(moddle: unknown): (key: string, value: unknown) => unknown;
}
declare module 'bpmn-js-differ' {
  type Named = { readonly id: string; readonly $type: string; readonly name?: string };
  type Found = Readonly<Record<string, Named>>;
  /** What differs between two definitions, by element id. */
  export function diff(
    before: unknown,
    after: unknown,
  ): {
    readonly _added: Found;
    readonly _removed: Found;
    readonly _changed: Readonly<
      Record<string, { readonly model: Named; readonly attrs: Readonly<Record<string, unknown>> }>
    >;
    readonly _layoutChanged: Found;
  };
}
