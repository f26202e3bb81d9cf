import type { InstancePath } from '@latchkey/contract';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import '../../designer/canvas/canvas.css';
import './diagram.css';
import { diagramOptions } from '../../designer/canvas/diagram-options.ts';
import { installTaskRenderer } from '../../designer/canvas/modules/task-renderer.ts';
import { askOf } from '../../designer/canvas/services.ts';
import type { Manifest } from '../../designer/manifest.ts';
import { type Drawn, fittedBox } from './fitted-box.ts';
import { withLayout } from './with-layout.ts';

/** An open diagram. */
export type DiagramView = {
  /** Marks where an instance has been, where it stands and where it failed. */
  readonly mark: (path: InstancePath) => void;
  readonly zoom: (step: 1 | -1) => void;
  readonly fit: () => void;
  readonly close: () => void;
};

type Canvas = {
  readonly addMarker: (element: string, marker: string) => void;
  readonly removeMarker: (element: string, marker: string) => void;
  readonly resized: () => void;
  readonly zoom: (level?: number, centre?: 'auto') => number;
  readonly viewbox: (box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }) => void;
};
type Registry = {
  readonly get: (id: string) => object | undefined;
  readonly getAll: () => readonly Drawn[];
};

/**
 * Draws a BPMN file into an element, as the designer does. A file without a drawing gets one. Throws what cannot be
 * read.
 */
export async function openViewer(
  container: HTMLElement,
  xml: string,
  manifests: readonly Manifest[],
): Promise<DiagramView> {
  const viewer = new NavigatedViewer(diagramOptions(container));
  installTaskRenderer(askOf(viewer), manifests);
  await viewer.importXML(await withLayout(xml));
  const canvas = viewer.get<Canvas>('canvas');
  const registry = viewer.get<Registry>('elementRegistry');
  let marked: readonly (readonly [id: string, marker: string])[] = [];
  const fit = () => {
    if (container.clientWidth === 0 || container.clientHeight === 0) return;
    const { clientWidth: width, clientHeight: height } = container;
    const box = fittedBox(registry.getAll(), { width, height });
    if (box) canvas.viewbox(box);
  };
  const observer = new ResizeObserver(() => {
    if (container.clientWidth === 0) return;
    canvas.resized();
    fit();
  });
  observer.observe(container);
  return {
    mark: (path) => {
      for (const [id, marker] of marked) canvas.removeMarker(id, marker);
      marked = markersOf(path).filter(([id]) => registry.get(id) !== undefined);
      for (const [id, marker] of marked) canvas.addMarker(id, marker);
    },
    zoom: (step) => void canvas.zoom(canvas.zoom() * (step === 1 ? 1.25 : 0.8), 'auto'),
    fit,
    close: () => {
      observer.disconnect();
      viewer.destroy();
    },
  };
}

const markersOf = ({ nodes, flows, active, incidents }: InstancePath) =>
  [
    ...[...nodes, ...flows].map((id) => [id, 'lk-visited'] as const),
    ...active.map((id) => [id, 'lk-active'] as const),
    ...incidents.map(({ element }) => [element, 'lk-incident'] as const),
  ] as const;
