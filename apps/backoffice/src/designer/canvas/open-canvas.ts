import './canvas.css';
import Modeler from 'bpmn-js/lib/Modeler';
import nativeCopyPaste from 'bpmn-js-native-copy-paste';
import minimap from 'diagram-js-minimap';
import { notice } from '../../kit/toasts.ts';
import { withLayout } from '../../processes/diagram/with-layout.ts';
import type { Change } from '../change.ts';
import type { Manifest } from '../manifest.ts';
import type { Canvas } from './canvas.ts';
import { perform, registerTogether } from './changes/perform.ts';
import { convertActivities } from './convert-activities.ts';
import { diagramOptions } from './diagram-options.ts';
import { keepScene } from './keep-scene.ts';
import { keepXml } from './keep-xml.ts';
import type { Names } from './make-shape.ts';
import { marker } from './marks.ts';
import { installClipboard } from './modules/clipboard.ts';
import { installContextPad } from './modules/context-pad.ts';
import { installKeys } from './modules/keys.ts';
import { layouter } from './modules/layouter.ts';
import { installMenus } from './modules/menus.ts';
import { quietRoot } from './modules/quiet-root.ts';
import { installTaskRenderer } from './modules/task-renderer.ts';
import { askOf } from './services.ts';
import { fit, look } from './view-acts.ts';

/** BPMN's own palette and menus of task types give way to ours. */
const withoutOwnMenus = {
  paletteProvider: ['value', {}],
  contextPadProvider: ['value', {}],
  alignElementsContextPadProvider: ['value', {}],
  distributeElementsMenuProvider: ['value', {}],
};

/** Opens an empty canvas in an element. The manifests say which activities there are, the names what new steps take. */
export function openCanvas(
  container: HTMLElement,
  manifests: readonly Manifest[],
  soleNames: () => Names,
): Canvas {
  const modeler = new Modeler({
    ...diagramOptions(container),
    additionalModules: [withoutOwnMenus, layouter, quietRoot, minimap, nativeCopyPaste],
  });
  const ask = askOf(modeler);
  const making = { ask, manifests, soleNames };
  const { scene, watch, refresh } = keepScene(making);
  const save = keepXml(ask, async () => (await modeler.saveXML({ format: true })).xml ?? '');
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
  installClipboard({ ask, tell: notice });
  return {
    open: async (xml) => {
      await modeler.importXML(await withLayout(xml));
      const converted = convertActivities(ask('elementRegistry').getAll(), manifests, ask('bpmnFactory'));
      fit(ask('canvas'));
      refresh();
      return { converted };
    },
    save,
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
