import { createContext, useContext } from 'react';
import type { DraftDocument } from '../document/draft-document.ts';
import type { Edit } from '../document/edit-document.ts';

/** What every part of the builder works on. */
export type BuilderScene = {
  readonly document: DraftDocument;
  readonly languages: readonly string[];
  readonly isReadOnly: boolean;
  readonly edit: (change: Edit, about?: string) => void;
  /** What is wrong at a JSON pointer or below it; the first fault's words. */
  readonly faultAt: (pointer: string) => string | undefined;
};

const context = createContext<BuilderScene | undefined>(undefined);

export const BuilderProvider = context.Provider;

/** The scene of the builder around. */
export function useBuilder(): BuilderScene {
  const scene = useContext(context);
  if (scene === undefined) throw new Error('There is no builder around.');
  return scene;
}
