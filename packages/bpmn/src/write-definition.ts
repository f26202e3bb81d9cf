import type { Definition, Flow, Node, TimerRule } from '@latchkey/engine';
import type { ModdleElement } from 'bpmn-moddle';
import { layOut } from './drawing/lay-out.ts';
import { latchkeyModdle } from './latchkey-moddle.ts';
import { moddle } from './moddle.ts';
import { writeActivity } from './write-activity.ts';

type WriteOptions = {
  readonly processId?: string;
  readonly name?: string;
  readonly documentation?: string;
  /** Adds a drawing from left to right, so that modellers can open the file. Default true. */
  readonly layout?: boolean;
};

/** Writes a definition as BPMN 2.0 XML. Reading it again gives an equal definition. */
export async function writeDefinition(definition: Definition, options: WriteOptions = {}): Promise<string> {
  const { xml } = await moddle.toXML(writeRoot(definition, options), { format: true });
  return options.layout === false ? xml : layOut(xml);
}

/** The elements made so far: nodes and flows by id, errors by code. */
type Workshop = {
  readonly made: ReadonlyMap<string, ModdleElement>;
  readonly errors: ReadonlyMap<string, ModdleElement>;
};

function writeRoot(definition: Definition, options: WriteOptions): ModdleElement {
  const nodes = Object.values(definition.nodes);
  const flows = Object.values(definition.flows);
  const made = new Map(nodes.map((node) => [node.id, moddle.create(typeOf(node), { id: node.id })]));
  for (const { id } of flows) made.set(id, moddle.create('bpmn:SequenceFlow', { id }));
  const errors = writeErrors(nodes);
  const workshop = { made, errors };
  for (const node of nodes) Object.assign(elementOf(workshop, node.id), nodeProperties(node, workshop));
  for (const flow of flows) Object.assign(elementOf(workshop, flow.id), flowProperties(flow, workshop));
  for (const node of nodes)
    if (node.kind === 'sub-process')
      Object.assign(elementOf(workshop, node.id), { flowElements: levelOf(definition, node.id, workshop) });
  const process = moddle.create('bpmn:Process', {
    id: options.processId ?? 'Process',
    isExecutable: true,
    ...(options.name && { name: options.name }),
    ...(options.documentation && {
      documentation: [moddle.create('bpmn:Documentation', { text: options.documentation })],
    }),
    flowElements: levelOf(definition, undefined, workshop),
  });
  return moddle.create('bpmn:Definitions', {
    id: 'Definitions',
    targetNamespace: latchkeyModdle.uri,
    rootElements: [...errors.values(), process],
  });
}

function levelOf({ nodes, flows }: Definition, scope: string | undefined, workshop: Workshop) {
  return [
    ...Object.values(nodes).filter((node) => node.scope === scope),
    ...Object.values(flows).filter((flow) => nodes[flow.source]?.scope === scope),
  ].map(({ id }) => elementOf(workshop, id));
}

const types: Readonly<Record<Node['kind'], string>> = {
  start: 'bpmn:StartEvent',
  end: 'bpmn:EndEvent',
  task: 'bpmn:Task',
  'sub-process': 'bpmn:SubProcess',
  exclusive: 'bpmn:ExclusiveGateway',
  parallel: 'bpmn:ParallelGateway',
  inclusive: 'bpmn:InclusiveGateway',
  boundary: 'bpmn:BoundaryEvent',
  'timer-catch': 'bpmn:IntermediateCatchEvent',
};
const typeOf = (node: Node) => types[node.kind];

function writeErrors(nodes: readonly Node[]): ReadonlyMap<string, ModdleElement> {
  const codes = new Set(nodes.map(codeOf).filter((code) => code !== undefined));
  return new Map(
    [...codes].map((errorCode, index) => [
      errorCode,
      moddle.create('bpmn:Error', { id: `Error_${index + 1}`, name: errorCode, errorCode }),
    ]),
  );
}

function codeOf(node: Node): string | undefined {
  if (node.kind === 'end') return node.errorCode;
  return node.kind === 'boundary' && node.trigger.kind === 'error' ? node.trigger.errorCode : undefined;
}

function nodeProperties(node: Node, workshop: Workshop): Readonly<Record<string, unknown>> {
  return {
    ...(node.name && { name: node.name }),
    ...(node.incoming.length > 0 && { incoming: node.incoming.map((id) => elementOf(workshop, id)) }),
    ...(node.outgoing.length > 0 && { outgoing: node.outgoing.map((id) => elementOf(workshop, id)) }),
    ...(node.defaultFlow && { default: elementOf(workshop, node.defaultFlow) }),
    ...kindProperties(node, workshop),
  };
}

function kindProperties(node: Node, workshop: Workshop): Readonly<Record<string, unknown>> {
  switch (node.kind) {
    case 'task':
      return { extensionElements: writeActivity(node.activity) };
    case 'end':
      return node.end === 'plain' ? {} : { eventDefinitions: [writeEnd(node.end, node.errorCode, workshop)] };
    case 'timer-catch':
      return { eventDefinitions: [writeTimer(node.timer)] };
    case 'boundary':
      return {
        attachedToRef: elementOf(workshop, node.attachedTo),
        cancelActivity: node.interrupting,
        eventDefinitions: [
          node.trigger.kind === 'timer'
            ? writeTimer(node.trigger.timer)
            : writeEnd('error', node.trigger.errorCode, workshop),
        ],
      };
    default:
      return {};
  }
}

function writeEnd(kind: 'error' | 'terminate', code: string | undefined, { errors }: Workshop) {
  if (kind === 'terminate') return moddle.create('bpmn:TerminateEventDefinition');
  const errorRef = code === undefined ? undefined : errors.get(code);
  return moddle.create('bpmn:ErrorEventDefinition', errorRef && { errorRef });
}

function writeTimer(timer: TimerRule): ModdleElement {
  const isMoment = timer.kind === 'at';
  const body = moddle.create('bpmn:FormalExpression', { body: textOf(timer) });
  return moddle.create('bpmn:TimerEventDefinition', { [isMoment ? 'timeDate' : 'timeDuration']: body });
}

function textOf(timer: TimerRule): string {
  if (timer.kind === 'expression') return timer.expression;
  return timer.kind === 'at' ? new Date(timer.at).toISOString() : `PT${timer.ms / 1000}S`;
}

const flowProperties = (flow: Flow, workshop: Workshop) => ({
  sourceRef: elementOf(workshop, flow.source),
  targetRef: elementOf(workshop, flow.target),
  ...(flow.condition && {
    conditionExpression: moddle.create('bpmn:FormalExpression', { body: flow.condition }),
  }),
});

function elementOf({ made }: Workshop, id: string): ModdleElement {
  const element = made.get(id);
  if (element) return element;
  throw new TypeError(`The definition refers to "${id}", which it does not hold.`);
}
