import { type Drawing, emptyDrawing } from '../drawing.ts';

/** What is seen of a canvas at one moment: plain data for React. */
export type Scene = {
  readonly drawing: Drawing;
  readonly selected: readonly string[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Grows with every change of the diagram, also by undo. */
  readonly revision: number;
  /** 1 is 100 %. */
  readonly zoom: number;
};

export const emptyScene: Scene = Object.freeze({
  drawing: emptyDrawing,
  selected: [],
  canUndo: false,
  canRedo: false,
  revision: 0,
  zoom: 1,
});
