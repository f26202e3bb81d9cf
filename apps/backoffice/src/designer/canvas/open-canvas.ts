import './canvas.css';
import Modeler from 'bpmn-js/lib/Modeler';
import nativeCopyPaste from 'bpmn-js-native-copy-paste';
import minimap from 'diagram-js-minimap';
import type { Change } from '../change.ts';
import type { Manifest } from '../manifest.ts';
import type { Canvas } from './canvas.ts';
import { perform, registerTogether } from './changes/perform.ts';
import { convertActivities } from './convert-activities.ts';
import { diagramOptions } from './diagram-options.ts';
import { marker } from './marks.ts';
import { installContextPad } from './modules/context-pad.ts';
import { installKeys } from './modules/keys.ts';
import { installMenus } from './modules/menus.ts';
import { installTaskRenderer } from './modules/task-renderer.ts';
import { readDrawing } from './read-drawing.ts';
import { emptyScene, type Scene } from './scene.ts';
import { askOf } from './services.ts';
import { fit, look } from './view-acts.ts';

/** BPMN's own palette and menus of task types give way to ours. */
const withoutOwnMenus = {
  paletteProvider: ['value', {}],
  contextPadProvider: ['value', {}],
  alignElementsContextPadProvider: ['value', {}],
  distributeElementsMenuProvider: ['value', {}],
};

/** Opens an empty canvas in an element. The manifests say which activities there are. */
export function openCanvas(container: HTMLElement, manifests: readonly Manifest[]): Canvas {
  const modeler = new Modeler({
    ...diagramOptions(container),
    additionalModules: [withoutOwnMenus, minimap, nativeCopyPaste],
  });
  const ask = askOf(modeler);
  const making = { ask, manifests };
  const { scene, watch, refresh } = sceneOf(making);
  let isClosed = false;
  const isGone = (one: Change) => 'element' in one && !ask('elementRegistry').get(one.element);
  const change: Canvas['change'] = (one) => {
    if (isClosed || isGone(one)) return undefined;
    const made = perform(making, one);
    if (made) ask('selection').select(made);
    return made?.id;
  };
  const needs = { ask, manifests, drawing: () => scene().drawing, change: (one: Change) => void change(one) };
  registerTogether(making);
  installTaskRenderer(ask, manifests);
  installMenus(needs);
  installContextPad(needs);
  installKeys(needs);
  return {
    open: async (xml) => {
      await modeler.importXML(xml);
      const converted = convertActivities(ask('elementRegistry').getAll(), manifests, ask('bpmnFactory'));
      fit(ask('canvas'));
      refresh();
      return { converted };
    },
    save: async () => (await modeler.saveXML({ format: true })).xml ?? '',
    scene,
    watch,
    change,
    view: (view) => look(making, view),
    mark: marker(ask),
    close: () => {
      isClosed = true;
      modeler.destroy();
    },
  };
}

/** Keeps the present scene; changes within one turn make one new scene. */
function sceneOf({ ask, manifests }: Parameters<typeof perform>[0]) {
  let scene: Scene = emptyScene;
  let revision = 0;
  let isDue = false;
  const watchers = new Set<() => void>();
  const read = (): void => {
    isDue = false;
    const stack = ask('commandStack');
    scene = {
      drawing: readDrawing(ask('elementRegistry').getAll(), ask('canvas').getRootElement(), manifests),
      selected: ask('selection')
        .get()
        .map((shape) => shape.labelTarget?.id ?? shape.id),
      canUndo: stack.canUndo(),
      canRedo: stack.canRedo(),
      revision,
      zoom: ask('canvas').viewbox().scale,
    };
    for (const watcher of watchers) watcher();
  };
  const refresh = (): void => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(read);
  };
  ask('eventBus').on('commandStack.changed', 100, () => {
    revision++;
    refresh();
  });
  ask('eventBus').on(['selection.changed', 'import.done', 'canvas.viewbox.changed'], 100, refresh);
  return {
    scene: () => scene,
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    refresh,
  };
}
