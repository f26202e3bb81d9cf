import type { Drawing } from '../drawing.ts';
import { dragOf } from './drag-of.ts';
import type { Making } from './make-shape.ts';
import { readDrawing } from './read-drawing.ts';
import { emptyScene, type Scene } from './scene.ts';

/**
 * Keeps the present scene. Changes within one turn make one new scene, those during a drag one when it has ended; the
 * drawing is read anew only when the diagram has changed.
 */
export function keepScene({ ask, manifests }: Pick<Making, 'ask' | 'manifests'>) {
  let scene: Scene = emptyScene;
  let drawing: Drawing | undefined;
  let revision = 0;
  let isDue = false;
  const watchers = new Set<() => void>();
  const readAnew = (): Drawing =>
    readDrawing(ask('elementRegistry').getAll(), ask('canvas').getRootElement(), manifests);
  const read = (): void => {
    isDue = false;
    drawing ??= readAnew();
    scene = {
      drawing,
      selected: ask('selection')
        .get()
        .map((shape) => shape.labelTarget?.id ?? shape.id),
      canUndo: ask('commandStack').canUndo(),
      canRedo: ask('commandStack').canRedo(),
      revision,
      zoom: ask('canvas').viewbox().scale,
    };
    for (const watcher of watchers) watcher();
  };
  const drag = dragOf(ask);
  const refresh = (): void => {
    if (isDue) return;
    isDue = true;
    if (drag.isOn()) drag.afterwards(read);
    else queueMicrotask(read);
  };
  const changed = (): void => {
    drawing = undefined;
    refresh();
  };
  ask('eventBus').on('commandStack.changed', 100, () => {
    revision++;
    changed();
  });
  ask('eventBus').on('import.done', 100, changed);
  ask('eventBus').on(['selection.changed', 'canvas.viewbox.changed'], 100, refresh);
  return {
    scene: () => scene,
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    /** After the diagram was changed beside the commands, as by opening it. */
    refresh: changed,
  };
}
