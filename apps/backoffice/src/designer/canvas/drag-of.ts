import type { Ask } from './services.ts';

/** Whether something is being dragged over a canvas, and what waits until it is not. */
export type Drag = {
  readonly isOn: () => boolean;
  /** Runs once the drag has ended and its end has been painted. */
  readonly afterwards: (act: () => void) => void;
};

/** Watches the drags of a canvas: whoever computes something from the diagram lets them pass first. */
export function dragOf(ask: Ask): Drag {
  let isOn = false;
  let waiting: (() => void)[] = [];
  ask('eventBus').on('drag.start', 100, () => {
    isOn = true;
  });
  ask('eventBus').on('drag.cleanup', 100, () => {
    isOn = false;
    const due = waiting;
    waiting = [];
    for (const act of due) afterPaint(act);
  });
  return { isOn: () => isOn, afterwards: (act) => void waiting.push(act) };
}

const afterPaint = (act: () => void): void => void requestAnimationFrame(() => setTimeout(act));
