import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Canvas } from '../canvas/canvas.ts';
import type { Scene } from '../canvas/scene.ts';
import type { Manifest } from '../manifest.ts';
import type { Fault } from '../problems/fault.ts';

/** What stays as long as the canvas does: parts that need no more are not drawn anew with every change. */
export type Workbench = {
  readonly canvas: Canvas;
  readonly manifests: readonly Manifest[];
};

/** What every part of the designer works with. */
export type Design = Workbench & {
  readonly scene: Scene;
  readonly faults: readonly Fault[];
  /** Those that may be told at their fields; what is only not given yet waits until its field was left. */
  readonly told: readonly Fault[];
  /** Lets what is found at these fields be told there. */
  readonly tell: (places: readonly Pick<Fault, 'element' | 'property'>[]) => void;
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

const WorkbenchContext = createContext<Workbench | undefined>(undefined);
export const WorkbenchProvider = WorkbenchContext.Provider;

/** The canvas and what can be put on it; only below the designer's screen. */
export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (!workbench) throw new Error('There is no canvas here.');
  return workbench;
}

/** One plain value of the scene; only its change draws anew. */
export function useSceneValue<Value extends string | number | boolean>(pick: (scene: Scene) => Value): Value {
  const { canvas } = useWorkbench();
  return useSyncExternalStore(canvas.watch, () => pick(canvas.scene()));
}
