import { type ActivityManifest, readActivity } from '@latchkey/bpmn';
import type { Drawing, DrawnElement, DrawnTimer } from '../drawing.ts';
import { kindOf } from './element-kind.ts';
import type { Moddle, Shape } from './services.ts';

/** The diagram as plain data, labels left out. */
export function readDrawing(
  shapes: readonly Shape[],
  root: Shape,
  manifests: readonly ActivityManifest[],
): Drawing {
  const drawn = shapes
    .filter(({ labelTarget, businessObject }) => !labelTarget && businessObject)
    .map((shape) => readElement(shape, manifests));
  return Object.freeze({
    processId: root.id,
    elements: Object.fromEntries(drawn.map((element) => [element.id, element])),
  });
}

function readElement(shape: Shape, manifests: readonly ActivityManifest[]): DrawnElement {
  const { businessObject: element } = shape;
  const kind = kindOf(element);
  return {
    id: shape.id,
    kind,
    name: element.name ?? '',
    documentation: element.documentation?.[0]?.text ?? '',
    bpmnType: element.$type.replace('bpmn:', ''),
    x: shape.x ?? 0,
    y: shape.y ?? 0,
    incoming: flowIds(element.incoming),
    outgoing: flowIds(element.outgoing),
    ...(shape.parent && { parent: shape.parent.id }),
    ...readDetails(element, manifests),
  };
}

/** What an element says beside its name, by its kind. */
export const readDetails = (element: Moddle, manifests: readonly ActivityManifest[]): Partial<DrawnElement> =>
  details[kindOf(element)]?.(element, manifests) ?? {};

type Details = (element: Moddle, manifests: readonly ActivityManifest[]) => Partial<DrawnElement>;

const details: Readonly<Partial<Record<DrawnElement['kind'], Details>>> = {
  task: (element, manifests) => ({ activity: readActivity(element, manifests, () => undefined) }),
  flow: (element) => ({
    source: element.sourceRef?.id ?? '',
    target: element.targetRef?.id ?? '',
    isDefault: element.sourceRef?.default === element,
    ...(element.conditionExpression && { condition: element.conditionExpression.body ?? '' }),
  }),
  timer: (element) => readTimer(element),
  boundary: (element) => ({
    attachedTo: element.attachedToRef?.id ?? '',
    isInterrupting: element.cancelActivity !== false,
    trigger: definitionOf(element)?.$type === 'bpmn:TimerEventDefinition' ? 'timer' : 'error',
    ...readErrorCode(element),
    ...readTimer(element),
  }),
  end: (element) => ({ end: ends[definitionOf(element)?.$type ?? ''] ?? 'plain', ...readErrorCode(element) }),
};

const ends: Readonly<Record<string, DrawnElement['end']>> = {
  'bpmn:ErrorEventDefinition': 'error',
  'bpmn:TerminateEventDefinition': 'terminate',
};

/** The first event definition of an event. */
export const definitionOf = (element: Moddle) => element.eventDefinitions?.[0];

function readErrorCode(element: Moddle): Partial<DrawnElement> {
  const code = definitionOf(element)?.errorRef?.errorCode;
  return code === undefined ? {} : { errorCode: code };
}

function readTimer(element: Moddle): Partial<DrawnElement> {
  const definition = definitionOf(element);
  if (definition?.$type !== 'bpmn:TimerEventDefinition') return {};
  const kind: DrawnTimer['kind'] = definition.timeDate ? 'date' : 'duration';
  return { timer: { kind, text: (definition.timeDate ?? definition.timeDuration)?.body ?? '' } };
}

const flowIds = (flows: unknown): readonly string[] =>
  ((flows ?? []) as readonly { readonly id: string }[]).map(({ id }) => id);
