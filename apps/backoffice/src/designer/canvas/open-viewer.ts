import './canvas.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { withLayout } from '../../processes/diagram/with-layout.ts';
import type { Manifest } from '../manifest.ts';
import type { Mark } from './canvas.ts';
import { diagramOptions } from './diagram-options.ts';
import { marker } from './marks.ts';
import { installTaskRenderer } from './modules/task-renderer.ts';
import { askOf, type Moddle } from './services.ts';
import { fit } from './view-acts.ts';

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A diagram that can only be looked at. */
export type Viewer = {
  readonly open: (xml: string) => Promise<void>;
  /** The definitions in moddle, for a comparison. */
  readonly definitions: () => Moddle;
  readonly mark: (mark: Mark, elements: readonly string[]) => void;
  /** Selects an element and brings it into view; nothing where it is not there. */
  readonly select: (element: string) => void;
  readonly fit: () => void;
  /** Moves along with another viewer: tells each move, and takes it. */
  readonly onMove: (listener: (box: Box) => void) => void;
  readonly moveTo: (box: Box) => void;
  readonly close: () => void;
};

/** Opens a viewer in an element. */
export function openViewer(container: HTMLElement, manifests: readonly Manifest[]): Viewer {
  const viewer = new NavigatedViewer(diagramOptions(container));
  const ask = askOf(viewer);
  installTaskRenderer(ask, manifests);
  let isTold = false;
  return {
    open: async (xml) => {
      await viewer.importXML(await withLayout(xml));
      fit(ask('canvas'));
    },
    definitions: () => viewer.getDefinitions() as Moddle,
    mark: marker(ask),
    select: (element) => {
      const shape = ask('elementRegistry').get(element);
      ask('selection').select(shape ?? null);
      if (shape && shape.type !== 'bpmn:Process') ask('canvas').scrollToElement(element, 80);
    },
    fit: () => fit(ask('canvas')),
    onMove: (listener) =>
      ask('eventBus').on('canvas.viewbox.changed', 100, () => {
        if (!isTold) listener(ask('canvas').viewbox());
      }),
    moveTo: (box) => {
      isTold = true;
      ask('canvas').viewbox(box);
      isTold = false;
    },
    close: () => viewer.destroy(),
  };
}
