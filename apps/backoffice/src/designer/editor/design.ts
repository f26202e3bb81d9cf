import { createContext, useContext } from 'react';
import type { Canvas } from '../canvas/canvas.ts';
import type { Scene } from '../canvas/scene.ts';
import type { Manifest } from '../manifest.ts';
import type { Fault } from '../problems/fault.ts';

/** What every part of the designer works with. */
export type Design = {
  readonly canvas: Canvas;
  readonly scene: Scene;
  readonly manifests: readonly Manifest[];
  readonly faults: readonly Fault[];
  /** The field that shall have the focus: where a fault of the list is. */
  readonly wantedField: string | undefined;
  /** Chooses an element, and the field of the panel where something is to be mended. */
  readonly goTo: (element: string, property?: string) => void;
};

const DesignContext = createContext<Design | undefined>(undefined);
export const DesignProvider = DesignContext.Provider;

/** The design that is being drawn; only below the designer's screen. */
export function useDesign(): Design {
  const design = useContext(DesignContext);
  if (!design) throw new Error('There is no design here.');
  return design;
}
