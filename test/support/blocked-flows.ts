import { moddle } from '@latchkey/bpmn';

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Point = Pick<Box, 'x' | 'y'>;
type Part = {
  readonly $type: string;
  readonly bpmnElement: { readonly id: string; readonly name?: string; readonly $type: string };
  readonly bounds: Box;
  readonly waypoint: readonly Point[];
};

/** Every flow of a diagram that is drawn through an element, sub-processes apart. */
export async function blockedFlows(xml: string): Promise<readonly string[]> {
  const { rootElement } = await moddle.fromXML(xml);
  const [diagram] = rootElement.diagrams as readonly [{ plane: { planeElement: readonly Part[] } }];
  const parts = diagram.plane.planeElement;
  const shapes = parts.filter(
    ({ $type, bpmnElement }) => $type === 'bpmndi:BPMNShape' && bpmnElement.$type !== 'bpmn:SubProcess',
  );
  const flows = parts.filter(({ $type }) => $type === 'bpmndi:BPMNEdge');
  return flows.flatMap(({ bpmnElement: flow, waypoint }) =>
    shapes
      .filter(({ bounds }) => waypoint.some((to, at) => isInside(waypoint[at - 1] ?? to, to, bounds)))
      .map(({ bpmnElement: { id, name = id } }) => `${flow.id} through ${name}`),
  );
}

/** Whether a straight piece comes more than a pixel into a box. */
const isInside = (from: Point, to: Point, { x, y, width, height }: Box): boolean =>
  Math.max(from.x, to.x) > x + 1 &&
  Math.min(from.x, to.x) < x + width - 1 &&
  Math.max(from.y, to.y) > y + 1 &&
  Math.min(from.y, to.y) < y + height - 1;
