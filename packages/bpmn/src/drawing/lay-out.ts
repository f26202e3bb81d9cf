import { layoutProcess } from 'bpmn-auto-layout';
import type { ModdleElement } from 'bpmn-moddle';
import type { BpmnElement } from '../bpmn-element.ts';
import { moddle } from '../moddle.ts';
import type { Box, Line, Point } from './geometry.ts';
import { linkFlows } from './link-flows.ts';
import { isBlocked, type Passage, routeAround } from './route-around.ts';

/** Draws a process from left to right. A flow that would lead through something on its way is led round it. */
export async function layOut(xml: string): Promise<string> {
  const laid = await layoutProcess(await linked(xml));
  const { rootElement } = await moddle.fromXML(laid);
  const drawn = drawnIn(rootElement);
  const isMended = drawn.edges.filter((edge) => leadRound(edge, drawn)).length > 0;
  return isMended ? (await moddle.toXML(rootElement, { format: true })).xml : laid;
}

async function linked(xml: string): Promise<string> {
  const { rootElement } = await moddle.fromXML(xml);
  for (const { flowElements = [] } of (rootElement as BpmnElement).rootElements ?? [])
    linkFlows(flowElements);
  return (await moddle.toXML(rootElement, { format: true })).xml;
}

type Shape = { readonly element: ModdleElement; readonly box: Box };
type Edge = { readonly element: ModdleElement; readonly drawing: ModdleElement };
type Drawn = { readonly shapes: readonly Shape[]; readonly edges: readonly Edge[] };

function drawnIn(root: ModdleElement): Drawn {
  const planes = ((root.diagrams ?? []) as readonly { readonly plane: ModdleElement }[]).map(
    ({ plane }) => plane,
  );
  const parts = planes.flatMap(({ planeElement }) => (planeElement ?? []) as readonly ModdleElement[]);
  const isOf = (type: string) => parts.filter(({ $type }) => $type === `bpmndi:${type}`);
  return {
    shapes: isOf('BPMNShape').map(({ bpmnElement, bounds }) => ({
      element: bpmnElement as ModdleElement,
      box: bounds as Box,
    })),
    edges: isOf('BPMNEdge').map((drawing) => ({ element: drawing.bpmnElement as ModdleElement, drawing })),
  };
}

/** Draws an edge anew if it goes through something and there is a way round. */
function leadRound({ element, drawing }: Edge, drawn: Drawn): boolean {
  const passage = passageOf(element, drawn);
  const line = passage && isBlocked(lineOf(drawing), passage) ? routeAround(passage) : undefined;
  if (!line) return false;
  Object.assign(drawing, { waypoint: line.map((point) => pointOf(point, drawing)) });
  return true;
}

function pointOf({ x, y }: Point, drawing: ModdleElement): ModdleElement {
  const point = moddle.create('dc:Point', { x: Math.round(x), y: Math.round(y) });
  return Object.assign(point, { $parent: drawing });
}

/** Where a flow passes: among what lies on its own level. */
function passageOf(
  { $parent: level, sourceRef, targetRef }: ModdleElement,
  { shapes, edges }: Drawn,
): Passage | undefined {
  const here = shapes.filter(({ element }) => element.$parent === level);
  const boxOf = (element: unknown) => here.find((one) => one.element === element)?.box;
  const [source, target] = [boxOf(sourceRef), boxOf(targetRef)];
  const host = boxOf((sourceRef as ModdleElement | undefined)?.attachedToRef);
  if (!source || !target) return undefined;
  const own = [source, target, host];
  const opposite = edges.find(
    ({ element }) => element.sourceRef === targetRef && element.targetRef === sourceRef,
  );
  return {
    ...{ source, target },
    opposite: opposite && lineOf(opposite.drawing),
    ...(host && { host }),
    others: here.map(({ box }) => box).filter((box) => !own.includes(box)),
    lines: edges
      .filter(
        ({ element }) =>
          element.$parent === level && (element.sourceRef !== sourceRef || element.targetRef !== targetRef),
      )
      .map(({ drawing }) => lineOf(drawing)),
  };
}

const lineOf = ({ waypoint }: ModdleElement): Line => (waypoint ?? []) as unknown as Line;
