export type DesignerSearch = {
  /** The version to look at; without it the newest is drawn. */
  readonly version?: number;
  /** An element to choose when it opens. */
  readonly element?: string;
  /** The field of the element that then has the focus. */
  readonly property?: string;
};

/** The part of the designer's address behind the question mark. */
export function designerSearch(search: Readonly<Record<string, unknown>>): DesignerSearch {
  const version = Number(search.version);
  return {
    ...(Number.isInteger(version) && version > 0 && { version }),
    ...(typeof search.element === 'string' && { element: search.element }),
    ...(typeof search.property === 'string' && { property: search.property }),
  };
}
