import { readActivity } from '@latchkey/bpmn';
import { designerWords } from '../../words.ts';
import type { Making } from '../make-shape.ts';
import type { Moddle, Point, Shape } from '../services.ts';
import { type Act, elementOf } from './act.ts';
import { errorOf } from './errors.ts';

/** Attaches a boundary event where the host has room, named as its activity names it. */
export const attach: Act<'attach'> = (making, { element: id, event }) => {
  const host = elementOf(making, id);
  const { ask } = making;
  const [kind = '', code] = event.split(':', 2);
  const name = nameOf(making, host, kind, code);
  const definition = kind === 'timer' ? timerDefinition(making) : errorDefinition(making, code, name);
  const businessObject = ask('bpmnFactory').create('bpmn:BoundaryEvent', {
    name,
    eventDefinitions: [definition],
  });
  definition.$parent = businessObject;
  const shape = ask('elementFactory').createShape({ type: 'bpmn:BoundaryEvent', businessObject });
  const slot = freeSlot(host);
  const made = ask('modeling').createShape(shape, pointOf(host, slot), host, { attach: true });
  placeLabel(making, made, slot);
  return made;
};

function nameOf({ manifests }: Making, host: Shape, kind: string, code: string | undefined): string {
  if (kind === 'timer') return designerWords.boundary.timer.label;
  if (code === undefined) return designerWords.boundary.any.label;
  const use = readActivity(host.businessObject, manifests, () => undefined);
  const offered = manifests.find(
    ({ id, version }) => id === use.type && version === use.version,
  )?.boundaryEvents;
  return offered?.find((one) => one.code === code)?.label ?? code;
}

function timerDefinition({ ask }: Making): Moddle {
  const timeDuration = ask('bpmnFactory').create('bpmn:FormalExpression', { body: 'PT10M' });
  const definition = ask('bpmnFactory').create('bpmn:TimerEventDefinition', { timeDuration });
  timeDuration.$parent = definition;
  return definition;
}

const errorDefinition = (making: Making, code: string | undefined, name: string): Moddle =>
  making.ask('bpmnFactory').create('bpmn:ErrorEventDefinition', {
    ...(code !== undefined && { errorRef: errorOf(making, code, name) }),
  });

/** Where on its host's edge an event goes, as parts of width and height, and where its label goes from there. */
type Slot = { readonly x: number; readonly y: number; readonly label: 'left' | 'right' | 'below' | 'above' };
const slots: readonly Slot[] = [
  { x: 0.82, y: 1, label: 'right' },
  { x: 0.18, y: 1, label: 'left' },
  { x: 0.5, y: 1, label: 'below' },
  { x: 0.82, y: 0, label: 'right' },
  { x: 0.18, y: 0, label: 'left' },
  { x: 0.5, y: 0, label: 'above' },
];

const pointOf = (host: Shape, slot: Slot): Point => ({
  x: Math.round(host.x + host.width * slot.x),
  y: Math.round(host.y + host.height * slot.y),
});

function freeSlot(host: Shape): Slot {
  const taken = host.attachers ?? [];
  const isFree = (slot: Slot) =>
    taken.every(({ x, y, width, height }) => {
      const at = pointOf(host, slot);
      return Math.abs(x + width / 2 - at.x) >= 36 || Math.abs(y + height / 2 - at.y) >= 36;
    });
  return slots.find(isFree) ?? (slots[taken.length % slots.length] as Slot);
}

/** Labels go apart, so that those of neighbours do not cover one another. */
function placeLabel({ ask }: Making, event: Shape, { label: side, y }: Slot): void {
  const label = event.labels?.[0];
  if (!label) return;
  const down = y === 1 ? event.y + event.height - 6 : event.y - label.height + 6;
  const centre = event.x + event.width / 2 - label.width / 2;
  const place = {
    right: { x: event.x + event.width + 2, y: down },
    left: { x: event.x - label.width - 2, y: down },
    below: { x: centre, y: event.y + event.height + 26 },
    above: { x: centre, y: event.y - label.height - 26 },
  }[side];
  ask('modeling').moveShape(label, { x: Math.round(place.x - label.x), y: Math.round(place.y - label.y) });
}
