import type { HistoryEntry } from '@latchkey/contract';

/** How the diagram calls an element, as far as the history tells; else its id. */
export const elementName = (history: readonly HistoryEntry[], element: string): string =>
  history.find((entry) => entry.element === element && entry.name !== undefined)?.name ?? element;
