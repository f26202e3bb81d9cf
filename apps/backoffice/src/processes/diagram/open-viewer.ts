import type { InstancePath } from '@latchkey/contract';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './diagram.css';
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

const colours = {
  defaultFillColor: 'var(--mantine-color-body)',
  defaultStrokeColor: 'var(--lk-soft)',
  defaultLabelColor: 'var(--mantine-color-text)',
};

/** Draws a BPMN file into an element. A file without a drawing gets one. Throws what cannot be read. */
export async function openViewer(container: HTMLElement, xml: string): Promise<DiagramView> {
  const viewer = new NavigatedViewer({ container, bpmnRenderer: colours });
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
